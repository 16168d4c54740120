import type { Rule } from "../rule.ts";

export const encoding: Rule = {
  id: "manifest/encoding",
  severity: "error",
  graph: "Serialization_FileNotValidJson",
  title: { en: "The manifest is UTF-8", fr: "Le manifeste est en UTF-8" },
  message: { en: "{file} is not UTF-8 but {encoding}.", fr: "{file} n'est pas en UTF-8 mais en {encoding}." },
  why: {
    en: "JSON that travels is UTF-8; in any other encoding accents turn into other letters, or nothing can be read.",
    fr: "Le JSON échangé est en UTF-8 ; dans tout autre codage les accents deviennent d'autres lettres, ou rien n'est lisible.",
  },
  fix: {
    en: "Save the file as UTF-8, or run `parvis validate --fix`.",
    fr: "Enregistrez le fichier en UTF-8, ou lancez `parvis validate --fix`.",
  },
  source: "RFC 8259, clause 8.1",
  passes: { words: { en: "UTF-8", fr: "UTF-8" } },
  fails: { words: { en: "UTF-16, Windows-1252", fr: "UTF-16, Windows-1252" } },
};
