/** One row a package, for runs over many. */
import type { Judged } from "../input/packages.ts";
import { paint } from "./paint.ts";
import { say } from "./words.ts";

export function summaryTable(judged: Judged[]): string {
  const header = [
    say("file"),
    "manifest",
    "version",
    say("errors"),
    say("warnings"),
    say("suggestions"),
    say("verdict"),
  ];
  const rows = judged.map(({ path, verdict }) => {
    const count = (severity: string) =>
      String(verdict.findings.filter((finding) => finding.severity === severity).length);
    const result = verdict.valid ? say("valid") : say("invalid");
    return [
      path,
      verdict.manifestVersion ?? "—",
      verdict.version ?? "—",
      count("error"),
      count("warning"),
      count("suggestion"),
      result,
    ];
  });
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [
    paint("bold", line(header)),
    ...rows.map((row) => paint(row.at(-1) === say("valid") ? "green" : "red", line(row))),
  ].join("\n");
}
