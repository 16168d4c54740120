import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

export const shortNameLength: Rule = {
  id: "name/short-length",
  severity: "error",
  graph: "ShortNameLengthCheck",
  title: { en: "The short name fits", fr: "Le nom court tient" },
  message: {
    en: "name.short has {length} characters; 30 are allowed.",
    fr: "name.short compte {length} caractères ; 30 sont permis.",
  },
  why: {
    en: "Longer names are cut off in the app bar. Schemas that do not say so are made up for here.",
    fr: "Les noms plus longs sont coupés dans la barre. Les schémas qui ne le disent pas sont complétés ici.",
  },
  fix: { en: "Shorten the name.", fr: "Raccourcissez le nom." },
  source: "contracts A.3, E.1",
  passes: { manifest: { name: { short: "Contoso Alerts" } } },
  fails: {
    words: {
      en: "A name of 31 characters under a schema without that limit.",
      fr: "Un nom de 31 caractères sous un schéma sans cette limite.",
    },
  },
  *check({ manifest }) {
    const length = [...(textAt(manifest, "name", "short") ?? "")].length;
    if (length > 30) yield { pointer: "/name/short", values: { length }, expected: "<= 30" };
  },
};
