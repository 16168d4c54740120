/** What the schema says about objects and their properties. */
import type { Rule } from "../rule.ts";

const source = "contracts E.1: the official schema of the manifest's version";

export const required: Rule = {
  id: "schema/required",
  severity: "error",
  graph: "SchemaError_Required",
  title: { en: "Required properties are there", fr: "Les propriétés requises sont présentes" },
  message: {
    en: "{place} lacks the required property “{property}”.",
    fr: "La propriété requise « {property} » manque dans {place}.",
  },
  why: {
    en: "The app cannot be listed, installed or shown without it.",
    fr: "Sans elle, l'application ne peut être ni listée, ni installée, ni montrée.",
  },
  fix: { en: "Add “{property}”{hint}.", fr: "Ajoutez « {property} »{hint}." },
  source,
  passes: { manifest: { accentColor: "#FFFFFF" } },
  fails: { manifest: { accentColor: null } },
};

export const additionalProperties: Rule = {
  ...required,
  id: "schema/additionalProperties",
  graph: "SchemaError_AdditionalProperties",
  title: { en: "No unknown properties", fr: "Pas de propriétés inconnues" },
  message: {
    en: "{place} has a property “{property}” that version {version} of the manifest does not know.",
    fr: "{place} a une propriété « {property} » que la version {version} du manifeste ne connaît pas.",
  },
  why: {
    en: "A misspelt or misplaced property would be ignored in silence; one from another version would do nothing.",
    fr: "Une propriété mal écrite ou mal placée serait ignorée en silence ; celle d'une autre version ne ferait rien.",
  },
  fix: {
    en: "Remove it{near}, or change manifestVersion to one that has it.",
    fr: "Retirez-la{near}, ou choisissez une manifestVersion qui la connaît.",
  },
  passes: { manifest: { validDomains: ["contoso.com"] } },
  fails: { manifest: { validDomain: ["contoso.com"] } },
};

export const minProperties: Rule = {
  ...required,
  id: "schema/minProperties",
  graph: "SchemaError_MinimumProperties",
  title: { en: "Objects are not empty where something is needed", fr: "Les objets requis ne sont pas vides" },
  message: {
    en: "{place} has {length} properties; at least {limit} are needed.",
    fr: "{place} a {length} propriétés ; il en faut au moins {limit}.",
  },
  why: {
    en: "An empty object declares a feature and says nothing about it.",
    fr: "Un objet vide déclare une fonction sans rien en dire.",
  },
  fix: { en: "Fill it, or remove it.", fr: "Remplissez-le, ou retirez-le." },
  passes: { words: { en: '"prefer": { "comAddin": { … } }', fr: '"prefer": { "comAddin": { … } }' } },
  fails: { words: { en: '"prefer": {}', fr: '"prefer": {}' } },
};

export const maxProperties: Rule = {
  ...minProperties,
  id: "schema/maxProperties",
  graph: "SchemaError_MaximumProperties",
  title: { en: "Objects have no more properties than allowed", fr: "Les objets n'ont pas trop de propriétés" },
  message: {
    en: "{place} has {length} properties; at most {limit} are allowed.",
    fr: "{place} a {length} propriétés ; {limit} au plus sont permises.",
  },
  why: { en: "The properties exclude each other.", fr: "Ces propriétés s'excluent." },
  fix: { en: "Keep {limit} of them.", fr: "Gardez-en {limit}." },
  passes: { words: { en: "One of several choices.", fr: "Un choix parmi plusieurs." } },
  fails: { words: { en: "Two choices at once.", fr: "Deux choix à la fois." } },
};

export const dependencies: Rule = {
  ...required,
  id: "schema/dependencies",
  graph: "SchemaError_Dependencies",
  title: { en: "Properties that belong together come together", fr: "Les propriétés liées vont ensemble" },
  message: {
    en: "{place} has “{property}”, which also needs “{missing}”.",
    fr: "{place} a « {property} », qui exige aussi « {missing} ».",
  },
  why: { en: "One of the two means nothing without the other.", fr: "L'une ne veut rien dire sans l'autre." },
  fix: { en: "Add “{missing}”, or remove “{property}”.", fr: "Ajoutez « {missing} », ou retirez « {property} »." },
  passes: {
    words: {
      en: "A ribbon tab position with both builtInTabId and align.",
      fr: "Une position d'onglet avec builtInTabId et align.",
    },
  },
  fails: { words: { en: "Only one of the two.", fr: "L'un sans l'autre." } },
};
