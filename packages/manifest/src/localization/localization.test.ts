import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../json/json-value.ts";
import { sampleManifest } from "../rules/sample-manifest.ts";
import { sampleFiles } from "../testing/sample-package.ts";
import { validateFiles } from "../validate.ts";
import { bestLanguage, localize, localizedKeys } from "./keys.ts";

const $schema = "https://developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.Localization.schema.json";
const complete = {
  $schema,
  "name.short": "Alertes Contoso",
  "name.full": "Alertes Contoso for Microsoft Teams",
  "description.short": "Voir les alertes",
  "description.full": "Les alertes de Contoso dans Microsoft Teams. Aide : https://www.contoso.com",
  "staticTabs[0].name": "Alertes",
};
const manifest: JsonObject = {
  ...sampleManifest,
  localizationInfo: { defaultLanguageTag: "en", additionalLanguages: [{ languageTag: "fr", file: "fr.json" }] },
};

async function judge(french: string | JsonObject | null, changes: JsonObject = {}) {
  const files = new Map(Object.entries(sampleFiles({ ...manifest, ...changes })));
  if (french !== null) files.set("fr.json", strToU8(typeof french === "string" ? french : JSON.stringify(french)));
  return (await validateFiles(files)).findings.map(({ rule, file, pointer }) => `${rule} ${file} ${pointer}`.trim());
}

describe("language files", () => {
  it("are in order when complete", async () => {
    expect(await judge(complete)).toEqual([]);
  });

  it("are missed, by file and by key", async () => {
    expect(await judge(null)).toEqual([
      "localization/file-missing manifest.json /localizationInfo/additionalLanguages/0/file",
    ]);
    const { "staticTabs[0].name": _, ...rest } = complete;
    expect(await judge(rest)).toEqual(["localization/key-missing fr.json"]);
  });

  it("are held against their own schema, and against the manifest", async () => {
    expect(await judge({ ...complete, "name.short": "x".repeat(31) })).toEqual([
      "schema/maxLength fr.json /name.short",
    ]);
    expect(await judge({ ...complete, "staticTabs[7].name": "Sept" })).toEqual([
      "localization/key-without-target fr.json /staticTabs[7].name",
    ]);
    expect(await judge({ ...complete, "description.short": "See and answer Contoso alerts" })).toEqual([
      "localization/not-translated fr.json /description.short",
    ]);
    expect(await judge(`${JSON.stringify(complete).slice(0, -1)},}`)).toEqual(["manifest/trailing-comma fr.json"]);
  });

  it("are named once a language", async () => {
    const twice = {
      localizationInfo: { defaultLanguageTag: "fr", additionalLanguages: [{ languageTag: "fr", file: "fr.json" }] },
    };
    expect(await judge(complete, twice)).toEqual([
      "localization/language-twice manifest.json /localizationInfo/additionalLanguages/0/languageTag",
    ]);
  });

  it("are laid over the manifest for people with that language", () => {
    const french = localize(manifest, { ...complete, "no.such": "x", "__proto__.polluted": "x" });
    expect(french).toMatchObject({ name: { short: "Alertes Contoso" }, staticTabs: [{ name: "Alertes" }] });
    expect(manifest.name).toEqual(sampleManifest.name);
    expect(localizedKeys(manifest)).toContain("staticTabs[0].name");
  });

  it.each([
    ["fr", "fr"],
    ["fr-CA", "fr"],
    ["en-GB", null],
    ["de", null],
  ])("for %s is %s", (wanted, tag) => {
    expect(bestLanguage(manifest, wanted)).toBe(tag);
  });
});
