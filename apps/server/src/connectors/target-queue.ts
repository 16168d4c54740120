import type { ClientBase } from "pg";
import type { Sql } from "../platform/database/database.ts";
import { command } from "../platform/events/command.ts";
import type { Platform } from "../platform/platform.ts";
import { hasFailedTooLong, mostRefusedInARow, restSeconds, type StopReason, shownAddress } from "./target.rules.ts";
import * as targetStore from "./target.store.ts";
import type { TargetLocks } from "./target-locks.ts";
import { noticeQueue } from "./target-notices.ts";
import * as store from "./target-queue.store.ts";
import type { TargetSender } from "./target-sender.ts";

interface TargetWork {
  readonly tenantId: string;
  readonly targetId: string;
}

const workQueue = "target-deliveries";

/** Targets that are served at the same time by one node: they mostly wait for somebody else. */
const concurrency = 16;
const pollSeconds = 2;
/** A target with a long line is served for so long, then others are. */
const sliceMilliseconds = 10_000;
const cardsRead = 20;
/** When another node serves the target: it may have looked just before the card came. */
const elsewhereSeconds = 2;

/**
 * Cards on their way to targets (decision 14). What waits stands in `target_delivery`, written by the transaction that
 * accepts the card; a job of pg-boss, queued by the same transaction, only says that a target has something to do. One
 * job at a time serves a target, in the order its cards were accepted. One that fails rests, and all its cards wait
 * behind the first; a card that is refused becomes a dead letter, and the next is tried.
 */
export class TargetQueue {
  readonly #platform: Pick<Platform, "database" | "jobs" | "log" | "now" | "configuration">;
  readonly #sender: TargetSender;
  readonly #locks: TargetLocks;
  /** Targets that this node serves now; true when something came meanwhile. */
  readonly #serving = new Map<string, boolean>();

  constructor(
    platform: Pick<Platform, "database" | "jobs" | "log" | "now" | "configuration">,
    sender: TargetSender,
    locks: TargetLocks,
  ) {
    this.#platform = platform;
    this.#sender = sender;
    this.#locks = locks;
    platform.jobs.queue<TargetWork>({
      name: workQueue,
      concurrency,
      pollSeconds,
      retries: 20,
      expireSeconds: 300,
      run: async (work) => await this.#serve(work),
    });
    platform.jobs.schedule({ name: "target-sweep", cron: "* * * * *", run: async () => await this.sweep() });
  }

  /**
   * Queues cards for the targets of their configurations, inside the transaction that accepts them. Call {@link wake}
   * after its commit.
   */
  async accept(
    transaction: Pick<ClientBase, "query">,
    tenantId: string,
    cards: readonly targetStore.TargetCard[],
  ): Promise<void> {
    const targetIds = await targetStore.queueCards(transaction, tenantId, cards, this.#platform.now());
    await this.ask(transaction, tenantId, targetIds);
  }

  /** Asks for targets to be served, inside the transaction that gave them something to do. */
  async ask(
    transaction: Pick<ClientBase, "query"> | Sql,
    tenantId: string,
    targetIds: readonly string[],
    startAfter?: Date,
  ): Promise<void> {
    const jobs = targetIds.map((targetId) => ({ data: { tenantId, targetId }, ...(startAfter && { startAfter }) }));
    await this.#platform.jobs.send<TargetWork>(transaction, workQueue, jobs);
  }

  wake(): void {
    this.#platform.jobs.wake(workQueue);
  }

  /** Asks for every target that has something to do and may be tried: what was asked for can be lost with a node. */
  async sweep(): Promise<void> {
    const { database, jobs, now } = this.#platform;
    const work = await store.targetsWithWork(database.sql, now());
    await jobs.send<TargetWork>(
      undefined,
      workQueue,
      work.map((data) => ({ data })),
    );
    this.wake();
  }

  async #serve(work: TargetWork): Promise<void> {
    const { targetId } = work;
    if (this.#serving.has(targetId)) {
      this.#serving.set(targetId, true);
      return;
    }
    this.#serving.set(targetId, false);
    try {
      if (await this.#locks.take(targetId)) {
        try {
          const until = performance.now() + sliceMilliseconds;
          do this.#serving.set(targetId, false);
          while ((await this.#drain(work, until)) || this.#serving.get(targetId) === true);
        } finally {
          await this.#locks.release(targetId);
        }
      } else {
        await this.#askLater(work, elsewhereSeconds);
      }
    } finally {
      this.#serving.delete(targetId);
    }
  }

  async #askLater({ tenantId, targetId }: TargetWork, seconds: number): Promise<void> {
    const { database } = this.#platform;
    // The queue's clock is the database's, and jobs are told when, not how soon.
    await this.ask(database.sql, tenantId, [targetId], new Date(Date.now() + seconds * 1_000));
  }

  /** Serves a target until nothing waits, it fails, or its slice is over. @returns whether to look again at once. */
  async #drain(work: TargetWork, until: number): Promise<boolean> {
    const { database, now } = this.#platform;
    const target = await targetStore.findTarget(database.sql, work.tenantId, work.targetId);
    if (target === undefined || target.state === "stopped") return false;
    if (target.nextAttemptAt !== null && target.nextAttemptAt > now()) return false;
    const cards = await store.nextPending(database.sql, work.tenantId, work.targetId, cardsRead);
    for (const card of cards) {
      if (!(await this.#attempt(work.tenantId, target, card))) return false;
      if (performance.now() > until) {
        await this.ask(database.sql, work.tenantId, [work.targetId]);
        return false;
      }
    }
    return cards.length === cardsRead;
  }

  /** One card to one target. @returns whether the next may be tried. */
  async #attempt(tenantId: string, target: targetStore.Target, card: store.PendingCard): Promise<boolean> {
    const { database, now, configuration } = this.#platform;
    const { verdict, attempt } = await this.#sender.send(tenantId, target, card);
    const at = now();
    const key = [database.sql, tenantId, target.id, card.id] as const;
    switch (verdict.outcome) {
      case "delivered":
        await store.markDelivered(...key, attempt, at);
        return true;
      case "refused": {
        const refused = await store.markRefused(...key, attempt, at, verdict.blameless === true);
        if (refused < mostRefusedInARow) return true;
        await this.stop(tenantId, target, "refusing");
        return false;
      }
      case "gone":
        await store.markRefused(...key, attempt, at, false);
        await this.stop(tenantId, target, "gone");
        return false;
      case "later": {
        const rest = restSeconds(target.failures, verdict.afterSeconds, Math.random());
        const nextAttemptAt = new Date(at.getTime() + rest * 1_000);
        const queuedBefore = new Date(at.getTime() - configuration.deliveryHours * 3_600_000);
        const since = await store.markFailed(...key, attempt, { now: at, nextAttemptAt, queuedBefore });
        if (hasFailedTooLong(since, at, configuration.targetFailureDays)) await this.stop(tenantId, target, "failing");
        else await this.#askLater({ tenantId, targetId: target.id }, rest);
        return false;
      }
    }
  }

  /** Stops a target; its owner is told by mail, which the same transaction queues. */
  async stop(tenantId: string, target: targetStore.Target, reason: StopReason): Promise<void> {
    const { database, jobs, log } = this.#platform;
    const origin = await store.findOrigin(database.sql, tenantId, target.configurationId);
    await command(database, { tenantId, actor: { kind: "system" } }, async (tx) => {
      const stopped = await targetStore.stopTarget(tx, tenantId, target.id, reason);
      if (stopped) await jobs.send(tx, noticeQueue, [{ data: { tenantId, targetId: target.id } }]);
      const { kind, format, address } = target;
      const event = {
        operation: "Parvis.ConnectorTargetStopped",
        subjectId: target.configurationId,
        detail: { targetId: target.id, kind, format, address: shownAddress(kind, address), reason },
        ...(origin?.teamId == null ? {} : { teamId: origin.teamId }),
        ...(origin?.channelId == null ? {} : { channelId: origin.channelId }),
      };
      return { event, result: undefined };
    });
    log.warn({ tenantId, targetId: target.id, reason }, "A target of a connector was stopped");
    jobs.wake(noticeQueue);
  }
}
