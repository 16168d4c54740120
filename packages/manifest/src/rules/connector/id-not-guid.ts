import { textAt } from "../../json/json-value.ts";
import { guidForm, parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { configurationUrl, connectorId } from "./example-connector.ts";

export const connectorIdForm: Rule = {
  id: "connector/id-not-guid",
  severity: "warning",
  title: { en: "A connector's id is a GUID", fr: "L'identifiant d'un connecteur est un GUID" },
  message: { en: "connectorId “{found}” is not a GUID.", fr: "connectorId « {found} » n'est pas un GUID." },
  why: {
    en: "The registration gives a GUID; with anything else no registration is found.",
    fr: "L'inscription donne un GUID ; avec autre chose, aucune inscription n'est trouvée.",
  },
  fix: {
    en: "Copy the id from the connector's registration in the developer portal.",
    fr: "Copiez l'identifiant depuis l'inscription du connecteur.",
  },
  source: "lifecycle 7",
  passes: { manifest: { connectors: [{ connectorId, configurationUrl, scopes: ["team"] }] } },
  fails: { manifest: { connectors: [{ connectorId: "alerts", configurationUrl, scopes: ["team"] }] } },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "connectors")) {
      const found = textAt(value, "connectorId");
      if (found !== undefined && !guidForm.test(found))
        yield { pointer: `${pointer}/connectorId`, values: { found }, found };
    }
  },
};
