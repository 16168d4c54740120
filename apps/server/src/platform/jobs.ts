import { CompiledQuery } from "kysely";
import type { ClientBase } from "pg";
import { type Db, PgBoss } from "pg-boss";
import type { Database, Sql } from "./database/database.ts";
import { dropOldPartitions, ensurePartitions } from "./database/partitions.ts";
import type { Logger } from "./log.ts";
import type { Platform } from "./platform.ts";

/** Work on a schedule, done by one node at a time. */
export interface ScheduledJob {
  readonly name: string;
  /** Five-field cron expression, UTC. */
  readonly cron: string;
  readonly run: () => Promise<void>;
}

/** A kind of work, and how much of it a node does at a time. */
export interface JobQueue<Data extends object> {
  readonly name: string;
  /** Jobs of this queue that run at the same time in this process. */
  readonly concurrency: number;
  /** How often the queue is looked into when nothing on this node says that there is something. */
  readonly pollSeconds: number;
  /** What throws is tried again, later and later, this many times. */
  readonly retries: number;
  /** A job of a node that died is given to another after this. */
  readonly expireSeconds: number;
  /** Done at least once; a job must bear being done twice. */
  readonly run: (data: Data) => Promise<void>;
}

export interface NewJob<Data extends object> {
  readonly data: Data;
  readonly startAfter?: Date;
}

/** The platform's own: next month's partitions must be there before the month is, and what is over goes. */
export function partitionJob({ database, log }: Pick<Platform, "database" | "log">): ScheduledJob {
  return {
    name: "ensure-partitions",
    cron: "17 3 * * *",
    run: async () => {
      const made = await ensurePartitions(database.sql, new Date());
      if (made.length > 0) log.info({ partitions: made }, "Made partitions");
      const dropped = await dropOldPartitions(database.sql, new Date());
      if (dropped.length > 0) log.info({ partitions: dropped }, "Dropped partitions that are older than they are kept");
    },
  };
}

const schedulePollSeconds = 30;
/** How long a stop waits for jobs that run. */
const stopMilliseconds = 5_000;

/**
 * Work that is done later, on pg-boss: queued in the database by the transaction that asks for it, done by any node.
 * Made before the areas, which say with `queue` what they do.
 */
export class Jobs {
  readonly #boss: PgBoss;
  readonly #database: Pick<Database, "pool">;
  readonly #log: Logger;
  readonly #workers = new Map<string, Worker>();
  readonly #schedules: ScheduledJob[] = [];

  constructor(database: Pick<Database, "pool">, log: Logger) {
    this.#database = database;
    this.#log = log;
    this.#boss = new PgBoss({ db: statements(database.pool), schema: "jobs" });
    this.#boss.on("error", (error) => log.warn({ error: error.message }, "The job queue has a problem"));
  }

  /** Makes what the queues need in the database. Jobs can be sent from now on; they are done after {@link begin}. */
  async open(): Promise<void> {
    await this.#boss.start();
    const there = new Set((await this.#boss.getQueues()).map(({ name }) => name));
    for (const worker of this.#workers.values()) await worker.prepare(there.has(worker.name));
    for (const { name, cron } of this.#schedules) await this.#boss.schedule(name, cron, null, { tz: "UTC" });
  }

  begin(): void {
    for (const worker of this.#workers.values()) worker.start();
  }

  /** Says what is done with the jobs of a queue. */
  queue<Data extends object>(queue: JobQueue<Data>): void {
    const run = async (data: object) => await queue.run(data as Data);
    this.#workers.set(queue.name, new Worker(this.#boss, this.#log, { ...queue, run }));
  }

  schedule(...jobs: ScheduledJob[]): void {
    this.#schedules.push(...jobs);
    for (const { name, run } of jobs) {
      this.queue({ name, concurrency: 1, pollSeconds: schedulePollSeconds, retries: 2, expireSeconds: 900, run });
    }
  }

  /**
   * Queues jobs inside the caller's transaction: they are there when it commits, and not before. Call {@link wake}
   * after the commit, so that they need not wait for the next look into the queue.
   */
  async send<Data extends object>(
    transaction: Transaction | undefined,
    name: string,
    jobs: readonly NewJob<Data>[],
  ): Promise<void> {
    if (jobs.length === 0) return;
    await this.#boss.insert(
      name,
      jobs.map(({ data, startAfter }) => ({ data, ...(startAfter === undefined ? {} : { startAfter }) })),
      { db: statements(transaction ?? this.#database.pool) },
    );
  }

  /** Looks into a queue now. Other nodes look when their time comes. */
  wake(name: string): void {
    this.#workers.get(name)?.wake();
  }

  /** Takes no more jobs and lets running ones end; what does not end in time is done again by another node. */
  async stop(): Promise<void> {
    const ended = Promise.all([...this.#workers.values()].map(async (worker) => await worker.stop()));
    const impatience = Promise.withResolvers<void>();
    const timer = setTimeout(impatience.resolve, stopMilliseconds);
    await Promise.race([ended, impatience.promise]);
    clearTimeout(timer);
    await this.#boss.stop({ graceful: false, close: false });
  }
}

/** A transaction of a command, or of the few statements that are written past Kysely. */
type Transaction = Sql | Pick<ClientBase, "query">;

/** pg-boss's statements over a pool or a transaction of ours. */
function statements(over: Transaction): Db {
  if ("query" in over) return { executeSql: async (text, values) => await over.query(text, values ?? []) };
  return {
    executeSql: async (text, values) => ({
      rows: (await over.executeQuery(CompiledQuery.raw(text, values ?? []))).rows,
    }),
  };
}

/**
 * Takes jobs of one queue as places become free, one query for many. pg-boss's own workers each ask alone, and wait
 * for the slowest job of what they took.
 */
class Worker {
  readonly #boss: PgBoss;
  readonly #log: Logger;
  readonly #queue: JobQueue<object>;
  readonly #running = new Set<Promise<void>>();
  #stopping = false;
  #woken = false;
  #hungry = false;
  #rouse: (() => void) | undefined;
  #loop: Promise<void> | undefined;

  constructor(boss: PgBoss, log: Logger, queue: JobQueue<object>) {
    this.#boss = boss;
    this.#log = log;
    this.#queue = queue;
  }

  get name(): string {
    return this.#queue.name;
  }

  async prepare(there: boolean): Promise<void> {
    const { name, retries, expireSeconds } = this.#queue;
    const options = {
      retryLimit: retries,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 300,
      expireInSeconds: expireSeconds,
    };
    if (there) await this.#boss.updateQueue(name, options);
    else await this.#boss.createQueue(name, options);
  }

  start(): void {
    this.#loop = this.#work();
  }

  wake(): void {
    this.#woken = true;
    this.#rouse?.();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#rouse?.();
    await this.#loop;
    await Promise.all(this.#running);
  }

  async #work(): Promise<void> {
    const { name, concurrency, pollSeconds } = this.#queue;
    while (!this.#stopping) {
      this.#woken = false;
      const free = concurrency - this.#running.size;
      let taken = 0;
      try {
        const jobs = free === 0 ? [] : await this.#boss.fetch<object>(name, { batchSize: free });
        taken = jobs.length;
        for (const job of jobs) this.#begin(job.id, job.data);
      } catch (error) {
        if (!this.#stopping) this.#log.warn({ err: error, queue: name }, "Jobs could not be fetched");
      }
      // There may be more than was taken: look again as soon as a place is free.
      this.#hungry = taken === free;
      if (!this.#hungry || this.#running.size === concurrency) await this.#rest(pollSeconds);
    }
  }

  #begin(id: string, data: object): void {
    const run = this.#run(id, data).finally(() => {
      this.#running.delete(run);
      if (this.#hungry) this.wake();
    });
    this.#running.add(run);
  }

  async #run(id: string, data: object): Promise<void> {
    const { name } = this.#queue;
    try {
      try {
        await this.#queue.run(data);
        // Nobody reads what is done; the record of a job is what the job wrote.
        await this.#boss.deleteJob(name, id);
      } catch (error) {
        this.#log.warn({ err: error, queue: name }, "A job failed and is tried again");
        await this.#boss.fail(name, id, { message: error instanceof Error ? error.message : String(error) });
      }
    } catch (error) {
      // The database is away: the job expires and another node, or this one, takes it.
      this.#log.warn({ err: error, queue: name }, "The end of a job could not be written");
    }
  }

  /** Until woken, or for so long. */
  async #rest(seconds: number): Promise<void> {
    if (this.#woken || this.#stopping) return;
    const rested = Promise.withResolvers<void>();
    const timer = setTimeout(rested.resolve, seconds * 1_000);
    this.#rouse = rested.resolve;
    await rested.promise;
    clearTimeout(timer);
    this.#rouse = undefined;
  }
}
