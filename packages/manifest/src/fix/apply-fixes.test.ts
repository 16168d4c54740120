import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { sampleManifest } from "../rules/sample-manifest.ts";
import { sampleFiles } from "../testing/sample-package.ts";
import { validateFiles } from "../validate.ts";
import { applyFixes } from "./apply-fixes.ts";

describe("fixes", () => {
  it("mends everything mechanical at once and leaves the rest of the text alone", async () => {
    const text = JSON.stringify({ ...sampleManifest, id: ` ${sampleManifest.id}` }, null, 2)
      .replace("v1.19/", "v1.16/")
      .replace('"color.png"', '".\\\\Color.png"')
      .replace('"personal"', '"personal",')
      .replace("{", "{ // first")
      .replace("Sign in", "Sign\tin");
    const files = new Map(
      Object.entries({ ...sampleFiles(), "manifest.json": Uint8Array.of(0xef, 0xbb, 0xbf, ...strToU8(text)) }),
    );
    expect((await validateFiles(files)).valid).toBe(false);
    const { changed, applied } = applyFixes(files);
    expect(applied.map((each) => each.rule).sort()).toEqual([
      "icon/path-style",
      "manifest/byte-order-mark",
      "manifest/comment",
      "manifest/json-syntax",
      "manifest/outer-space",
      "manifest/schema-disagrees",
      "manifest/trailing-comma",
    ]);
    const verdict = await validateFiles(new Map([...files, ...changed]));
    expect(verdict.findings).toEqual([]);
    expect(new TextDecoder().decode(changed.get("manifest.json"))).toContain('\n  "accentColor": "#4F6BED",\n');
  });

  it("changes nothing in a good package, and mends nothing twice", () => {
    const files = new Map(Object.entries(sampleFiles()));
    expect(applyFixes(files)).toEqual({ changed: new Map(), applied: [] });
  });

  it("leaves alone what it cannot understand", () => {
    for (const text of ["", "{", "[".repeat(1000), "nonsense", '{"a": "b']) {
      expect(applyFixes(new Map([["manifest.json", strToU8(text)]])).changed.size).toBe(0);
    }
  });
});
