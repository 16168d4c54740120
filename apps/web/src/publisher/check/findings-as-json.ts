import type { CheckResult } from "../engine/check.ts";

/** The findings in the shape of `parvis validate --json`, so that what reads one reads the other. */
export function findingsAsJson(
  path: string,
  {
    valid,
    manifestVersion,
    id,
    version,
    findings,
  }: Pick<CheckResult, "valid" | "manifestVersion" | "id" | "version" | "findings">,
): string {
  const all = findings.map((finding) => ({ ...finding, line: finding.line ?? null, column: finding.column ?? null }));
  return `${JSON.stringify({ files: [{ path, valid, manifestVersion, id, version, findings: all }] }, null, 2)}\n`;
}
