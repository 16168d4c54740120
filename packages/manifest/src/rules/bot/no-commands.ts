import { listAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { botId, commands } from "./example-bot.ts";

export const noCommands: Rule = {
  id: "bot/no-commands",
  severity: { organization: "off", store: "suggestion" },
  title: { en: "A bot says what it understands", fr: "Un bot dit ce qu'il comprend" },
  message: { en: "The bot lists no commands.", fr: "Le bot ne liste aucune commande." },
  why: {
    en: "The command menu is how people find out what a bot can do.",
    fr: "Le menu de commandes est le moyen de découvrir ce que fait un bot.",
  },
  fix: {
    en: "Add commandLists with at least a help command.",
    fr: "Ajoutez commandLists avec au moins une commande d'aide.",
  },
  source: "contracts E.6",
  passes: { manifest: { bots: [{ botId, scopes: ["personal"], commandLists: commands }] } },
  fails: { manifest: { bots: [{ botId, scopes: ["personal"] }] } },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "bots"))
      if (value.isNotificationOnly !== true && listAt(value, "commandLists").length === 0) yield { pointer };
  },
};
