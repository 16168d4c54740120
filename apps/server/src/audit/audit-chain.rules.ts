import { createHash } from "node:crypto";

/** The hash before the first record of an organisation. */
export function chainStart(tenantId: string): Buffer {
  return createHash("sha256").update(`parvis audit ${tenantId}`).digest();
}

/** The hash of a record: over the one before it, its number and its very text. Changing any record changes all after it. */
export function chainNext(previous: Uint8Array, sequence: number, record: string): Buffer {
  return createHash("sha256").update(previous).update(`\n${sequence}\n`).update(record).digest();
}

export interface ChainedRecord {
  readonly sequence: number;
  readonly record: string;
  readonly hash: Uint8Array;
}

/** What is wrong with a chain, at the first place where it is. */
export interface ChainFault {
  readonly kind: "missing" | "changed";
  /** The record that is missing or changed. */
  readonly sequence: number;
}

/**
 * Follows a chain over some records.
 * @param previous hash and number of the record before the first of them.
 * @returns where it stands after the last, or the first fault.
 */
export function followChain(
  previous: { readonly sequence: number; readonly hash: Uint8Array },
  records: readonly ChainedRecord[],
): { sequence: number; hash: Uint8Array } | ChainFault {
  let { sequence, hash } = previous;
  for (const next of records) {
    if (next.sequence !== sequence + 1) return { kind: "missing", sequence: sequence + 1 };
    const expected = chainNext(hash, next.sequence, next.record);
    if (!expected.equals(next.hash)) return { kind: "changed", sequence: next.sequence };
    ({ sequence, hash } = next);
  }
  return { sequence, hash };
}
