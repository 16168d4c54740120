/** What the schema says about texts. */
import type { Rule } from "../rule.ts";

const source = "contracts E.1: the official schema of the manifest's version";

export const maxLength: Rule = {
  id: "schema/maxLength",
  severity: "error",
  graph: "SchemaError_MaximumLength",
  title: { en: "Texts are no longer than allowed", fr: "Les textes ne dépassent pas la longueur permise" },
  message: {
    en: "{place} has {length} characters; at most {limit} are allowed.",
    fr: "{place} compte {length} caractères ; {limit} au plus sont permis.",
  },
  why: { en: "Longer text would be cut off where it is shown.", fr: "Un texte plus long serait coupé à l'affichage." },
  fix: { en: "Shorten it by {over} characters.", fr: "Raccourcissez-le de {over} caractères." },
  source,
  passes: { manifest: { name: { short: "Contoso" } } },
  fails: { manifest: { name: { short: "Contoso notifications and reports" } } },
};

export const minLength: Rule = {
  ...maxLength,
  id: "schema/minLength",
  graph: "SchemaError_MinimumLength",
  title: { en: "Texts are not empty where text is needed", fr: "Les textes requis ne sont pas vides" },
  message: {
    en: "{place} has {length} characters; at least {limit} are needed.",
    fr: "{place} compte {length} caractères ; il en faut au moins {limit}.",
  },
  why: {
    en: "The text is shown or used as a key; without it there is nothing to show.",
    fr: "Ce texte est affiché ou sert de clé ; sans lui, il n'y a rien à montrer.",
  },
  fix: { en: "Write a text, or remove the property.", fr: "Écrivez un texte, ou retirez la propriété." },
  passes: { words: { en: '"name": "add"', fr: '"name": "ajouter"' } },
  fails: { words: { en: '"name": ""', fr: '"name": ""' } },
};

export const pattern: Rule = {
  ...maxLength,
  id: "schema/pattern",
  graph: "SchemaError_Pattern",
  title: { en: "Texts have the required form", fr: "Les textes ont la forme requise" },
  message: {
    en: "{place} is “{found}”, which is not {form}.",
    fr: "{place} vaut « {found} », ce qui n'est pas {form}.",
  },
  why: {
    en: "Ids, addresses and colours are read by programs, which accept one form only.",
    fr: "Identifiants, adresses et couleurs sont lus par des programmes, qui n'acceptent qu'une forme.",
  },
  fix: { en: "Write {form}, for example {example}.", fr: "Écrivez {form}, par exemple {example}." },
  passes: { manifest: { id: "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55" } },
  fails: { manifest: { id: "my-app" } },
};

export const format: Rule = {
  ...maxLength,
  id: "schema/format",
  graph: "SchemaError_Format",
  title: { en: "Addresses are well-formed", fr: "Les adresses sont bien formées" },
  message: {
    en: "{place} is “{found}”, which is not a well-formed {format}.",
    fr: "{place} vaut « {found} », ce qui n'est pas un {format} bien formé.",
  },
  why: {
    en: "Editors and validators follow this address to the schema.",
    fr: "Les éditeurs et validateurs suivent cette adresse jusqu'au schéma.",
  },
  fix: {
    en: "Write a whole address, https:// included, without spaces.",
    fr: "Écrivez une adresse complète, https:// compris, sans espaces.",
  },
  passes: {
    manifest: { $schema: "https://developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.schema.json" },
  },
  fails: { manifest: { $schema: "teams schema v1.19" } },
};
