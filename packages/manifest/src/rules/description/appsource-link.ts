import type { Rule } from "../rule.ts";
import { matches } from "./description-texts.ts";

export const appSourceLink: Rule = {
  id: "description/appsource-link",
  severity: { organization: "off", store: "error" },
  title: { en: "No links to AppSource", fr: "Pas de liens vers AppSource" },
  message: { en: "{place} links to “{found}”.", fr: "{place} renvoie vers « {found} »." },
  why: {
    en: "A listing that sends people to another listing leaves them where they began.",
    fr: "Une fiche qui renvoie à une autre fiche ramène au point de départ.",
  },
  fix: { en: "Link to your own pages.", fr: "Renvoyez vers vos propres pages." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { short: "See https://appsource.microsoft.com/x" } } },
  check: (subject) => matches(subject, /\b(appsource\.microsoft\.com|marketplace\.microsoft\.com)[^\s]*/i),
};
