import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

export const descriptionLength: Rule = {
  id: "description/length",
  severity: "error",
  title: { en: "Descriptions fit", fr: "Les descriptions tiennent" },
  message: {
    en: "description.{key} has {length} characters; {limit} are allowed.",
    fr: "description.{key} compte {length} caractères ; {limit} sont permis.",
  },
  why: {
    en: "Longer text is cut off. Schemas that do not say so are made up for here.",
    fr: "Un texte plus long est coupé. Les schémas qui ne le disent pas sont complétés ici.",
  },
  fix: { en: "Shorten it.", fr: "Raccourcissez-la." },
  source: "contracts A.3, E.1",
  passes: { manifest: {} },
  fails: {
    words: {
      en: "A short description of 81 characters under a schema without that limit.",
      fr: "Une description courte de 81 caractères sous un schéma sans cette limite.",
    },
  },
  *check({ manifest }) {
    for (const [key, limit, graph] of [
      ["short", 80, "ShortDescriptionLengthCheck"],
      ["full", 4000, "FullDescriptionLengthCheck"],
    ] as const) {
      const length = [...(textAt(manifest, "description", key) ?? "")].length;
      if (length > limit)
        yield { pointer: `/description/${key}`, values: { key, length, limit }, graph, expected: `<= ${limit}` };
    }
  },
};
