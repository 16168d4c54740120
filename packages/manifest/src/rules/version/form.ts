import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

export const versionForm: Rule = {
  id: "version/form",
  severity: "error",
  graph: "VersionContainsOnlyNumbersDotSeparated",
  title: { en: "The version is numbers and dots", fr: "La version est faite de nombres et de points" },
  message: {
    en: "The version “{found}” is not made of numbers and dots alone.",
    fr: "La version « {found} » n'est pas faite que de nombres et de points.",
  },
  why: {
    en: "Versions are compared number by number; a word has no order.",
    fr: "Les versions se comparent nombre par nombre ; un mot n'a pas d'ordre.",
  },
  fix: { en: 'Write three numbers, such as "1.2.0".', fr: 'Écrivez trois nombres, comme "1.2.0".' },
  source: "contracts A.3, E.2",
  passes: { manifest: { version: "1.0" } },
  fails: { manifest: { version: "1.0.0-beta" } },
  *check({ manifest }) {
    const version = textAt(manifest, "version")?.trim();
    if (version === undefined || version === "" || /^\d+(\.\d+)*$/.test(version)) return;
    yield { pointer: "/version", values: { found: version }, found: version, expected: "1.0.0" };
  },
};
