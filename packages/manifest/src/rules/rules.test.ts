import { describe, expect, it } from "vitest";
import type { Target } from "../finding.ts";
import { isObject, type JsonObject } from "../json/json-value.ts";
import { sampleFiles } from "../testing/sample-package.ts";
import { validateFiles } from "../validate.ts";
import { allRules } from "./index.ts";
import { type Rule, severityFor } from "./rule.ts";
import { sampleManifest } from "./sample-manifest.ts";

/** RFC 7396. */
function merge(target: JsonObject, patch: JsonObject): JsonObject {
  const merged: JsonObject = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = isObject(value) ? merge(isObject(merged[key]) ? merged[key] : {}, value) : value;
  }
  return merged;
}

const targetsOf = (rule: Rule) =>
  (["organization", "store"] as Target[]).filter((target) => severityFor(rule, target) !== "off");

async function firing(patch: JsonObject, target: Target): Promise<string[]> {
  const verdict = await validateFiles(new Map(Object.entries(sampleFiles(merge(sampleManifest, patch)))), { target });
  return verdict.findings.map((finding) => finding.rule);
}

describe("rules", () => {
  it("are at least a hundred, each under a name of its own", () => {
    const ids = allRules.map((rule) => rule.id);
    process.stdout.write(`${ids.length} rules\n`);
    expect(ids.length).toBeGreaterThanOrEqual(100);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+\/[a-zA-Z0-9-]+$/);
  });

  it.each(allRules.map((rule) => [rule.id, rule] as const))(
    "%s speaks both languages and fills every blank in both",
    (_, rule) => {
      const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      for (const text of [rule.title, rule.message, rule.why, rule.fix]) {
        expect(text.en.trim()).not.toBe("");
        expect(text.fr.trim()).not.toBe("");
        expect(new Set(blanks(text.fr))).toEqual(new Set(blanks(text.en)));
      }
      expect(targetsOf(rule).length).toBeGreaterThan(0);
      expect(rule.source).not.toBe("");
    },
  );

  const shown = allRules.filter((rule) => "manifest" in rule.fails);
  it.each(shown.map((rule) => [rule.id, rule] as const))(
    "%s fires on its failing example and not on its passing one",
    async (id, rule) => {
      for (const target of targetsOf(rule)) {
        if ("manifest" in rule.fails) expect(await firing(rule.fails.manifest, target)).toContain(id);
        if ("manifest" in rule.passes) expect(await firing(rule.passes.manifest, target)).not.toContain(id);
      }
    },
  );

  it.each(shown.map((rule) => [rule.id, rule] as const))(
    "%s leaves no blank unfilled in what it says",
    async (_, rule) => {
      if (!("manifest" in rule.fails)) return;
      for (const language of ["en", "fr"] as const) {
        const files = new Map(Object.entries(sampleFiles(merge(sampleManifest, rule.fails.manifest))));
        const { findings } = await validateFiles(files, { target: "store", language });
        for (const finding of findings)
          expect(`${finding.message} ${finding.fix}`).not.toMatch(/\{(found|place|value|key|path|version)\}/);
      }
    },
  );
});
