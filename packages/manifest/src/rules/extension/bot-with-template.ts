import { textAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { isApiBased } from "./extension-kind.ts";

export const botWithTemplate: Rule = {
  id: "extension/bot-with-template",
  severity: "error",
  graph: "BotBasedComposeExtensionApiResponseRenderingTemplateFileExists",
  title: { en: "A bot-based command has no response template", fr: "Une commande de bot n'a pas de modèle de réponse" },
  message: {
    en: "The command is answered by a bot and names apiResponseRenderingTemplateFile.",
    fr: "La commande est servie par un bot et nomme apiResponseRenderingTemplateFile.",
  },
  why: { en: "A bot sends its cards itself.", fr: "Un bot envoie lui-même ses cartes." },
  fix: { en: "Remove apiResponseRenderingTemplateFile.", fr: "Retirez apiResponseRenderingTemplateFile." },
  source: "contracts A.3",
  passes: { words: { en: "A command without the file.", fr: "Une commande sans ce fichier." } },
  fails: {
    manifest: {
      composeExtensions: [
        {
          botId: "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55",
          commands: [{ id: "a", title: "A", apiResponseRenderingTemplateFile: "a.json" }],
        },
      ],
    },
  },
  *check({ manifest }) {
    for (const [index, { value }] of parts(manifest, "composeExtensions").entries()) {
      if (isApiBased(value)) continue;
      for (const command of parts(manifest, "composeExtensions", index, "commands")) {
        if (textAt(command.value, "apiResponseRenderingTemplateFile") !== undefined)
          yield { pointer: `${command.pointer}/apiResponseRenderingTemplateFile` };
      }
    }
  },
};
