import type { Finding, Severity } from "@parvis/manifest";

/** Text as it is compared: without case and accents. */
const folded = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLocaleLowerCase();

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
