import { textAt } from "../../json/json-value.ts";
import { guidForm, parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { isApiBased } from "./extension-kind.ts";

export const extensionBotId: Rule = {
  id: "extension/bot-id-not-guid",
  severity: "error",
  graph: "BotBasedComposeExtensionBotIdNotGuid",
  title: { en: "A message extension's bot id is a GUID", fr: "Le bot d'une extension de message a un GUID" },
  message: { en: "botId “{found}” is not a GUID.", fr: "botId « {found} » n'est pas un GUID." },
  why: {
    en: "The extension is answered by the bot that is registered under it.",
    fr: "L'extension reçoit ses réponses du bot inscrit sous cet identifiant.",
  },
  fix: { en: "Copy the id from the bot's registration.", fr: "Copiez l'identifiant depuis l'inscription du bot." },
  source: "contracts A.3",
  passes: { words: { en: "A GUID.", fr: "Un GUID." } },
  fails: {
    words: {
      en: '"botId": "my-bot" under a schema that does not say GUID',
      fr: '"botId": "my-bot" sous un schéma qui ne dit pas GUID',
    },
  },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "composeExtensions")) {
      const found = textAt(value, "botId");
      if (!isApiBased(value) && found !== undefined && !guidForm.test(found))
        yield { pointer: `${pointer}/botId`, values: { found }, found };
    }
  },
};
