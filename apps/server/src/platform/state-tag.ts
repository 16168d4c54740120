import { createHash } from "node:crypto";
import { ParvisError } from "./errors.ts";

/** The entity tag of a state: two that say the same have the same (RFC 9110 section 8.8.3). */
export function tagOf(state: unknown): string {
  return `"${createHash("sha256").update(JSON.stringify(state)).digest("base64url").slice(0, 22)}"`;
}

/** Whether an `If-Match` names a tag; none at all, and `*`, name every one (RFC 9110 section 13.1.1). */
export function matches(ifMatch: string | undefined, tag: string): boolean {
  if (ifMatch === undefined || ifMatch.trim() === "*") return true;
  return ifMatch.split(",").some((given) => given.trim().replace(/^W\//, "") === tag);
}

/** One place where two states differ. */
export interface Difference {
  readonly path: string;
  readonly yours: unknown;
  readonly now: unknown;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Where what somebody wants to save differs from what is there now; members they do not mention do not count. */
export function differences(yours: unknown, now: unknown, path = ""): Difference[] {
  if (isRecord(yours) && isRecord(now)) {
    return Object.entries(yours).flatMap(([name, value]) =>
      value === undefined ? [] : differences(value, now[name], path === "" ? name : `${path}.${name}`),
    );
  }
  return JSON.stringify(yours) === JSON.stringify(now) ? [] : [{ path, yours, now }];
}

/**
 * Refuses to save over what somebody else has saved meanwhile.
 * @param wanted what is to be saved, @param current what is there, as its tag was made from.
 * @throws ParvisError change/stale with what is there now and where it differs.
 */
export function assertFresh(
  ifMatch: string | undefined,
  wanted: unknown,
  current: unknown,
  last: { by: string | null; at: Date | null },
): void {
  const tag = tagOf(current);
  if (matches(ifMatch, tag)) return;
  throw new ParvisError("change/stale", {
    detail: "Somebody else saved since you opened this. Look at what differs, then save again.",
    extra: {
      current,
      etag: tag,
      changedBy: last.by,
      changedAt: last.at?.toISOString() ?? null,
      difference: differences(wanted, current),
    },
  });
}
