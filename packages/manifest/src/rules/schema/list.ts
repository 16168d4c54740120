/** What the schema says about lists and numbers. */
import type { Rule } from "../rule.ts";

const source = "contracts E.1: the official schema of the manifest's version";

export const maxItems: Rule = {
  id: "schema/maxItems",
  severity: "error",
  graph: "SchemaError_MaximumItems",
  title: { en: "Lists are no longer than allowed", fr: "Les listes ne sont pas trop longues" },
  message: {
    en: "{place} has {length} items; at most {limit} are allowed.",
    fr: "{place} a {length} éléments ; {limit} au plus sont permis.",
  },
  why: { en: "Teams shows or uses no more than that many.", fr: "Teams n'en montre ou n'en utilise pas davantage." },
  fix: { en: "Remove {over} of them.", fr: "Retirez-en {over}." },
  source,
  passes: { manifest: { validDomains: ["contoso.com"] } },
  fails: { words: { en: "Two entries in “connectors”.", fr: "Deux entrées dans « connectors »." } },
};

export const minItems: Rule = {
  ...maxItems,
  id: "schema/minItems",
  graph: "SchemaError_MinimumItems",
  title: { en: "Lists are not empty where something is needed", fr: "Les listes requises ne sont pas vides" },
  message: {
    en: "{place} has {length} items; at least {limit} are needed.",
    fr: "{place} a {length} éléments ; il en faut au moins {limit}.",
  },
  why: {
    en: "An empty list declares a feature and says nothing about it.",
    fr: "Une liste vide déclare une fonction sans rien en dire.",
  },
  fix: { en: "Add an item, or remove the list.", fr: "Ajoutez un élément, ou retirez la liste." },
  passes: { words: { en: '"scopes": ["team"]', fr: '"scopes": ["team"]' } },
  fails: { words: { en: '"scopes": []', fr: '"scopes": []' } },
};

export const uniqueItems: Rule = {
  ...maxItems,
  id: "schema/uniqueItems",
  graph: "SchemaError_UniqueItems",
  title: { en: "Nothing stands twice in a list", fr: "Rien n'apparaît deux fois dans une liste" },
  message: {
    en: "Items {j} and {i} of {place} are the same.",
    fr: "Les éléments {j} et {i} de {place} sont identiques.",
  },
  why: {
    en: "The second one does nothing; usually another value was meant.",
    fr: "Le second ne fait rien ; en général, une autre valeur était voulue.",
  },
  fix: { en: "Remove one of them.", fr: "Supprimez l'un des deux." },
  passes: { manifest: {} },
  fails: {
    manifest: {
      localizationInfo: {
        defaultLanguageTag: "en",
        additionalLanguages: [
          { languageTag: "fr", file: "fr.json" },
          { languageTag: "fr", file: "fr.json" },
        ],
      },
    },
  },
};

export const maximum: Rule = {
  ...maxItems,
  id: "schema/maximum",
  graph: "SchemaError_Maximum",
  title: { en: "Numbers are not too large", fr: "Les nombres ne sont pas trop grands" },
  message: {
    en: "{place} is {found}; at most {limit} is allowed.",
    fr: "{place} vaut {found} ; {limit} au plus est permis.",
  },
  why: { en: "The value would not fit what it sets.", fr: "La valeur ne convient pas à ce qu'elle règle." },
  fix: { en: "Write {limit} or less.", fr: "Écrivez {limit} ou moins." },
  passes: { words: { en: '"maxAudience": 50', fr: '"maxAudience": 50' } },
  fails: { words: { en: '"maxAudience": 500', fr: '"maxAudience": 500' } },
};

export const minimum: Rule = {
  ...maximum,
  id: "schema/minimum",
  graph: "SchemaError_Minimum",
  title: { en: "Numbers are not too small", fr: "Les nombres ne sont pas trop petits" },
  message: {
    en: "{place} is {found}; at least {limit} is needed.",
    fr: "{place} vaut {found} ; il faut au moins {limit}.",
  },
  fix: { en: "Write {limit} or more.", fr: "Écrivez {limit} ou plus." },
  passes: { words: { en: '"requestedHeight": 200', fr: '"requestedHeight": 200' } },
  fails: { words: { en: '"requestedHeight": 1', fr: '"requestedHeight": 1' } },
};
