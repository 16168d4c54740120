import { listAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { botId, commands } from "./example-bot.ts";

export const silentBotWithCommands: Rule = {
  id: "bot/notification-only-with-commands",
  severity: "warning",
  title: { en: "A bot that only notifies has no commands", fr: "Un bot qui ne fait que notifier n'a pas de commandes" },
  message: {
    en: "isNotificationOnly is true, and the bot lists commands.",
    fr: "isNotificationOnly vaut true, et le bot liste des commandes.",
  },
  why: {
    en: "People cannot write to such a bot, so no command can be given.",
    fr: "On ne peut pas écrire à un tel bot : aucune commande n'est possible.",
  },
  fix: { en: "Remove commandLists, or isNotificationOnly.", fr: "Retirez commandLists, ou isNotificationOnly." },
  source: "Parvis",
  passes: { manifest: { bots: [{ botId, scopes: ["personal"], isNotificationOnly: true }] } },
  fails: { manifest: { bots: [{ botId, scopes: ["personal"], isNotificationOnly: true, commandLists: commands }] } },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "bots"))
      if (value.isNotificationOnly === true && listAt(value, "commandLists").length > 0)
        yield { pointer: `${pointer}/commandLists` };
  },
};
