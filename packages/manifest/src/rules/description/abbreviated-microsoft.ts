import type { Rule } from "../rule.ts";
import { matches } from "./description-texts.ts";

export const abbreviations: Rule = {
  id: "description/abbreviated-microsoft",
  severity: { organization: "off", store: "error" },
  title: { en: "Microsoft is not abbreviated", fr: "Microsoft n'est pas abrégé" },
  message: { en: "{place} says “{found}”.", fr: "{place} dit « {found} »." },
  why: {
    en: "The store asks for the full name: MS and MSFT mean other things to other people.",
    fr: "Le magasin demande le nom complet : MS et MSFT ont d'autres sens ailleurs.",
  },
  fix: { en: "Write “Microsoft Teams” or “Microsoft”.", fr: "Écrivez « Microsoft Teams » ou « Microsoft »." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { short: "Contoso alerts in MS Teams" } } },
  check: (subject) => matches(subject, /\bMS[- ]Teams\b|\bMSFT\b|\bMS\b(?=\s+(Office|365|Outlook))/),
};
