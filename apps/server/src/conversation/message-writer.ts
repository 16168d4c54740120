import type { Pool } from "pg";
import { isDatabaseAway, ParvisError } from "../platform/errors.ts";
import type { Logger } from "../platform/log.ts";
import type { Metrics } from "../platform/metrics.ts";
import { insertMessages, type NewMessage } from "./message.store.ts";

interface Waiting {
  readonly message: NewMessage;
  readonly written: () => void;
  readonly failed: (error: unknown) => void;
}

/** One tenant's line. A batch never mixes tenants: each commit takes one place in one event log. */
interface Line {
  readonly tenantId: string;
  waiting: Waiting[];
}

export interface WriterLimits {
  /** Messages waiting, over all tenants; the next one is turned away. */
  readonly queue: number;
  /** Characters waiting, over all tenants, so that large cards cannot fill the memory. */
  readonly queueCharacters: number;
  readonly batch: number;
  readonly batchesInFlight: number;
}

/**
 * Measured on two cores (`npm run bench -- ingest`): one more batch in flight than one keeps the database busy while
 * the next is gathered; more only contend.
 */
export const writerLimits: WriterLimits = {
  queue: 20_000,
  queueCharacters: 128 * 1_048_576,
  batch: 500,
  batchesInFlight: 2,
};

/**
 * Writes messages in groups: requests that wait at the same time share one statement and one commit. The busier it is,
 * the larger the groups; alone, a message is written at once. What `write` resolves for is on disk.
 */
export class MessageWriter {
  readonly #pool: Pool;
  readonly #log: Logger;
  readonly #metrics: Pick<Metrics, "ingestBatch" | "ingestQueue">;
  readonly #limits: WriterLimits;
  readonly #lines = new Map<string, Line>();
  #waiting = 0;
  #characters = 0;
  #inFlight = 0;
  #scheduled = false;
  #idle: (() => void)[] = [];

  constructor(pool: Pool, log: Logger, metrics: Pick<Metrics, "ingestBatch" | "ingestQueue">, limits = writerLimits) {
    this.#pool = pool;
    this.#log = log;
    this.#metrics = metrics;
    this.#limits = limits;
  }

  /**
   * Resolves when the message is committed.
   * @throws ParvisError server/busy when too much waits already, server/database-away when it could not be written.
   */
  async write(tenantId: string, message: NewMessage): Promise<void> {
    if (this.#waiting >= this.#limits.queue || this.#characters >= this.#limits.queueCharacters) {
      throw new ParvisError("server/busy", { retryAfterSeconds: 1 });
    }
    this.#waiting++;
    this.#characters += message.body.length;
    await new Promise<void>((written, failed) => {
      const line = this.#lines.get(tenantId) ?? { tenantId, waiting: [] };
      this.#lines.set(tenantId, line);
      line.waiting.push({ message, written, failed });
      this.#schedule();
    });
  }

  /** Resolves when everything that waits is written or refused; for a shutdown in good order. */
  async drain(): Promise<void> {
    if (this.#waiting === 0) return;
    await new Promise<void>((done) => this.#idle.push(done));
  }

  /** After the requests of this turn of the event loop have lined up. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#dispatch();
    });
  }

  #dispatch(): void {
    while (this.#inFlight < this.#limits.batchesInFlight) {
      const [line] = this.#lines.values();
      if (line === undefined) break;
      const batch = line.waiting.splice(0, this.#limits.batch);
      // To the end of the queue of tenants: a busy one does not keep a quiet one waiting.
      this.#lines.delete(line.tenantId);
      if (line.waiting.length > 0) this.#lines.set(line.tenantId, line);
      void this.#commit(line.tenantId, batch);
    }
    this.#metrics.ingestQueue.set(this.#waiting);
  }

  async #commit(tenantId: string, batch: readonly Waiting[]): Promise<void> {
    this.#inFlight++;
    this.#metrics.ingestBatch.observe(batch.length);
    try {
      await insertMessages(
        this.#pool,
        tenantId,
        batch.map(({ message }) => message),
      );
      for (const { written } of batch) written();
    } catch (error) {
      // Not tried again here: after a broken connection the commit may have happened, and twice is worse than asking
      // the sender to try again.
      this.#log.error({ err: error, messages: batch.length }, "Messages could not be written");
      const cause = isDatabaseAway(error)
        ? new ParvisError("server/database-away", { retryAfterSeconds: 2, cause: error })
        : error;
      for (const { failed } of batch) failed(cause);
    }
    this.#inFlight--;
    this.#waiting -= batch.length;
    for (const { message } of batch) this.#characters -= message.body.length;
    if (this.#waiting === 0) for (const done of this.#idle.splice(0)) done();
    this.#dispatch();
  }
}
