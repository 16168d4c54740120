import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "./json/json-value.ts";
import { valueAt } from "./json/json-value.ts";
import { tokensOf } from "./json/pointer.ts";
import { sampleManifest } from "./rules/sample-manifest.ts";
import { colorPicture, outlinePicture, picture, sampleFiles } from "./testing/sample-package.ts";
import { validateFiles } from "./validate.ts";

/** What a new user gets wrong, one fault a line: where, what stands there, what should. undefined: it should not be there. */
const faults: readonly [rule: string, pointer: string, wrong: JsonValue | undefined, right: JsonValue | undefined][] = [
  ["schema/pattern", "/id", "my-app", sampleManifest.id],
  ["version/major-below-1", "/version", "0.1.0", "1.0.0"],
  ["schema/maxLength", "/name/short", "Contoso Alerts with a very long name", "Contoso Alerts"],
  ["description/empty", "/description/short", "", "See and answer Contoso alerts"],
  ["developer/https", "/developer/privacyUrl", "http://www.contoso.com/privacy", "https://www.contoso.com/privacy"],
  ["schema/required", "/accentColor", undefined, "#4F6BED"],
  ["schema/additionalProperties", "/validDomain", ["tabs.contoso.com"], undefined],
  ["schema/enum", "/staticTabs/0/scopes/0", "Personal", "personal"],
  ["schema/type", "/isFullScreen", "true", false],
  [
    "activity/reserved-type",
    "/activities",
    { activityTypes: [{ type: "systemDefault", description: "d", templateText: "t" }] },
    undefined,
  ],
];

function set(manifest: JsonObject, pointer: string, value: JsonValue | undefined): void {
  const path = tokensOf(pointer);
  const last = path.pop() ?? "";
  const holder = valueAt(manifest, ...path);
  if (typeof holder !== "object" || holder === null) throw new Error(pointer);
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else Reflect.set(holder, last, value);
}

describe("a package with twelve faults", () => {
  it("gets twelve errors that say how to mend each, and is valid once all are mended", async () => {
    const manifest = structuredClone(sampleManifest);
    for (const [, pointer, wrong] of faults) set(manifest, pointer, wrong);
    const files = new Map(
      Object.entries({ ...sampleFiles(), "color.png": picture(64), "outline.png": new Uint8Array([1, 2, 3]) }),
    );
    const judge = async () => {
      files.set("manifest.json", new TextEncoder().encode(JSON.stringify(manifest, null, 2)));
      const verdict = await validateFiles(files);
      return { verdict, errors: verdict.findings.filter((finding) => finding.severity === "error") };
    };
    const first = await judge();
    const rules = [...faults.map(([rule]) => rule), "icon/color-size", "icon/not-png"];
    expect(first.errors.map((finding) => finding.rule).sort()).toEqual(rules.sort());
    for (const finding of first.errors) {
      expect(finding.fix.length).toBeGreaterThan(10);
      expect(finding.help).toMatch(/^\/docs\/rules\/.+/);
      if (finding.file === "manifest.json") expect(finding.line).toBeGreaterThan(0);
    }
    let left = 12;
    for (const [, pointer, , right] of faults) {
      set(manifest, pointer, right);
      expect((await judge()).errors.length).toBe(--left);
    }
    files.set("color.png", colorPicture());
    expect((await judge()).errors.length).toBe(1);
    files.set("outline.png", outlinePicture());
    expect((await judge()).verdict.valid).toBe(true);
  });
});
