import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import type { Database } from "../database/database.ts";
import type { Logger } from "../log.ts";
import { announcementChannel } from "./event-log.ts";

/** Called with the tenant whose log grew, and by what; without a tenant after a gap in listening, when any may have. */
export type Wake = (tenantId: string | undefined, operation: string | undefined) => void;

const longestPauseMilliseconds = 5_000;

/**
 * Hears that logs grew, on this node or any other, over LISTEN/NOTIFY. It carries no events: who is woken reads the
 * log from the position it has, so a lost announcement delays and never loses.
 */
export class EventFeed {
  readonly #database: Database;
  readonly #log: Logger;
  readonly #listeners = new Set<Wake>();
  #client: Client | undefined;
  #closed = false;

  constructor(database: Database, log: Logger) {
    this.#database = database;
    this.#log = log;
  }

  /** False while announcements cannot arrive: caches that trust them must not be used then. */
  get listening(): boolean {
    return this.#client !== undefined;
  }

  async start(): Promise<void> {
    await this.#connect();
  }

  async stop(): Promise<void> {
    this.#closed = true;
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  /** @returns a function that ends the subscription. */
  subscribe(wake: Wake): () => void {
    this.#listeners.add(wake);
    return () => this.#listeners.delete(wake);
  }

  #wake(announcement: string | undefined): void {
    const [tenantId, operation] = announcement?.split(" ") ?? [];
    for (const wake of this.#listeners) wake(tenantId, operation);
  }

  async #connect(): Promise<void> {
    const client = await this.#database.connectAlone("event feed");
    client.on("notification", ({ payload }) => this.#wake(payload));
    client.on("error", () => undefined); // "end" follows and does the work.
    client.on("end", () => void this.#reconnect(client));
    await client.query(`listen ${announcementChannel}`);
    this.#client = client;
  }

  async #reconnect(lost: Client): Promise<void> {
    if (this.#closed || this.#client !== lost) return;
    this.#client = undefined;
    this.#log.warn("The event feed lost its connection");
    this.#wake(undefined);
    for (let pause = 50; !this.#closed; pause = Math.min(pause * 2, longestPauseMilliseconds)) {
      await sleep(pause, undefined, { ref: false });
      try {
        await this.#connect();
        this.#log.info("The event feed listens again");
        this.#wake(undefined);
        return;
      } catch {
        // Still away: wait longer. Readiness says so meanwhile.
      }
    }
  }
}
