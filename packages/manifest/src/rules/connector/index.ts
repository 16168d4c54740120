/** Rules about connectors (lifecycle 7). */
import { listAt, textAt } from "../../json/json-value.ts";
import { guidForm, parts } from "../parts.ts";
import type { Rule } from "../rule.ts";

const connectorId = "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55";
const configurationUrl = "https://tabs.contoso.com/connector";

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
