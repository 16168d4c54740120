import { PgBoss } from "pg-boss";
import { ensurePartitions } from "./database/partitions.ts";
import type { Platform } from "./platform.ts";

/** Work on a schedule, done by one node at a time. */
export interface ScheduledJob {
  readonly name: string;
  /** Five-field cron expression, UTC. */
  readonly cron: string;
  readonly run: () => Promise<void>;
}

/** The platform's own: next month's partitions must be there before the month is. */
export function partitionJob({ database, log }: Pick<Platform, "database" | "log">): ScheduledJob {
  return {
    name: "ensure-partitions",
    cron: "17 3 * * *",
    run: async () => {
      const made = await ensurePartitions(database.sql, new Date());
      if (made.length > 0) log.info({ partitions: made }, "Made partitions");
    },
  };
}

/**
 * Runs jobs on pg-boss, over the pool that everything else uses, so that it comes and goes with the database.
 * @returns a function that lets running jobs end and stops.
 */
export async function startJobs(
  { database, log }: Pick<Platform, "database" | "log">,
  jobs: readonly ScheduledJob[],
): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    db: { executeSql: async (text: string, values?: unknown[]) => await database.pool.query(text, values ?? []) },
    schema: "jobs",
  });
  boss.on("error", (error) => log.warn({ error: error.message }, "The job queue has a problem"));
  await boss.start();
  for (const job of jobs) {
    await boss.createQueue(job.name);
    await boss.schedule(job.name, job.cron, null, { tz: "UTC" });
    await boss.work(job.name, { pollingIntervalSeconds: 30 }, async () => {
      await job.run();
    });
  }
  return async () => await boss.stop({ graceful: true, timeout: 5_000, close: false });
}
