import type { Database, Sql } from "../database/database.ts";
import { appendEvent, type NewEvent, type Origin } from "./event-log.ts";

/** What a command gives back: its event, and what the caller asked for. */
export interface Outcome<T> {
  readonly event: NewEvent;
  readonly result: T;
}

/**
 * Runs one command: one transaction that loads, decides, writes, and ends with its one event. Nothing is announced
 * that did not commit, and nothing that committed goes unannounced.
 * @param body gets the transaction; what it throws rolls everything back and reaches the caller as it is.
 */
export async function command<T>(
  database: Database,
  origin: Origin,
  body: (tx: Sql) => Promise<Outcome<T>>,
): Promise<T> {
  return await database.sql.transaction().execute(async (tx) => {
    const { event, result } = await body(tx);
    await appendEvent(tx, origin, event);
    return result;
  });
}
