import { listAt } from "../../json/json-value.ts";
import { parts, repeated } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { botId } from "./example-extension.ts";

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
