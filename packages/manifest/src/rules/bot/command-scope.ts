import { listAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { botId, commands } from "./example-bot.ts";

export const commandScope: Rule = {
  id: "bot/command-scope",
  severity: "warning",
  title: { en: "Commands are offered where the bot is", fr: "Les commandes sont proposées là où se trouve le bot" },
  message: {
    en: "A command list has the scope “{found}”, which the bot does not have.",
    fr: "Une liste de commandes a la portée « {found} », que le bot n'a pas.",
  },
  why: { en: "Nobody will ever see these commands.", fr: "Personne ne verra jamais ces commandes." },
  fix: {
    en: "Add the scope to the bot, or remove it from the list.",
    fr: "Ajoutez la portée au bot, ou retirez-la de la liste.",
  },
  source: "Parvis",
  passes: { manifest: { bots: [{ botId, scopes: ["personal"], commandLists: commands }] } },
  fails: { manifest: { bots: [{ botId, scopes: ["team"], commandLists: commands }] } },
  *check({ manifest }) {
    for (const [index, { value }] of parts(manifest, "bots").entries()) {
      const own = new Set(listAt(value, "scopes").map((scope) => String(scope).toLowerCase()));
      for (const list of parts(manifest, "bots", index, "commandLists")) {
        for (const [at, scope] of listAt(list.value, "scopes").entries()) {
          const found = String(scope);
          if (!own.has(found.toLowerCase()))
            yield { pointer: `${list.pointer}/scopes/${at}`, values: { found }, found };
        }
      }
    }
  },
};
