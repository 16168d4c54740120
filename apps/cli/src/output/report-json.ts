/** `validate --json`: the shape promised in the interface, with what else is known about each finding. */
import type { Judged } from "../input/packages.ts";

export function reportJson(judged: Judged[]): void {
  const files = judged.map(({ path, verdict }) => ({
    path,
    valid: verdict.valid,
    manifestVersion: verdict.manifestVersion,
    id: verdict.id,
    version: verdict.version,
    findings: verdict.findings.map((finding) => ({
      ...finding,
      line: finding.line ?? null,
      column: finding.column ?? null,
    })),
  }));
  process.stdout.write(`${JSON.stringify({ files }, null, 2)}\n`);
}
