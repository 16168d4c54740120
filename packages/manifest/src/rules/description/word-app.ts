import type { Rule } from "../rule.ts";
import { matches } from "./description-texts.ts";

export const wordApp: Rule = {
  id: "description/word-app",
  severity: { organization: "off", store: "suggestion" },
  title: {
    en: "The short description does without the word “app”",
    fr: "La description courte se passe du mot « app »",
  },
  message: { en: "description.short says “{found}”.", fr: "description.short dit « {found} »." },
  why: {
    en: "Everything in the store is an app; the word takes room from what it does.",
    fr: "Tout dans le magasin est une application ; le mot prend la place de ce qu'elle fait.",
  },
  fix: {
    en: "Begin with a verb: “See”, “Plan”, “Share”.",
    fr: "Commencez par un verbe : « Voir », « Planifier », « Partager ».",
  },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { short: "An app for alerts" } } },
  check: (subject) => matches(subject, /\bapps?\b/i, ["short"]),
};
