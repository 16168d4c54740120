import type { Finding, Severity } from "@parvis/manifest";
import { folded } from "../../shared/language/matches.ts";

interface Filter {
  readonly severity?: Severity | undefined;
  /** Words that must all stand somewhere in the finding. */
  readonly find?: string | undefined;
}

/** The findings that are looked for, in their order. */
export function filterFindings(findings: readonly Finding[], { severity, find = "" }: Filter): readonly Finding[] {
  const words = folded(find).split(/\s+/).filter(Boolean);
  if (severity === undefined && words.length === 0) return findings;
  return findings.filter((finding) => {
    if (severity !== undefined && finding.severity !== severity) return false;
    const { rule, file, pointer, message, fix, found = "", expected = "" } = finding;
    const text = words.length === 0 ? "" : folded([rule, file, pointer, message, fix, found, expected].join("\n"));
    return words.every((word) => text.includes(word));
  });
}
