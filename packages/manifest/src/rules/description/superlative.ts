import type { Rule } from "../rule.ts";
import { matches } from "./description-texts.ts";

export const superlatives: Rule = {
  id: "description/superlative",
  severity: { organization: "off", store: "warning" },
  title: { en: "No claims that cannot be checked", fr: "Pas d'affirmations invérifiables" },
  message: { en: "{place} claims “{found}”.", fr: "{place} affirme « {found} »." },
  why: {
    en: "“The best” and “number one” need proof; the store asks to leave them out.",
    fr: "« Le meilleur » et « numéro un » demandent des preuves ; le magasin demande de les retirer.",
  },
  fix: {
    en: "Say what the app does instead of how it ranks.",
    fr: "Dites ce que fait l'application plutôt que son rang.",
  },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { short: "The best alerts in the world" } } },
  check: (subject) =>
    matches(
      subject,
      /\b(the best|world'?s (best|first|leading|number one)|number one|#1|no\. ?1|most (advanced|powerful|popular)|unrivalled|unparalleled|market[- ]leading|world[- ]class)\b/i,
    ),
};
