import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

export const versionThreeParts: Rule = {
  id: "version/three-parts",
  severity: "suggestion",
  title: { en: "The version has three numbers", fr: "La version a trois nombres" },
  message: {
    en: "The version “{found}” does not have three numbers.",
    fr: "La version « {found} » n'a pas trois nombres.",
  },
  why: {
    en: "Semantic versions have three, newer schemas ask for them, and 1.0 and 1.0.0 count as the same.",
    fr: "Les versions sémantiques en ont trois, les schémas récents les demandent, et 1.0 et 1.0.0 sont égales.",
  },
  fix: { en: 'Write all three, such as "1.0.0".', fr: 'Écrivez les trois, comme "1.0.0".' },
  source: "contracts E.2",
  passes: { manifest: { version: "1.0.0" } },
  fails: { manifest: { version: "1.0" } },
  *check({ manifest }) {
    const version = textAt(manifest, "version")?.trim() ?? "";
    if (/^[1-9]\d*(\.\d+)*$/.test(version) && version.split(".").length !== 3)
      yield { pointer: "/version", values: { found: version } };
  },
};
