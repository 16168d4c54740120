import type { Rule } from "../rule.ts";
import { matches } from "./description-texts.ts";

export const comparisons: Rule = {
  id: "description/comparison",
  severity: { organization: "off", store: "warning" },
  title: { en: "No comparison with others", fr: "Pas de comparaison avec d'autres" },
  message: { en: "{place} compares: “{found}”.", fr: "{place} compare : « {found} »." },
  why: { en: "A listing speaks of its own app.", fr: "Une fiche parle de sa propre application." },
  fix: { en: "Leave the comparison out.", fr: "Retirez la comparaison." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { short: "Faster alerts, better than Northwind" } } },
  check: (subject) =>
    matches(subject, /\b(better|faster|cheaper|easier|safer) than\b|\bunlike (other|any)\b|\balternative to\b/i),
};
