import { inSeconds, inUnit, type LimitUnit, type RateLimit } from "./webhook-text.ts";

/** A window as it is typed: 0 where there is nothing yet. */
export interface LimitRow {
  /** Tells rows apart. */
  readonly key: number;
  readonly max: number;
  readonly count: number;
  readonly unit: LimitUnit;
}

export interface LimitsChoice {
  readonly kind: "usual" | "own" | "none";
  /** Kept while another kind is chosen. */
  readonly rows: readonly LimitRow[];
}

/** What a webhook has that has none of its own (contracts.md D.2). */
export const usualLimits: readonly RateLimit[] = [
  { seconds: 1, max: 4 },
  { seconds: 30, max: 60 },
  { seconds: 3_600, max: 100 },
  { seconds: 7_200, max: 150 },
  { seconds: 86_400, max: 1_800 },
];

/** A month, as long as a window may be. */
const longestSeconds = 2_678_400;
const largestMax = 1_000_000_000;

/** What is chosen when a webhook has these limits: null for the usual ones, none for no limit. */
export function choiceOf(limits: readonly RateLimit[] | null): LimitsChoice {
  const kind = limits === null ? "usual" : limits.length === 0 ? "none" : "own";
  const shown = kind === "own" && limits !== null ? limits : usualLimits;
  return { kind, rows: shown.map(({ seconds, max }, key) => ({ key, max, ...inUnit(seconds) })) };
}

/** As the server takes them; undefined when something is missing or stands twice. */
export function limitsOf({ kind, rows }: LimitsChoice): RateLimit[] | null | undefined {
  if (kind === "usual") return null;
  if (kind === "none") return [];
  const limits = rows.map(({ max, count, unit }) => ({ seconds: inSeconds(count, unit), max }));
  const whole = limits.every(
    ({ seconds, max }) => max >= 1 && max <= largestMax && seconds >= 1 && seconds <= longestSeconds,
  );
  const distinct = new Set(limits.map(({ seconds }) => seconds)).size === limits.length;
  return whole && distinct && limits.length > 0 ? limits : undefined;
}
