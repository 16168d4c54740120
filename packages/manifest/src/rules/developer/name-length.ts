import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

export const developerNameLength: Rule = {
  id: "developer/name-length",
  severity: "error",
  graph: "DeveloperNameLengthCheck",
  title: { en: "The developer's name fits", fr: "Le nom du développeur tient" },
  message: {
    en: "developer.name has {length} characters; 32 are allowed.",
    fr: "developer.name compte {length} caractères ; 32 sont permis.",
  },
  why: {
    en: "Longer names are cut off. Schemas that do not say so are made up for here.",
    fr: "Les noms plus longs sont coupés. Les schémas qui ne le disent pas sont complétés ici.",
  },
  fix: { en: "Use the short form of the name.", fr: "Utilisez la forme courte du nom." },
  source: "contracts A.3",
  passes: { manifest: {} },
  fails: {
    words: {
      en: "A name of 33 characters under a schema without that limit.",
      fr: "Un nom de 33 caractères sous un schéma sans cette limite.",
    },
  },
  *check({ manifest }) {
    const length = [...(textAt(manifest, "developer", "name") ?? "")].length;
    if (length > 32) yield { pointer: "/developer/name", values: { length }, expected: "<= 32" };
  },
};
