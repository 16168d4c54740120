import { textAt } from "../../json/json-value.ts";
import { plainName } from "../../package/entry-names.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { isApiBased } from "./extension-kind.ts";

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
