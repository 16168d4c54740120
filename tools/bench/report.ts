/** What a benchmark prints; `interface.md` fixes the shape of its JSON. */
export interface BenchReport {
  readonly figures: readonly { readonly name: string; readonly value: number; readonly unit: string }[];
  /** `holds` says whether `value` keeps `budget`. */
  readonly ratios: readonly {
    readonly name: string;
    readonly value: number;
    readonly budget: number;
    readonly holds: boolean;
  }[];
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** A ratio that must be at least its budget. */
export function atLeast(name: string, value: number, budget: number): BenchReport["ratios"][number] {
  return { name, value, budget, holds: value >= budget };
}

/** A ratio that must be at most its budget. */
export function atMost(name: string, value: number, budget: number): BenchReport["ratios"][number] {
  return { name, value, budget, holds: value <= budget };
}

/** The value that `percent` of the values do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}
