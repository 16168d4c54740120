import { textAt } from "../../json/json-value.ts";
import { guidForm, parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { botId, commands } from "./example-bot.ts";

export const botIdForm: Rule = {
  id: "bot/id-not-guid",
  severity: "error",
  graph: "BotIdIsNotGuid",
  title: { en: "A bot's id is a GUID", fr: "L'identifiant d'un bot est un GUID" },
  message: { en: "botId “{found}” is not a GUID.", fr: "botId « {found} » n'est pas un GUID." },
  why: {
    en: "It is the id under which the bot is registered; nothing else finds it.",
    fr: "C'est l'identifiant sous lequel le bot est enregistré ; rien d'autre ne le trouve.",
  },
  fix: {
    en: "Copy the bot's Microsoft App ID from its registration.",
    fr: "Copiez l'identifiant d'application du bot depuis son inscription.",
  },
  source: "contracts A.3",
  passes: { manifest: { bots: [{ botId, scopes: ["personal"], commandLists: commands }] } },
  fails: {
    words: {
      en: '"botId": "my-bot" under a schema that does not say GUID',
      fr: '"botId": "my-bot" sous un schéma qui ne dit pas GUID',
    },
  },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "bots")) {
      const found = textAt(value, "botId");
      if (found !== undefined && !guidForm.test(found)) yield { pointer: `${pointer}/botId`, values: { found }, found };
    }
  },
};
