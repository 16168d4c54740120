import type { Rule } from "../rule.ts";
import { description } from "./description-texts.ts";

export const tooManyWords: Rule = {
  id: "description/500-words",
  severity: { organization: "off", store: "error" },
  title: { en: "The full description has at most 500 words", fr: "La description complète a 500 mots au plus" },
  message: {
    en: "description.full has {count} words; 500 are allowed.",
    fr: "description.full compte {count} mots ; 500 sont permis.",
  },
  why: {
    en: "Nobody reads further, and the store does not take more.",
    fr: "Personne ne lit davantage, et le magasin n'en prend pas plus.",
  },
  fix: { en: "Keep what a person needs to decide.", fr: "Gardez ce qu'il faut pour décider." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: {
    manifest: { description: { full: `Alerts ${"and more ".repeat(250)} for help visit https://www.contoso.com` } },
  },
  *check({ manifest }) {
    const count = description(manifest, "full").split(/\s+/).filter(Boolean).length;
    if (count > 500) yield { pointer: "/description/full", values: { count }, expected: "<= 500" };
  },
};
