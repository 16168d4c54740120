import { Kysely, PostgresDialect } from "kysely";
import { Client, Pool, type PoolConfig, TypeOverrides } from "pg";
import type { Logger } from "../log.ts";

/** A handle that knows no table yet; a store says which are its own: `sql.withTables<AppTables>()`. */
export type Sql = Kysely<Record<never, never>>;

export interface Database {
  /** Outside a transaction. Commands get theirs from `command()`. */
  readonly sql: Sql;
  /**
   * Set on a handle whose `sql` is a transaction that somebody else ends: commands run inside it. In a rehearsal it is
   * rolled back, and nothing is announced.
   */
  readonly within?: "batch" | "rehearsal";
  /** The pool below, for the few statements that Kysely would only be in the way of (group commit). */
  readonly pool: Pool;
  /** A connection of one's own, for LISTEN. */
  connectAlone(name: string): Promise<Client>;
  close(): Promise<void>;
}

const int8 = 20;
const leastServerVersion = 150_000;

/** Counters and positions fit a double for three hundred thousand years at a thousand a second. */
function numberTypes(): TypeOverrides {
  const types = new TypeOverrides();
  types.setTypeParser(int8, Number);
  return types;
}

/**
 * Opens the pool.
 * @param address `connectionString` of a server of one's own, or the private server's address.
 * @throws Error when the server is older than PostgreSQL 15, in a sentence for people.
 */
export async function openDatabase(address: PoolConfig, log: Logger): Promise<Database> {
  const config: PoolConfig = {
    ...address,
    types: numberTypes(),
    application_name: "parvis",
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
  };
  const pool = new Pool({ ...config, max: 16 });
  // A connection that breaks is replaced when next needed; without a listener the process would end. The pool itself
  // listens only while a connection lies idle, and between two statements of a transaction nobody would.
  pool.on("connect", (client) => {
    client.on("error", (error) => log.warn({ error: error.message }, "A database connection broke"));
  });
  pool.on("error", () => undefined);
  const version = await pool.query<{ server_version_num: string }>("show server_version_num");
  if (Number(version.rows[0]?.server_version_num) < leastServerVersion) {
    await pool.end();
    throw new Error(`Parvis needs PostgreSQL 15 or newer; the server says ${version.rows[0]?.server_version_num}.`);
  }
  return {
    sql: new Kysely({ dialect: new PostgresDialect({ pool }) }),
    pool,
    connectAlone: async (name) => {
      const client = new Client({ ...config, statement_timeout: 0, application_name: `parvis ${name}` });
      await client.connect();
      return client;
    },
    close: async () => await pool.end(),
  };
}
