/** `validate --sarif`: SARIF 2.1.0, as code scanning takes it. */
import { allRules, type Finding } from "@parvis/manifest";
import type { Judged } from "../input/packages.ts";
import { rulePages } from "../input/packages.ts";
import { artifactPath } from "./artifact-path.ts";

const levels = { error: "error", warning: "warning", suggestion: "note" } as const;

export function reportSarif(judged: Judged[], language: "en" | "fr"): void {
  const used = new Set(judged.flatMap((each) => each.verdict.findings.map((finding) => finding.rule)));
  const rules = allRules
    .filter((rule) => used.has(rule.id))
    .map((rule) => ({
      id: rule.id,
      shortDescription: { text: rule.title[language] },
      fullDescription: { text: rule.why[language] },
      help: { text: rule.fix[language] },
      helpUri: `https://github.com/parvis/parvis/blob/main/${rulePages}${rule.id}.md`,
    }));
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]));
  const results = judged.flatMap((each) => each.verdict.findings.map((finding) => result(each, finding, indexes)));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "parvis", informationUri: "https://github.com/parvis/parvis", rules } },
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
  process.stdout.write(`${JSON.stringify(log, null, 2)}\n`);
}

function result(judged: Judged, finding: Finding, indexes: ReadonlyMap<string, number>): object {
  const uri = artifactPath(judged, finding).split("/").map(encodeURIComponent).join("/");
  const region =
    finding.line === undefined || judged.kind === "zip"
      ? {}
      : { region: { startLine: finding.line, startColumn: finding.column ?? 1 } };
  const inside = [finding.file, finding.pointer].filter((part) => part !== "").join("#");
  return {
    ruleId: finding.rule,
    ruleIndex: indexes.get(finding.rule) ?? -1,
    level: levels[finding.severity],
    message: { text: `${finding.message} ${finding.fix}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri }, ...region },
        ...(inside === "" ? {} : { logicalLocations: [{ fullyQualifiedName: inside, kind: "member" }] }),
      },
    ],
  };
}
