import { randomUUID } from "node:crypto";

/** Ids of one millisecond are told apart, and kept in order, by a counter of 12 bits (RFC 9562 section 6.2, method 1). */
const counterLimit = 0x1000;
let lastMillisecond = 0;
let counter = 0;

/**
 * A new identifier: UUIDv7, so that ids sort by the time they were made (strictly, within one process) and rows land
 * at the end of their index. Written here because every card needs one: the uuid package asks the kernel for random bytes
 * each time (6 % of ingest), and Node's own randomUUIDv7 does not keep the order within a millisecond.
 */
export function newId(): string {
  const now = Date.now();
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = 0;
  } else if (++counter === counterLimit) {
    // More than four thousand in one millisecond: borrow from the next.
    lastMillisecond++;
    counter = 0;
  }
  const time = lastMillisecond.toString(16).padStart(12, "0");
  // A version 4 id ends in the variant and 62 random bits, which is just how a version 7 id ends.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, "0")}${randomUUID().slice(18)}`;
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
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}
