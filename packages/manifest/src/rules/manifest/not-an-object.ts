import type { Rule } from "../rule.ts";

export const notAnObject: Rule = {
  id: "manifest/not-an-object",
  severity: "error",
  graph: "SchemaError_Type",
  title: { en: "The manifest is one JSON object", fr: "Le manifeste est un objet JSON" },
  message: {
    en: "{file} holds a JSON {kind} where an object {…} should stand.",
    fr: "{file} contient un JSON de type {kind} au lieu d'un objet {…}.",
  },
  why: {
    en: "A manifest names its parts; a list or a text has no names.",
    fr: "Un manifeste nomme ses parties ; une liste ou un texte n'a pas de noms.",
  },
  fix: { en: "Begin the file with { and end it with }.", fr: "Commencez le fichier par { et terminez-le par }." },
  source: "contracts E.1",
  passes: { words: { en: '{ "manifestVersion": "1.16" }', fr: '{ "manifestVersion": "1.16" }' } },
  fails: { words: { en: '[{ "manifestVersion": "1.16" }]', fr: '[{ "manifestVersion": "1.16" }]' } },
};
