import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { isApiBased } from "./extension-kind.ts";

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
