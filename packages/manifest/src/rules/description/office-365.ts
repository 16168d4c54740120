import type { Rule } from "../rule.ts";
import { matches } from "./description-texts.ts";

export const office365: Rule = {
  id: "description/office-365",
  severity: { organization: "off", store: "error" },
  title: { en: "It is Microsoft 365", fr: "On dit Microsoft 365" },
  message: { en: "{place} says “{found}”.", fr: "{place} dit « {found} »." },
  why: {
    en: "Office 365 was renamed; the store asks for the current name.",
    fr: "Office 365 a changé de nom ; le magasin demande l'actuel.",
  },
  fix: { en: "Write “Microsoft 365”.", fr: "Écrivez « Microsoft 365 »." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { short: "Alerts for Office 365" } } },
  check: (subject) => matches(subject, /\b(Office|O)\s?365\b/i),
};
