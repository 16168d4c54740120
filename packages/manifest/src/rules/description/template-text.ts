import { peopleTexts } from "../parts.ts";
import type { Rule } from "../rule.ts";

const leftovers =
  /lorem ipsum|\b(short|full) description (for|of)\b|your (app|company|description) (name|here)|add (your )?description/i;

export const boilerplate: Rule = {
  id: "description/template-text",
  severity: { organization: "suggestion", store: "error" },
  title: { en: "Texts are yours, not the template's", fr: "Les textes sont les vôtres, pas ceux du modèle" },
  message: {
    en: "“{found}” is text that a template left behind.",
    fr: "« {found} » est un texte laissé par un modèle.",
  },
  why: {
    en: "A description that describes the template says nothing about the app.",
    fr: "Une description qui décrit le modèle ne dit rien de l'application.",
  },
  fix: { en: "Write your own text.", fr: "Écrivez votre propre texte." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { full: "Full description for Contoso Alerts" } } },
  *check({ manifest }) {
    for (const { value, pointer } of peopleTexts(manifest)) {
      const found = leftovers.exec(value)?.[0] ?? /\bTODO:/.exec(value)?.[0];
      if (found !== undefined) yield { pointer, values: { found }, found };
    }
  },
};
