import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { sampleManifest } from "../rules/sample-manifest.ts";
import type { TeamsManifest } from "../teams-manifest.ts";
import { describeLanguages } from "./describe-languages.ts";

const manifest = {
  ...sampleManifest,
  localizationInfo: {
    defaultLanguageTag: "en",
    additionalLanguages: [
      { languageTag: "fr", file: "fr.json" },
      { languageTag: "de", file: "de.json" },
      { languageTag: "es", file: "./es.json" },
    ],
  },
} as TeamsManifest;

const files = new Map([
  ["fr.json", strToU8('{ "name.short": "Alertes", "staticTabs[7].name": "Sept" }')],
  ["de.json", strToU8("[]")],
]);

describe("the languages of an app", () => {
  it("are the manifest's own and those of its files, with what they lack", () => {
    const [english, french, german, spanish] = describeLanguages(manifest, files);
    expect(english).toMatchObject({ tag: "en", path: null, isDefault: true, missing: [] });
    expect(french).toMatchObject({ tag: "fr", state: "ok", translated: 1, extra: ["staticTabs[7].name"] });
    expect(french?.missing).toContain("description.full");
    expect(french?.total).toBe(english?.total);
    expect(german).toMatchObject({ state: "unreadable", translated: 0 });
    expect(spanish).toMatchObject({ path: "es.json", state: "missing" });
  });

  it("are none when the manifest speaks of none", () => {
    expect(describeLanguages(sampleManifest as TeamsManifest, files)).toEqual([]);
  });
});
