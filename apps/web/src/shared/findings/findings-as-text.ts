import type { Finding } from "@parvis/manifest";

/** Where a finding is: `manifest.json:13:14 /name/short`. Empty for the package as a whole. */
export function placeAsText({ file, line, column, pointer }: Finding): string {
  const position = line === undefined ? "" : `:${line}${column === undefined ? "" : `:${column}`}`;
  return [file + position, pointer].filter((part) => part !== "").join(" ");
}

/** Words of the screen's language around what the findings say themselves. */
export interface FindingWords {
  severity(finding: Finding): string;
  readonly fix: string;
  readonly found: string;
  readonly expected: string;
}

/** Findings to paste into a mail or an issue. */
export function findingsAsText(findings: readonly Finding[], words: FindingWords): string {
  return findings
    .map((finding) =>
      [
        `${words.severity(finding)} ${finding.rule} ${placeAsText(finding)}`.trimEnd(),
        `  ${finding.message}`,
        finding.found === undefined ? undefined : `  ${words.found}: ${finding.found}`,
        finding.expected === undefined ? undefined : `  ${words.expected}: ${finding.expected}`,
        `  ${words.fix}: ${finding.fix}`,
      ]
        .filter((line) => line !== undefined)
        .join("\n"),
    )
    .join("\n\n");
}
