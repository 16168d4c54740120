import { textAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { isApiBased } from "./extension-kind.ts";

export const botWithApiFile: Rule = {
  id: "extension/bot-with-api-description",
  severity: "error",
  graph: "BotBasedComposeExtensionApiSpecificationFileExists",
  title: {
    en: "A bot-based extension has no API description",
    fr: "Une extension de bot n'a pas de description d'API",
  },
  message: {
    en: "The extension is answered by a bot and names apiSpecificationFile.",
    fr: "L'extension est servie par un bot et nomme apiSpecificationFile.",
  },
  why: { en: "Teams would not know whom to ask.", fr: "Teams ne saurait pas à qui demander." },
  fix: {
    en: 'Remove apiSpecificationFile, or write "composeExtensionType": "apiBased".',
    fr: 'Retirez apiSpecificationFile, ou écrivez "composeExtensionType": "apiBased".',
  },
  source: "contracts A.3",
  passes: { words: { en: "botId without apiSpecificationFile.", fr: "botId sans apiSpecificationFile." } },
  fails: {
    manifest: {
      composeExtensions: [
        { botId: "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55", apiSpecificationFile: "api.json", commands: [] },
      ],
    },
  },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "composeExtensions")) {
      if (!isApiBased(value) && textAt(value, "apiSpecificationFile") !== undefined)
        yield { pointer: `${pointer}/apiSpecificationFile` };
    }
  },
};
