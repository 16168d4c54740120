import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

export const versionMajor: Rule = {
  id: "version/major-below-1",
  severity: "error",
  graph: "VersionHasMajorLessThan1",
  title: { en: "The version begins at 1", fr: "La version commence à 1" },
  message: { en: "The version “{found}” begins with 0.", fr: "La version « {found} » commence par 0." },
  why: {
    en: "Teams refuses versions below 1.0.0, drafts included.",
    fr: "Teams refuse les versions inférieures à 1.0.0, brouillons compris.",
  },
  fix: { en: 'Begin with "1.0.0".', fr: 'Commencez à "1.0.0".' },
  source: "contracts A.3, E.2",
  passes: { manifest: { version: "1.0.0" } },
  fails: { manifest: { version: "0.9.0" } },
  *check({ manifest }) {
    const version = textAt(manifest, "version")?.trim() ?? "";
    if (/^0\d*(\.\d+)*$/.test(version))
      yield { pointer: "/version", values: { found: version }, found: version, expected: ">= 1.0.0" };
  },
};
