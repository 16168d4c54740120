import { textAt } from "../../json/json-value.ts";
import { isSchemaVersion, schemaAddress, versionInAddress } from "../../schema/schema-versions.ts";
import type { Rule } from "../rule.ts";

export const schemaDisagrees: Rule = {
  id: "manifest/schema-disagrees",
  severity: "warning",
  title: { en: "$schema and manifestVersion agree", fr: "$schema et manifestVersion concordent" },
  message: {
    en: "$schema is of version {named}, manifestVersion says {version}; the manifest was judged by {version}.",
    fr: "$schema est de la version {named}, manifestVersion dit {version} ; le manifeste a été jugé selon {version}.",
  },
  why: {
    en: "Your editor checks by one and Teams by the other.",
    fr: "Votre éditeur vérifie selon l'un et Teams selon l'autre.",
  },
  fix: {
    en: 'Write "$schema": "{address}", or run `parvis validate --fix`.',
    fr: 'Écrivez "$schema": "{address}", ou lancez `parvis validate --fix`.',
  },
  source: "contracts E.1",
  passes: { manifest: { manifestVersion: "1.19" } },
  fails: {
    manifest: { $schema: "https://developer.microsoft.com/json-schemas/teams/v1.16/MicrosoftTeams.schema.json" },
  },
  *check({ manifest, version }) {
    const named = versionInAddress(textAt(manifest, "$schema") ?? "");
    if (named === null || named === version || !isSchemaVersion(textAt(manifest, "manifestVersion") ?? "")) return;
    yield {
      pointer: "/$schema",
      values: { named, version, address: schemaAddress(version) },
      found: named,
      expected: version,
    };
  },
};
