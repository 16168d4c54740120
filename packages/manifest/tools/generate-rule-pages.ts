/**
 * Writes docs/reference/rules from the rules themselves: one page a rule in English and French, and an index. Run it after changing a
 * rule: `node packages/manifest/tools/generate-rule-pages.ts`. A test compares what is committed with what this would write.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Language, Severity, Target, Text } from "../src/finding.ts";
import { allRules } from "../src/rules/index.ts";
import { type Example, type Rule, severityFor } from "../src/rules/rule.ts";

export const rulePagesFolder = join(import.meta.dirname, "../../../docs/reference/rules");

const words = {
  organization: { en: "organisation", fr: "organisation" },
  store: { en: "store", fr: "magasin" },
  error: { en: "error", fr: "erreur" },
  warning: { en: "warning", fr: "avertissement" },
  suggestion: { en: "suggestion", fr: "suggestion" },
  off: { en: "does not apply", fr: "ne s'applique pas" },
  severity: { en: "Severity", fr: "Sévérité" },
  says: { en: "What it says", fr: "Ce qu'elle dit" },
  why: { en: "Why", fr: "Pourquoi" },
  fix: { en: "How to fix it", fr: "Comment corriger" },
  passes: { en: "Passes", fr: "Passe" },
  fails: { en: "Fails", fr: "Échoue" },
  source: { en: "Source", fr: "Source" },
  graph: { en: "Microsoft Graph's code", fr: "Code de Microsoft Graph" },
} as const satisfies Record<string, Text>;

/** Every page by its path below docs/reference/rules. */
export function rulePages(): Map<string, string> {
  const pages = new Map<string, string>();
  for (const rule of allRules) pages.set(`${rule.id}.md`, page(rule));
  pages.set("README.md", index());
  return pages;
}

function page(rule: Rule): string {
  return `<!-- Written by packages/manifest/tools/generate-rule-pages.ts. Do not edit. -->\n# ${rule.id}\n\n${part(rule, "en")}\n---\n\n${part(rule, "fr")}`;
}

function part(rule: Rule, language: Language): string {
  const head = (word: keyof typeof words) => words[word][language];
  const lines = [
    `## ${rule.title[language]}`,
    "",
    `${head("severity")}: ${severities(rule, language)}`,
    "",
    ...section(head("says"), `> ${rule.message[language]}`),
    ...section(head("why"), rule.why[language]),
    ...section(head("fix"), rule.fix[language]),
    ...section(head("passes"), example(rule.passes, language)),
    ...section(head("fails"), example(rule.fails, language)),
    `${head("source")}: ${rule.source}${rule.graph === undefined ? "" : ` · ${head("graph")}: \`${rule.graph}\``}`,
  ];
  return `${lines.join("\n")}\n`;
}

function section(title: string, body: string): string[] {
  return [`### ${title}`, "", body, ""];
}

function severities(rule: Rule, language: Language): string {
  return (["organization", "store"] as Target[])
    .map((target) => `${words[target][language]}: **${words[severityFor(rule, target)][language]}**`)
    .join(", ");
}

/** Examples in JSON are what is laid over a good manifest; null means that the property is left out. */
function example(shown: Example, language: Language): string {
  if ("words" in shown) return shown.words[language];
  const text = JSON.stringify(shown.manifest, null, 2);
  const cut = text.length > 1_200 ? `${text.slice(0, 1_200)}…` : text;
  return `\`\`\`json\n${cut === "{}" ? "{ }" : cut}\n\`\`\``;
}

function index(): string {
  const areas = [...new Set(allRules.map((rule) => rule.id.split("/")[0] ?? ""))];
  const short = (grade: Severity | "off") => (grade === "off" ? "" : grade);
  const lines = [
    "<!-- Written by packages/manifest/tools/generate-rule-pages.ts. Do not edit. -->",
    "# Rules",
    "",
    `Parvis judges app packages by ${allRules.length} rules. Each page says in English and French what the rule asks for, why, and how to mend what it finds.`,
    "`parvis validate` takes the rules of an organisation's catalogue; `--for store` those of the public store.",
  ];
  for (const area of areas) {
    lines.push("", `## ${area}`, "", "| rule | asks | organisation | store |", "| --- | --- | --- | --- |");
    for (const rule of allRules.filter((each) => each.id.startsWith(`${area}/`))) {
      lines.push(
        `| [${rule.id}](${rule.id}.md) | ${rule.title.en} | ${short(severityFor(rule, "organization"))} | ${short(severityFor(rule, "store"))} |`,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}

if (import.meta.main) {
  rmSync(rulePagesFolder, { recursive: true, force: true });
  for (const [name, text] of rulePages()) {
    mkdirSync(dirname(join(rulePagesFolder, name)), { recursive: true });
    writeFileSync(join(rulePagesFolder, name), text);
  }
}
