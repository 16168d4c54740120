import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

export const versionEmpty: Rule = {
  id: "version/empty",
  severity: "error",
  graph: "VersionCannotBeEmpty",
  title: { en: "The app has a version", fr: "L'application a une version" },
  message: { en: "The version is empty.", fr: "La version est vide." },
  why: {
    en: "Without a version nobody can tell an update from what is installed.",
    fr: "Sans version, nul ne distingue une mise à jour de ce qui est installé.",
  },
  fix: { en: 'Write a version, such as "1.0.0".', fr: 'Écrivez une version, comme "1.0.0".' },
  source: "contracts A.3",
  passes: { manifest: { version: "1.0.0" } },
  fails: { manifest: { version: "" } },
  *check({ manifest }) {
    if (textAt(manifest, "version")?.trim() === "") yield { pointer: "/version" };
  },
};
