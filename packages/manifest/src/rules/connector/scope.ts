import { listAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { configurationUrl, connectorId } from "./example-connector.ts";

export const connectorScope: Rule = {
  id: "connector/scope",
  severity: "warning",
  title: { en: "Connectors belong to teams", fr: "Les connecteurs vont aux équipes" },
  message: { en: "The connector does not have the scope team.", fr: "Le connecteur n'a pas la portée team." },
  why: {
    en: "A connector posts into a channel, and channels are in teams.",
    fr: "Un connecteur publie dans un canal, et les canaux sont dans des équipes.",
  },
  fix: { en: 'Write "scopes": ["team"].', fr: 'Écrivez "scopes": ["team"].' },
  source: "lifecycle 7",
  passes: { manifest: { connectors: [{ connectorId, configurationUrl, scopes: ["team"] }] } },
  fails: {
    words: {
      en: "An empty list of scopes under a schema that lets it pass.",
      fr: "Une liste de portées vide sous un schéma qui la laisse passer.",
    },
  },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "connectors")) {
      if (Array.isArray(value.scopes) && !listAt(value, "scopes").includes("team"))
        yield { pointer: `${pointer}/scopes` };
    }
  },
};
