import type { Rule } from "../rule.ts";
import { description } from "./description-texts.ts";

export const firstMention: Rule = {
  id: "description/first-mention",
  severity: { organization: "off", store: "warning" },
  title: { en: "The first mention is “Microsoft Teams”", fr: "La première mention est « Microsoft Teams »" },
  message: {
    en: "description.full first says “Teams” without “Microsoft”.",
    fr: "description.full dit d'abord « Teams » sans « Microsoft ».",
  },
  why: {
    en: "After the first full mention, Teams alone is clear.",
    fr: "Après une première mention complète, Teams seul est clair.",
  },
  fix: { en: "Write “Microsoft Teams” the first time.", fr: "Écrivez « Microsoft Teams » la première fois." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { full: "Alerts in Teams. For help visit https://www.contoso.com/support" } } },
  *check({ manifest }) {
    const text = description(manifest, "full");
    const first = /(Microsoft\s+)?\bTeams\b/.exec(text);
    if (first !== null && first[1] === undefined)
      yield { pointer: "/description/full", found: first[0], expected: "Microsoft Teams" };
  },
};
