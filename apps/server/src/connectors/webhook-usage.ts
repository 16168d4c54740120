import type { Database } from "../platform/database/database.ts";
import type { Logger } from "../platform/log.ts";
import { writeUses } from "./webhook.store.ts";

const flushMilliseconds = 10_000;
const mostAtOnce = 5_000;

interface Use {
  readonly tenantId: string;
  readonly key: string;
  at: Date;
}

/**
 * When each webhook was used last. Gathered in memory and written every few seconds for all of them together, so that
 * a post costs no write for it; a crash loses seconds of it, and nothing else.
 */
export class WebhookUsage {
  readonly #database: Pick<Database, "sql">;
  readonly #log: Pick<Logger, "warn">;
  readonly #uses = new Map<string, Use>();
  readonly #timer: NodeJS.Timeout;

  constructor(database: Pick<Database, "sql">, log: Pick<Logger, "warn">) {
    this.#database = database;
    this.#log = log;
    this.#timer = setInterval(() => void this.flush(), flushMilliseconds).unref();
  }

  used(tenantId: string, key: string, at: Date): void {
    const known = this.#uses.get(key);
    if (known === undefined) this.#uses.set(key, { tenantId, key, at });
    else known.at = at;
  }

  /** What is not written yet, if there is anything. */
  lastUsed(key: string): Date | undefined {
    return this.#uses.get(key)?.at;
  }

  /** Writes what was gathered; what could not be written is kept for the next time. */
  async flush(): Promise<void> {
    const batch = [...this.#uses.values()].slice(0, mostAtOnce);
    if (batch.length === 0) return;
    for (const { key } of batch) this.#uses.delete(key);
    try {
      await writeUses(this.#database.sql, batch);
    } catch (error) {
      this.#log.warn({ err: error }, "When webhooks were used last could not be written");
      for (const use of batch) if (!this.#uses.has(use.key)) this.#uses.set(use.key, use);
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }
}
