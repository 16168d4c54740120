import type { Rule } from "../rule.ts";

export const emptyFile: Rule = {
  id: "manifest/empty-file",
  severity: "error",
  graph: "Serialization_FileNotValidJson",
  title: { en: "The manifest has content", fr: "Le manifeste a un contenu" },
  message: { en: "{file} is empty.", fr: "{file} est vide." },
  why: {
    en: "Everything an app declares stands in its manifest.",
    fr: "Tout ce qu'une application déclare se trouve dans son manifeste.",
  },
  fix: {
    en: "Write a manifest, or let `parvis init` write one.",
    fr: "Écrivez un manifeste, ou laissez `parvis init` l'écrire.",
  },
  source: "contracts A.3",
  passes: { words: { en: "A manifest.", fr: "Un manifeste." } },
  fails: { words: { en: "A file of zero bytes.", fr: "Un fichier de zéro octet." } },
};
