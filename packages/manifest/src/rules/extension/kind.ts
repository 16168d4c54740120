/** Message extensions are answered by a bot or by an API, and never by both. */
import { listAt, textAt } from "../../json/json-value.ts";
import { plainName } from "../../package/entry-names.ts";
import { guidForm, parts } from "../parts.ts";
import type { Rule } from "../rule.ts";

export const isApiBased = (extension: Parameters<typeof textAt>[0]) =>
  textAt(extension, "composeExtensionType") === "apiBased";

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

export const apiWithUpdate: Rule = {
  id: "extension/api-with-configuration",
  severity: "error",
  graph: "ApiBasedComposeExtensionWithCanUpdateConfiguration",
  title: { en: "An API-based extension cannot be configured", fr: "Une extension d'API ne se configure pas" },
  message: {
    en: "canUpdateConfiguration is set on an extension that is answered by an API.",
    fr: "canUpdateConfiguration est défini sur une extension servie par une API.",
  },
  why: {
    en: "Only a bot can answer the configuration page.",
    fr: "Seul un bot peut répondre à la page de configuration.",
  },
  fix: { en: "Remove canUpdateConfiguration.", fr: "Retirez canUpdateConfiguration." },
  source: "contracts A.3",
  passes: { words: { en: "An API-based extension without it.", fr: "Une extension d'API sans cette propriété." } },
  fails: {
    manifest: {
      composeExtensions: [
        {
          composeExtensionType: "apiBased",
          apiSpecificationFile: "api.json",
          canUpdateConfiguration: true,
          commands: [],
        },
      ],
    },
  },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "composeExtensions"))
      if (isApiBased(value) && value.canUpdateConfiguration === true)
        yield { pointer: `${pointer}/canUpdateConfiguration` };
  },
};

export const apiFileMissing: Rule = {
  id: "extension/api-description-missing",
  severity: "error",
  graph: "ApiBasedComposeExtensionApiSpecificationFileNullOrEmpty",
  title: {
    en: "An API-based extension brings its API description",
    fr: "Une extension d'API apporte la description de l'API",
  },
  message: { en: "apiSpecificationFile {state}.", fr: "apiSpecificationFile {state}." },
  why: { en: "The commands are calls of the API it describes.", fr: "Les commandes sont des appels de l'API décrite." },
  fix: {
    en: "Add the OpenAPI file to the package and name it in apiSpecificationFile.",
    fr: "Ajoutez le fichier OpenAPI au package et nommez-le dans apiSpecificationFile.",
  },
  source: "contracts A.3",
  passes: {
    words: {
      en: "apiSpecificationFile “api.json” and that file.",
      fr: "apiSpecificationFile « api.json » et ce fichier.",
    },
  },
  fails: { manifest: { composeExtensions: [{ composeExtensionType: "apiBased", commands: [] }] } },
  *check({ manifest, files }) {
    for (const { value, pointer } of parts(manifest, "composeExtensions")) {
      if (!isApiBased(value)) continue;
      const path = textAt(value, "apiSpecificationFile") ?? "";
      const at = { pointer: `${pointer}/apiSpecificationFile` };
      if (path === "") yield { ...at, values: { state: { en: "is missing or empty", fr: "manque ou est vide" } } };
      else if (files !== null && !files.has(plainName(path)))
        yield {
          ...at,
          found: path,
          values: {
            state: { en: `names “${path}”, which is not in the package`, fr: `nomme « ${path} », absent du package` },
          },
        };
    }
  },
};

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

export const apiWithoutParameter: Rule = {
  id: "extension/api-command-without-parameter",
  severity: "error",
  graph: "ApiBasedComposeExtensionWithNoParameter",
  title: { en: "Every API-based command has a parameter", fr: "Chaque commande d'API a un paramètre" },
  message: { en: "The command “{command}” has no parameters.", fr: "La commande « {command} » n'a pas de paramètres." },
  why: {
    en: "What a person types is passed on as the first parameter.",
    fr: "Ce que l'on tape est transmis comme premier paramètre.",
  },
  fix: { en: "Add at least one entry to “parameters”.", fr: "Ajoutez au moins une entrée à « parameters »." },
  source: "contracts A.3",
  passes: { words: { en: "A command with one parameter.", fr: "Une commande avec un paramètre." } },
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
  *check({ manifest }) {
    for (const [index, { value }] of parts(manifest, "composeExtensions").entries()) {
      if (!isApiBased(value)) continue;
      for (const each of parts(manifest, "composeExtensions", index, "commands")) {
        if (listAt(each.value, "parameters").length === 0)
          yield { pointer: `${each.pointer}/parameters`, values: { command: textAt(each.value, "id") ?? "" } };
      }
    }
  },
};
