import { textAt } from "../../json/json-value.ts";
import { plainName } from "../../package/entry-names.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { isApiBased } from "./extension-kind.ts";

export const apiTemplateMissing: Rule = {
  id: "extension/template-missing",
  severity: "error",
  graph: "ApiBasedComposeExtensionApiResponseRenderingTemplateFileNullOrEmpty",
  title: { en: "Every API-based command has a response template", fr: "Chaque commande d'API a un modèle de réponse" },
  message: {
    en: "The command “{command}”: apiResponseRenderingTemplateFile {state}.",
    fr: "La commande « {command} » : apiResponseRenderingTemplateFile {state}.",
  },
  why: { en: "It turns the API's answer into a card.", fr: "Il transforme la réponse de l'API en carte." },
  fix: {
    en: "Add the template to the package and name it on the command.",
    fr: "Ajoutez le modèle au package et nommez-le sur la commande.",
  },
  source: "contracts A.3",
  passes: { words: { en: "A command with its template file.", fr: "Une commande avec son modèle." } },
  fails: {
    manifest: {
      composeExtensions: [
        {
          composeExtensionType: "apiBased",
          apiSpecificationFile: "api.json",
          commands: [{ id: "search", title: "Search" }],
        },
      ],
    },
  },
  *check({ manifest, files }) {
    for (const [index, { value }] of parts(manifest, "composeExtensions").entries()) {
      if (!isApiBased(value)) continue;
      for (const each of parts(manifest, "composeExtensions", index, "commands")) {
        const command = textAt(each.value, "id") ?? "";
        const path = textAt(each.value, "apiResponseRenderingTemplateFile") ?? "";
        const pointer = `${each.pointer}/apiResponseRenderingTemplateFile`;
        if (path === "")
          yield { pointer, values: { command, state: { en: "is missing or empty", fr: "manque ou est vide" } } };
        else if (files !== null && !files.has(plainName(path)))
          yield {
            pointer,
            found: path,
            values: {
              command,
              state: { en: `names “${path}”, which is not in the package`, fr: `nomme « ${path} », absent du package` },
            },
          };
      }
    }
  },
};
