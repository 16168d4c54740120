import { listAt, textAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { isApiBased } from "./extension-kind.ts";

export const apiWithoutParameter: Rule = {
  id: "extension/api-command-without-parameter",
  severity: "error",
  graph: "ApiBasedComposeExtensionWithNoParameter",
  title: { en: "Every API-based command has a parameter", fr: "Chaque commande d'API a un paramètre" },
  message: { en: "The command “{command}” has no parameters.", fr: "La commande « {command} » n'a pas de paramètres." },
  why: {
    en: "What a person types is passed on as the first parameter.",
    fr: "Ce que l'on tape est transmis comme premier paramètre.",
  },
  fix: { en: "Add at least one entry to “parameters”.", fr: "Ajoutez au moins une entrée à « parameters »." },
  source: "contracts A.3",
  passes: { words: { en: "A command with one parameter.", fr: "Une commande avec un paramètre." } },
  fails: {
    manifest: {
      composeExtensions: [
        {
          composeExtensionType: "apiBased",
          apiSpecificationFile: "api.json",
          commands: [{ id: "search", title: "Search" }],
        },
      ],
    },
  },
  *check({ manifest }) {
    for (const [index, { value }] of parts(manifest, "composeExtensions").entries()) {
      if (!isApiBased(value)) continue;
      for (const each of parts(manifest, "composeExtensions", index, "commands")) {
        if (listAt(each.value, "parameters").length === 0)
          yield { pointer: `${each.pointer}/parameters`, values: { command: textAt(each.value, "id") ?? "" } };
      }
    }
  },
};
