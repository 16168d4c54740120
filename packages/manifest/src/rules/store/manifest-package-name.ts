import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

export const packageName: Rule = {
  id: "manifest/package-name",
  severity: "suggestion",
  title: { en: "The package name is a reversed domain", fr: "Le nom de package est un domaine inversé" },
  message: {
    en: "packageName “{found}” does not look like com.contoso.app.",
    fr: "packageName « {found} » ne ressemble pas à com.contoso.app.",
  },
  why: {
    en: "Reversed domains keep the names of two publishers apart.",
    fr: "Les domaines inversés séparent les noms de deux éditeurs.",
  },
  fix: {
    en: "Write your domain backwards, then the app.",
    fr: "Écrivez votre domaine à l'envers, puis l'application.",
  },
  source: "contracts E.1",
  passes: {
    manifest: {
      manifestVersion: "1.16",
      $schema: "https://developer.microsoft.com/json-schemas/teams/v1.16/MicrosoftTeams.schema.json",
      packageName: "com.contoso.alerts",
    },
  },
  fails: {
    manifest: {
      manifestVersion: "1.16",
      $schema: "https://developer.microsoft.com/json-schemas/teams/v1.16/MicrosoftTeams.schema.json",
      packageName: "Alerts",
    },
  },
  *check({ manifest }) {
    const found = textAt(manifest, "packageName");
    if (found !== undefined && !/^[a-z][\w-]*(\.[\w-]+)+$/i.test(found))
      yield { pointer: "/packageName", values: { found }, found };
  },
};
