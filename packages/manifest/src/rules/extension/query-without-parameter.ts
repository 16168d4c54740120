import { listAt, textAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { botId } from "./example-extension.ts";

export const queryWithoutParameter: Rule = {
  id: "extension/query-without-parameter",
  severity: "warning",
  title: { en: "A search has something to search for", fr: "Une recherche a quelque chose à chercher" },
  message: {
    en: "The search command “{command}” has no parameters.",
    fr: "La commande de recherche « {command} » n'a pas de paramètres.",
  },
  why: { en: "What a person types is passed on as a parameter.", fr: "Ce que l'on tape est transmis comme paramètre." },
  fix: { en: "Add an entry to “parameters”.", fr: "Ajoutez une entrée à « parameters »." },
  source: "Parvis",
  passes: {
    manifest: {
      composeExtensions: [
        { botId, commands: [{ id: "a", title: "A", type: "query", parameters: [{ name: "q", title: "Q" }] }] },
      ],
    },
  },
  fails: { manifest: { composeExtensions: [{ botId, commands: [{ id: "a", title: "A", type: "query" }] }] } },
  *check({ manifest }) {
    for (const [index, { value }] of parts(manifest, "composeExtensions").entries()) {
      if (textAt(value, "composeExtensionType") === "apiBased") continue;
      for (const each of parts(manifest, "composeExtensions", index, "commands")) {
        const isQuery = (textAt(each.value, "type") ?? "query") === "query";
        if (isQuery && each.value.fetchTask !== true && listAt(each.value, "parameters").length === 0)
          yield { pointer: each.pointer, values: { command: textAt(each.value, "id") ?? "" } };
      }
    }
  },
};
