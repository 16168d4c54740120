import { schemaAddress } from "../../schema/schema-versions.ts";
import type { Rule } from "../rule.ts";

export const schemaMissing: Rule = {
  id: "manifest/schema-missing",
  severity: { organization: "suggestion", store: "error" },
  graph: "CommonSchemaUrlIsRequiredField",
  title: { en: "The manifest names its schema", fr: "Le manifeste nomme son schéma" },
  message: { en: "There is no $schema.", fr: "Il n'y a pas de $schema." },
  why: {
    en: "Editors complete and check as you type once they know the schema; the store asks for it.",
    fr: "Les éditeurs complètent et vérifient dès qu'ils connaissent le schéma ; le magasin l'exige.",
  },
  fix: { en: 'Add "$schema": "{address}".', fr: 'Ajoutez "$schema": "{address}".' },
  source: "contracts A.3, E.1",
  passes: { manifest: {} },
  fails: { manifest: { $schema: null } },
  *check({ manifest, version }) {
    // The schemas of 1.0 knew no such property and refuse it.
    if (!Object.hasOwn(manifest, "$schema") && version !== "1.0")
      yield { pointer: "/$schema", values: { address: schemaAddress(version) }, target: "$schema" };
  },
};
