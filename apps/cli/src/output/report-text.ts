/** Findings for a person: what, where with the line itself, how to mend it; a table at the end when there were several packages. */
import type { Finding } from "@parvis/manifest";
import type { Judged } from "../input/packages.ts";
import { excerpt } from "./excerpt.ts";
import { paint, severityColor } from "./paint.ts";
import { summaryTable } from "./summary-table.ts";
import { say, speak } from "./words.ts";

export function reportText(judged: Judged[], language: "en" | "fr", quiet: boolean): void {
  speak(language);
  for (const each of judged) {
    if (each.verdict.findings.length > 0) reportOne(each);
    else if (!quiet) process.stdout.write(`${paint("green", "✓")} ${each.path} ${paint("dim", say("ok"))}\n`);
  }
  if (judged.length > 1) process.stdout.write(`\n${summaryTable(judged)}\n`);
}

function reportOne(judged: Judged): void {
  const { verdict, path } = judged;
  const facts = [
    verdict.manifestVersion && `manifest ${verdict.manifestVersion}`,
    verdict.version && `version ${verdict.version}`,
  ];
  process.stdout.write(`\n${paint("bold", path)} ${paint("dim", facts.filter(Boolean).join(", "))}\n`);
  // What the branches of an anyOf say is folded under the finding that sums them up.
  const shown = verdict.findings.filter((finding) => finding.branchOf === undefined);
  for (const finding of shown) {
    process.stdout.write(block(judged, finding));
    if (!/^schema\/(anyOf|oneOf)$/.test(finding.rule)) continue;
    const branches = verdict.findings.filter(
      (other) => other.branchOf === finding.pointer && other.file === finding.file,
    );
    if (branches.length === 0) continue;
    process.stdout.write(`      ${paint("dim", `${say("branches")}:`)}\n`);
    for (const branch of branches.slice(0, 8)) process.stdout.write(`      ${paint("dim", `· ${branch.message}`)}\n`);
  }
  const counted = (severity: Finding["severity"]) => {
    const count = verdict.findings.filter((finding) => finding.severity === severity).length;
    return `${count} ${say(count === 1 ? severity : `${severity}s`)}`;
  };
  const mark = verdict.valid ? paint("green", `✓ ${say("valid")}`) : paint("red", `✗ ${say("invalid")}`);
  const counts = (["error", "warning", "suggestion"] as const).map(counted).join(", ");
  process.stdout.write(`\n  ${mark}  ${counts}\n`);
}

function block(judged: Judged, finding: Finding): string {
  const color = severityColor[finding.severity];
  const place = [finding.file, finding.line && `${finding.line}:${finding.column}`].filter(Boolean).join(":");
  const lines = [
    `\n  ${paint([color, "bold"], say(finding.severity))} ${paint("dim", finding.rule)}  ${place}`,
    `    ${finding.message}`,
  ];
  const text = finding.line === undefined ? null : judged.text(finding.file);
  if (text !== null) lines.push(...excerpt(text, finding).map((line) => `    ${line}`));
  if (finding.expected !== undefined && finding.found !== undefined) {
    lines.push(
      `    ${paint("dim", `${say("found")}:`)} ${finding.found}  ${paint("dim", `${say("expected")}:`)} ${finding.expected}`,
    );
  }
  lines.push(
    `    ${paint("green", `${say("fix")}:`)} ${finding.fix}`,
    `    ${paint("dim", `${say("see")}: ${finding.help}`)}`,
  );
  return `${lines.join("\n")}\n`;
}
