import { parse, v7 } from "uuid";

/**
 * A new identifier: UUIDv7, so that ids sort by the time they were made (strictly, within one process) and rows land
 * at the end of their index. The `uuid` package counts within a millisecond; Node's own randomUUIDv7 does not.
 */
export function newId(): string {
  return v7();
}

/** The smallest UUIDv7 of a moment: where a partition or a page "since then" begins. */
export function firstIdAt(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** When a UUIDv7 was made, to the millisecond. */
export function momentOf(id: string): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}

/** Whether a text is a UUID in the usual form, any version. */
export function isId(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}
