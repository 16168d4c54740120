import { textAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { configurationUrl, connectorId } from "./example-connector.ts";

export const noConfiguration: Rule = {
  id: "connector/no-configuration-page",
  severity: "warning",
  title: { en: "A connector has a configuration page", fr: "Un connecteur a une page de configuration" },
  message: { en: "The connector has no configurationUrl.", fr: "Le connecteur n'a pas de configurationUrl." },
  why: {
    en: "Without the page nobody can set the connector up inside the client.",
    fr: "Sans cette page, nul ne peut configurer le connecteur dans le client.",
  },
  fix: { en: "Add “configurationUrl”.", fr: "Ajoutez « configurationUrl »." },
  source: "lifecycle 7",
  passes: { manifest: { connectors: [{ connectorId, configurationUrl, scopes: ["team"] }] } },
  fails: { manifest: { connectors: [{ connectorId, scopes: ["team"] }] } },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "connectors"))
      if (textAt(value, "configurationUrl") === undefined) yield { pointer };
  },
};
