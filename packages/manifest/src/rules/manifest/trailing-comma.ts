import type { Rule } from "../rule.ts";

export const trailingComma: Rule = {
  id: "manifest/trailing-comma",
  severity: "error",
  graph: "Serialization_TrailingCommaInManifestJsonFile",
  title: { en: "No comma after the last item", fr: "Pas de virgule après le dernier élément" },
  message: {
    en: "There is a comma before a closing bracket in {file}.",
    fr: "Il y a une virgule avant un crochet fermant dans {file}.",
  },
  why: {
    en: "JSON has no trailing commas. Editors forgive them, Teams does not.",
    fr: "JSON n'admet pas de virgule finale. Les éditeurs la pardonnent, Teams non.",
  },
  fix: {
    en: "Remove the comma, or run `parvis validate --fix`.",
    fr: "Retirez la virgule, ou lancez `parvis validate --fix`.",
  },
  source: "contracts A.3",
  passes: { words: { en: '"permissions": ["identity"]', fr: '"permissions": ["identity"]' } },
  fails: { words: { en: '"permissions": ["identity",]', fr: '"permissions": ["identity",]' } },
};
