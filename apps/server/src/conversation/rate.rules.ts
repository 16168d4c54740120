import type { RateLimit } from "../connectors/index.ts";

export type { RateLimit } from "../connectors/index.ts";

/** Where a webhook stands in its windows after a post. */
export interface RateStanding {
  readonly limits: readonly RateLimit[];
  /** Cards that still fit into each window. */
  readonly remaining: readonly number[];
  /** Whole seconds until each window rolls. */
  readonly resets: readonly number[];
}

export function standingOf(
  limits: readonly RateLimit[],
  counts: readonly number[],
  resets: readonly number[],
): RateStanding {
  return {
    limits,
    remaining: limits.map(({ max }, index) => Math.max(max - (counts[index] ?? 0), 0)),
    resets: resets.map((seconds) => Math.max(Math.ceil(seconds), 1)),
  };
}

/** Seconds until every full window has rolled: earlier, the next card would be turned away again. */
export function retryAfter({ remaining, resets }: RateStanding): number {
  return Math.max(1, ...resets.filter((_, index) => remaining[index] === 0));
}

/**
 * Headers of draft-ietf-httpapi-ratelimit-headers: the policy names every window, the limit the one that binds, which is
 * the fullest, and of equally full ones that which lasts longest.
 */
export function rateHeaders({ limits, remaining, resets }: RateStanding): Record<string, string> {
  if (limits.length === 0) return {};
  const name = (seconds: number) => `"${seconds}s"`;
  const order = limits.map((_, index) => index);
  const tightest = order.toSorted(
    (a, b) => (remaining[a] ?? 0) - (remaining[b] ?? 0) || (resets[b] ?? 0) - (resets[a] ?? 0),
  )[0] as number;
  return {
    "RateLimit-Policy": limits.map(({ seconds, max }) => `${name(seconds)};q=${max};w=${seconds}`).join(", "),
    RateLimit: `${name(limits[tightest]?.seconds ?? 0)};r=${remaining[tightest]};t=${resets[tightest]}`,
  };
}
