import type { Rule } from "../rule.ts";
import { matches } from "./description-texts.ts";

export const certified: Rule = {
  id: "description/certified",
  severity: { organization: "off", store: "warning" },
  title: { en: "Only certified partners say certified", fr: "Seuls les partenaires certifiés se disent certifiés" },
  message: { en: "{place} says “{found}”.", fr: "{place} dit « {found} »." },
  why: {
    en: "“Certified for” and “powered by” are promises that only certified partners may make.",
    fr: "« Certifié pour » et « propulsé par » sont des promesses réservées aux partenaires certifiés.",
  },
  fix: {
    en: "Leave it out unless you are one; the badge is shown by itself.",
    fr: "Retirez-le si vous ne l'êtes pas ; le badge s'affiche de lui-même.",
  },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { short: "Certified for Microsoft Teams" } } },
  check: (subject) => matches(subject, /\b(certified (for|by)|powered by) (Microsoft|Teams|Azure)[^\s.]*/i),
};
