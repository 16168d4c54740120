import type { Database, Sql } from "../database/database.ts";
import { appendEvent, type NewEvent, type Origin } from "./event-log.ts";

/** What a command gives back: its event, and what the caller asked for. */
export interface Outcome<T> {
  readonly event: NewEvent;
  readonly result: T;
}

/**
 * Runs one command: one transaction that loads, decides, writes, and ends with its one event. Nothing is announced
 * that did not commit, and nothing that committed goes unannounced. Within a batch it is part of the batch's transaction.
 * @param body gets the transaction; what it throws rolls everything back and reaches the caller as it is.
 */
export async function command<T>(
  database: Database,
  origin: Origin,
  body: (tx: Sql) => Promise<Outcome<T>>,
): Promise<T> {
  const run = async (tx: Sql) => {
    const { event, result } = await body(tx);
    if (database.within !== "rehearsal") await appendEvent(tx, origin, event);
    return result;
  };
  return database.within === undefined ? await database.sql.transaction().execute(run) : await run(database.sql);
}

/**
 * Several commands as one transaction: all of them happen, each with its event, or none.
 * @param body makes the services it needs on the handle it gets.
 */
export async function batch<T>(database: Database, body: (within: Database) => Promise<T>): Promise<T> {
  return await database.sql.transaction().execute(async (tx) => await body({ ...database, sql: tx, within: "batch" }));
}

/** Thrown to end a rehearsal; carries what was found out. */
class RehearsalEnds extends Error {
  readonly found: unknown;

  constructor(found: unknown) {
    super("A rehearsal ends");
    this.found = found;
  }
}

/** Runs commands to see what they would do: everything is rolled back, and nobody hears of it. */
export async function rehearse<T>(database: Database, body: (within: Database) => Promise<T>): Promise<T> {
  try {
    await database.sql.transaction().execute(async (tx) => {
      throw new RehearsalEnds(await body({ ...database, sql: tx, within: "rehearsal" }));
    });
  } catch (error) {
    if (error instanceof RehearsalEnds) return error.found as T;
    throw error;
  }
  throw new Error("A rehearsal always ends by being rolled back.");
}
