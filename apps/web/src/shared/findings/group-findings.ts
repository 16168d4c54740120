import type { Finding, Severity } from "@parvis/manifest";
import type { FindingGrouping } from "./finding-groupings.ts";

export interface FindingEntry {
  readonly finding: Finding;
  /** What each alternative said, when none of several fitted. */
  readonly branches: readonly Finding[];
}

/** By how grave they are, by the file they are in, or by the area of their rule. */

export interface FindingGroup {
  /** The severity, the path of the file, or the area. */
  readonly key: string;
  /** All findings of the group, those of alternatives too. */
  readonly count: number;
  readonly entries: readonly FindingEntry[];
}

const severities: readonly Severity[] = ["error", "warning", "suggestion"];

const keyOf: Readonly<Record<FindingGrouping, (finding: Finding) => string>> = {
  severity: ({ severity }) => severity,
  file: ({ file }) => file,
  area: ({ rule }) => rule.split("/")[0] ?? rule,
};

/** Findings as they are shown: the gravest first, alternatives under the finding that sums them up. Empty groups are left out. */
export function groupFindings(findings: readonly Finding[], by: FindingGrouping = "severity"): FindingGroup[] {
  const sorted = severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const groups = Map.groupBy(sorted, keyOf[by]);
  return [...groups].map(([key, all]) => ({ key, count: all.length, entries: entriesOf(all) }));
}

const place = (file: string, pointer: string | undefined) => `${file} ${pointer}`;

function entriesOf(all: readonly Finding[]): FindingEntry[] {
  const sums = new Map<string, Finding>();
  for (const one of all) {
    const at = place(one.file, one.pointer);
    if (one.branchOf === undefined && !sums.has(at)) sums.set(at, one);
  }
  const sumOf = (one: Finding) => (one.branchOf === undefined ? undefined : sums.get(place(one.file, one.branchOf)));
  const branches = Map.groupBy(all, sumOf);
  // A branch whose sum is not there stands for itself, so that nothing goes missing.
  return all
    .filter((one) => sumOf(one) === undefined)
    .map((finding) => ({ finding, branches: branches.get(finding) ?? [] }));
}

/** The first entries of the groups, as many as asked for in all. */
export function firstEntries(groups: readonly FindingGroup[], most: number): FindingGroup[] {
  let left = most;
  return groups.flatMap((group) => {
    const entries = group.entries.slice(0, left);
    left -= entries.length;
    return entries.length === 0 ? [] : [{ ...group, entries }];
  });
}
