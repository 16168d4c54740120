/** What the schema says about which values there may be. */
import type { Rule } from "../rule.ts";

const source = "contracts E.1: the official schema of the manifest's version";

export const type: Rule = {
  id: "schema/type",
  severity: "error",
  graph: "SchemaError_Type",
  title: { en: "Values are of the right kind", fr: "Les valeurs sont du bon type" },
  message: {
    en: "{place} is {foundKind}; it must be {expectedKind}.",
    fr: "{place} est {foundKind} ; il faut {expectedKind}.",
  },
  why: {
    en: "A reader that expects a list cannot use a text.",
    fr: "Un lecteur qui attend une liste ne peut rien faire d'un texte.",
  },
  fix: { en: "Write {expectedKind}.", fr: "Écrivez {expectedKind}." },
  source,
  passes: { manifest: { isFullScreen: true } },
  fails: { manifest: { isFullScreen: "true" } },
};

export const enumeration: Rule = {
  ...type,
  id: "schema/enum",
  graph: "SchemaError_Enum",
  title: { en: "Values are taken from the list", fr: "Les valeurs viennent de la liste" },
  message: {
    en: "{place} is “{found}”; allowed are {allowed}.",
    fr: "{place} vaut « {found} » ; valeurs permises : {allowed}.",
  },
  why: {
    en: "The list is all this version of the manifest knows; letters are compared exactly.",
    fr: "Cette version du manifeste ne connaît que cette liste ; les lettres sont comparées exactement.",
  },
  fix: { en: "Use one of the allowed values{near}.", fr: "Utilisez l'une des valeurs permises{near}." },
  passes: { manifest: { permissions: ["identity"] } },
  fails: { manifest: { permissions: ["Identity"] } },
};

export const constant: Rule = {
  ...type,
  id: "schema/const",
  graph: "SchemaError_Const",
  title: { en: "Fixed values are as they must be", fr: "Les valeurs fixes sont celles attendues" },
  message: {
    en: "{place} is “{found}”; it must be “{allowed}”.",
    fr: "{place} vaut « {found} » ; il faut « {allowed} ».",
  },
  why: {
    en: "This value says which form of the manifest follows; there is only one right one.",
    fr: "Cette valeur annonce la forme du manifeste ; une seule est juste.",
  },
  fix: { en: "Write “{allowed}”.", fr: "Écrivez « {allowed} »." },
  passes: {
    words: {
      en: '"manifestVersion": "1.19" under the schema of 1.19',
      fr: '"manifestVersion": "1.19" sous le schéma 1.19',
    },
  },
  fails: {
    words: {
      en: '"manifestVersion": "1.16" under the schema of 1.19',
      fr: '"manifestVersion": "1.16" sous le schéma 1.19',
    },
  },
};

export const anyOf: Rule = {
  ...type,
  id: "schema/anyOf",
  graph: "SchemaError_AnyOf",
  title: { en: "At least one of several forms is met", fr: "Au moins une des formes est respectée" },
  message: {
    en: "{place} meets none of the forms it may have.",
    fr: "{place} ne respecte aucune des formes possibles.",
  },
  why: {
    en: "The schema allows this part to be written in several ways; it must follow one of them.",
    fr: "Le schéma permet d'écrire cette partie de plusieurs façons ; il faut en suivre une.",
  },
  fix: {
    en: "Choose one form and meet all it asks for; the findings marked as its branches say what is missing.",
    fr: "Choisissez une forme et remplissez tout ce qu'elle demande ; les constats de ses branches disent ce qui manque.",
  },
  passes: {
    words: {
      en: "A dashboard card with an icon name or an icon URL.",
      fr: "Une carte de tableau de bord avec un nom ou une URL d'icône.",
    },
  },
  fails: { words: { en: "A dashboard card with neither.", fr: "Une carte de tableau de bord sans l'un ni l'autre." } },
};

export const oneOf: Rule = {
  ...anyOf,
  id: "schema/oneOf",
  graph: "SchemaError_OneOf",
  title: { en: "Exactly one of several forms is met", fr: "Exactement une des formes est respectée" },
  message: {
    en: "{place} must meet exactly one of the forms it may have, and meets {count}.",
    fr: "{place} doit respecter exactement une des formes possibles, et en respecte {count}.",
  },
  passes: {
    words: { en: "copilotAgents with declarativeAgents only.", fr: "copilotAgents avec declarativeAgents seulement." },
  },
  fails: {
    words: {
      en: "copilotAgents with declarativeAgents and customEngineAgents.",
      fr: "copilotAgents avec declarativeAgents et customEngineAgents.",
    },
  },
};

export const not: Rule = {
  ...anyOf,
  id: "schema/not",
  graph: "SchemaError_Not",
  title: { en: "Forbidden combinations do not occur", fr: "Les combinaisons interdites sont absentes" },
  message: {
    en: "{place} has a combination of properties that is not allowed.",
    fr: "{place} a une combinaison de propriétés interdite.",
  },
  fix: {
    en: "Remove one of the properties that exclude each other.",
    fr: "Retirez l'une des propriétés qui s'excluent.",
  },
  passes: {
    words: { en: "One of two properties that exclude each other.", fr: "L'une de deux propriétés qui s'excluent." },
  },
  fails: { words: { en: "Both of them.", fr: "Les deux." } },
};

export const condition: Rule = {
  ...anyOf,
  id: "schema/if",
  graph: "SchemaError_Then",
  title: { en: "What a choice asks for is there", fr: "Ce qu'un choix exige est présent" },
  message: {
    en: "{place} has a value that asks for more, which is not met.",
    fr: "{place} contient une valeur qui exige davantage, sans que ce soit respecté.",
  },
  fix: {
    en: "Add what the choice asks for; the finding beside this one names it.",
    fr: "Ajoutez ce que le choix exige ; le constat voisin le nomme.",
  },
  passes: { words: { en: 'An MCP server with "type": "None".', fr: 'Un serveur MCP avec "type": "None".' } },
  fails: {
    words: {
      en: 'An MCP server with "type": "OAuthPluginVault" and no referenceId.',
      fr: 'Un serveur MCP avec "type": "OAuthPluginVault" sans referenceId.',
    },
  },
};
