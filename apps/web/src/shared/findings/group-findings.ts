import type { Finding, Severity } from "@parvis/manifest";

export interface FindingEntry {
  readonly finding: Finding;
  /** What each alternative said, when none of several fitted. */
  readonly branches: readonly Finding[];
}

export interface FindingGroup {
  readonly severity: Severity;
  /** All findings of the group, those of alternatives too. */
  readonly count: number;
  readonly entries: readonly FindingEntry[];
}

const severities: readonly Severity[] = ["error", "warning", "suggestion"];

/** Findings as they are shown: the gravest first, alternatives under the finding that sums them up. Empty groups are left out. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  return severities.flatMap((severity) => {
    const all = findings.filter((finding) => finding.severity === severity);
    const isSum = (finding: Finding, branch: Finding) =>
      finding.branchOf === undefined && finding.file === branch.file && finding.pointer === branch.branchOf;
    // A branch whose sum is not there stands for itself, so that nothing goes missing.
    const sums = all.filter((one) => one.branchOf === undefined || !all.some((other) => isSum(other, one)));
    const taken = new Set<Finding>();
    const entries = sums.map((finding) => {
      const branches = all.filter((one) => one.branchOf !== undefined && !taken.has(one) && isSum(finding, one));
      for (const branch of branches) taken.add(branch);
      return { finding, branches };
    });
    return all.length === 0 ? [] : [{ severity, count: all.length, entries }];
  });
}
