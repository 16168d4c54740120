import { textAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { isApiBased } from "./extension-kind.ts";

export const apiWithBot: Rule = {
  id: "extension/api-with-bot",
  severity: "error",
  graph: "ApiBasedComposeExtensionWithBotId",
  title: { en: "An API-based extension has no bot", fr: "Une extension d'API n'a pas de bot" },
  message: {
    en: "The extension is answered by an API and names a botId.",
    fr: "L'extension est servie par une API et nomme un botId.",
  },
  why: { en: "Teams would not know whom to ask.", fr: "Teams ne saurait pas à qui demander." },
  fix: { en: "Remove botId.", fr: "Retirez botId." },
  source: "contracts A.3",
  passes: { words: { en: "apiSpecificationFile without botId.", fr: "apiSpecificationFile sans botId." } },
  fails: {
    manifest: {
      composeExtensions: [
        {
          composeExtensionType: "apiBased",
          apiSpecificationFile: "api.json",
          botId: "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55",
          commands: [],
        },
      ],
    },
  },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "composeExtensions"))
      if (isApiBased(value) && textAt(value, "botId") !== undefined) yield { pointer: `${pointer}/botId` };
  },
};
