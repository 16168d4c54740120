/** Commands and links of message extensions. */
import { listAt, textAt } from "../../json/json-value.ts";
import { parts, repeated } from "../parts.ts";
import type { Rule } from "../rule.ts";

const botId = "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55";

export const extensionCommandTwice: Rule = {
  id: "extension/command-twice",
  severity: { organization: "warning", store: "error" },
  title: { en: "Every command has an id of its own", fr: "Chaque commande a son identifiant" },
  message: { en: "Two commands have the id “{found}”.", fr: "Deux commandes ont l'identifiant « {found} »." },
  why: { en: "The bot is told the id and nothing else.", fr: "Le bot ne reçoit que l'identifiant." },
  fix: { en: "Give one of them another id.", fr: "Donnez à l'une un autre identifiant." },
  source: "contracts A.3",
  passes: {
    manifest: {
      composeExtensions: [{ botId, commands: [{ id: "a", title: "A", parameters: [{ name: "q", title: "Q" }] }] }],
    },
  },
  fails: {
    manifest: {
      composeExtensions: [
        {
          botId,
          commands: [
            { id: "a", title: "A", parameters: [{ name: "q", title: "Q" }] },
            { id: "a", title: "B", parameters: [{ name: "q", title: "Q" }] },
          ],
        },
      ],
    },
  },
  *check({ manifest }) {
    for (const [index] of listAt(manifest, "composeExtensions").entries()) {
      for (const { value, pointer } of repeated(parts(manifest, "composeExtensions", index, "commands"), "id"))
        yield { pointer, values: { found: value }, found: value };
    }
  },
};

export const emptyExtension: Rule = {
  id: "extension/empty",
  severity: "warning",
  title: { en: "A message extension does something", fr: "Une extension de message fait quelque chose" },
  message: {
    en: "The extension has neither commands nor message handlers.",
    fr: "L'extension n'a ni commandes ni gestionnaires de messages.",
  },
  why: {
    en: "It adds a button to the message box that leads nowhere.",
    fr: "Elle ajoute à la zone de message un bouton qui ne mène nulle part.",
  },
  fix: {
    en: "Add a command or a link handler, or remove the extension.",
    fr: "Ajoutez une commande ou un gestionnaire de liens, ou retirez l'extension.",
  },
  source: "Parvis",
  passes: {
    manifest: {
      composeExtensions: [{ botId, commands: [{ id: "a", title: "A", parameters: [{ name: "q", title: "Q" }] }] }],
    },
  },
  fails: { manifest: { composeExtensions: [{ botId, commands: [] }] } },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "composeExtensions")) {
      if (listAt(value, "commands").length === 0 && listAt(value, "messageHandlers").length === 0) yield { pointer };
    }
  },
};

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
