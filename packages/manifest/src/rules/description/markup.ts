import type { Rule } from "../rule.ts";
import { matches } from "./description-texts.ts";

export const markup: Rule = {
  id: "description/markup",
  severity: { organization: "suggestion", store: "warning" },
  title: { en: "Descriptions hold no HTML", fr: "Les descriptions ne contiennent pas de HTML" },
  message: { en: "{place} holds HTML: “{found}”.", fr: "{place} contient du HTML : « {found} »." },
  why: { en: "Tags are shown as they stand.", fr: "Les balises s'affichent telles quelles." },
  fix: { en: "Use plain text or Markdown.", fr: "Utilisez du texte simple ou du Markdown." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { short: "See <b>alerts</b>" } } },
  check: (subject) => matches(subject, /<\/?(b|i|p|br|ul|li|a|div|span|strong|em|h[1-6])(\s[^>]*)?>/i),
};
