import { textAt } from "../../json/json-value.ts";
import { schemaAddress, versionInAddress } from "../../schema/schema-versions.ts";
import type { Rule } from "../rule.ts";

export const schemaUnknown: Rule = {
  id: "manifest/schema-unknown",
  severity: "suggestion",
  title: { en: "$schema is an address of the Teams schema", fr: "$schema est une adresse du schéma Teams" },
  message: {
    en: "$schema “{found}” names no version of the Teams manifest.",
    fr: "$schema « {found} » ne nomme aucune version du manifeste Teams.",
  },
  why: {
    en: "An editor that follows it checks against something else, or nothing.",
    fr: "Un éditeur qui la suit vérifie selon autre chose, ou rien.",
  },
  fix: { en: 'Write "$schema": "{address}".', fr: 'Écrivez "$schema": "{address}".' },
  source: "contracts E.1",
  passes: { manifest: {} },
  fails: { manifest: { $schema: "https://example.com/schema.json" } },
  *check({ manifest, version }) {
    const address = textAt(manifest, "$schema");
    if (address !== undefined && versionInAddress(address) === null)
      yield { pointer: "/$schema", values: { found: address, address: schemaAddress(version) }, found: address };
  },
};
