import type { Client } from "pg";
import type { Database } from "../platform/database/database.ts";

/**
 * Which node serves a target: advisory locks of the database, on a connection of their own, so that a node that dies
 * lets go at once. A connection that breaks loses its locks; then two nodes may send the same card, which receivers can
 * tell by its id.
 */
export class TargetLocks {
  readonly #database: Pick<Database, "connectAlone">;
  #client: Promise<Client> | undefined;
  /** A connection does one thing at a time. */
  #line: Promise<unknown> = Promise.resolve();

  constructor(database: Pick<Database, "connectAlone">) {
    this.#database = database;
  }

  /** @returns false when another node has it. Not to be asked twice by one node. */
  async take(targetId: string): Promise<boolean> {
    return await this.#inLine(async (client) => {
      const { rows } = await client.query<{ taken: boolean }>(
        "select pg_try_advisory_lock(hashtextextended($1, 0)) as taken",
        [targetId],
      );
      return rows[0]?.taken === true;
    });
  }

  async release(targetId: string): Promise<void> {
    await this.#inLine(
      async (client) => await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [targetId]),
    );
  }

  async close(): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  async #inLine<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const done = this.#line.then(async () => await work(await this.#open()));
    this.#line = done.catch(() => undefined);
    return await done;
  }

  #open(): Promise<Client> {
    this.#client ??= this.#connect();
    return this.#client;
  }

  async #connect(): Promise<Client> {
    try {
      const client = await this.#database.connectAlone("target locks");
      client.on("error", () => undefined); // "end" follows.
      client.on("end", () => {
        this.#client = undefined;
      });
      return client;
    } catch (error) {
      this.#client = undefined;
      throw error;
    }
  }
}
