import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../json/json-value.ts";
import { corpusManifests } from "../testing/corpus.ts";
import { sampleFiles } from "../testing/sample-package.ts";
import { validatePackage } from "../validate.ts";
import { belongsInPackage, writePackage } from "./write-package.ts";

describe("packing", () => {
  it("gives the same bytes whatever the order and the clock", () => {
    const files = Object.entries(sampleFiles());
    const first = writePackage(new Map(files));
    const second = writePackage(new Map(files.toReversed()));
    expect(first).toEqual(second);
  });

  it("packs every manifest of the corpus so that it reads back the same", async () => {
    for (const { bytes, manifest } of corpusManifests()) {
      const zip = writePackage(new Map([...Object.entries(sampleFiles()), ["manifest.json", bytes]]));
      const verdict = await validatePackage(zip);
      expect(verdict.files.get("manifest.json")).toEqual(bytes);
      if (verdict.manifest !== null) expect(verdict.manifest as JsonObject).toEqual(manifest);
    }
  });

  it.each([
    ["manifest.json", true],
    ["icons/color.png", true],
    ["fr.json", true],
    [".git/config", false],
    ["icons/.DS_Store", false],
    ["node_modules/x/package.json", false],
    ["build/app.zip", false],
    ["env/dev.env", false],
    ["../secret", false],
  ])("%s belongs in a package: %s", (name, belongs) => {
    expect(belongsInPackage(name)).toBe(belongs);
  });

  it("keeps names with spaces and accents", async () => {
    const zip = writePackage(new Map([...Object.entries(sampleFiles()), ["dossier é/a b.txt", strToU8("x")]]));
    expect([...(await validatePackage(zip)).files.keys()]).toContain("dossier é/a b.txt");
  });
});
