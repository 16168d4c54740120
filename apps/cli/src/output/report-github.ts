/** `validate --github`: workflow commands that GitHub Actions turns into annotations on the lines. */
import type { Judged } from "../input/packages.ts";
import { artifactPath } from "./artifact-path.ts";

const levels = { error: "error", warning: "warning", suggestion: "notice" } as const;

export function reportGithub(judged: Judged[]): void {
  for (const each of judged) {
    for (const finding of each.verdict.findings) {
      const properties: [string, string | number][] = [["file", artifactPath(each, finding)]];
      if (finding.line !== undefined && each.kind !== "zip")
        properties.push(["line", finding.line], ["col", finding.column ?? 1]);
      properties.push(["title", finding.rule]);
      const list = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(",");
      process.stdout.write(`::${levels[finding.severity]} ${list}::${data(`${finding.message} ${finding.fix}`)}\n`);
    }
  }
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
