/** At most `max` cards in each window of `seconds`; windows begin at whole multiples of their length (UTC). */
export interface RateLimit {
  readonly seconds: number;
  readonly max: number;
}

export type WebhookMode = "compatible" | "strict";

/** The windows of contracts.md D.2, which hold for every webhook that has none of its own. */
export const defaultRateLimits: readonly RateLimit[] = [
  { seconds: 1, max: 4 },
  { seconds: 30, max: 60 },
  { seconds: 3_600, max: 100 },
  { seconds: 7_200, max: 150 },
  { seconds: 86_400, max: 1_800 },
];

/** Old addresses of a rotated webhook work for a day unless somebody says otherwise, and for a month at most. */
export const graceSeconds = { usual: 86_400, most: 30 * 86_400 };

/** The windows that hold, shortest first. */
export function limitsInForce(own: readonly RateLimit[] | null): readonly RateLimit[] {
  return (own ?? defaultRateLimits).toSorted((a, b) => a.seconds - b.seconds);
}
