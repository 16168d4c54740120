import type { Secret } from "./registration-queries.ts";

/** Whether a secret no longer works. */
export function expired({ expiresAt }: Pick<Secret, "expiresAt">): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= Date.now();
}

/** How long a new secret may be good for, in months; null for ever. */
export const lifetimes = [6, 12, 24, null] as const;
export type Lifetime = (typeof lifetimes)[number];

/** So many months from now, as the API takes it. */
export function expiryOf(months: Lifetime, now: Date): string | null {
  if (months === null) return null;
  const then = new Date(now);
  then.setUTCMonth(then.getUTCMonth() + months);
  return then.toISOString();
}
