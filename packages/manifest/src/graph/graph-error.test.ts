import { describe, expect, it } from "vitest";
import type { JsonObject } from "../json/json-value.ts";
import { sampleManifest } from "../rules/sample-manifest.ts";
import { picture, samplePackage } from "../testing/sample-package.ts";
import { validateManifestText, validatePackage } from "../validate.ts";
import { toGraphError } from "./graph-error.ts";

async function details(manifest: JsonObject) {
  const error = toGraphError(await validateManifestText(JSON.stringify(manifest)));
  return (error?.details ?? []).map(({ code, target }) => `${code} ${target}`);
}

describe("a verdict in Graph's words", () => {
  it("is nothing when the verdict is good", async () => {
    expect(toGraphError(await validatePackage(samplePackage()))).toBeNull();
  });

  it("joins target and message of every detail, outside and inside", async () => {
    const { developer: _, ...rest } = sampleManifest;
    const error = toGraphError(await validateManifestText(JSON.stringify({ ...rest, id: "x" })));
    expect(error?.code).toBe("BadRequest");
    expect(error?.innerError.code).toBe("UnableToParseTeamsAppManifest");
    expect(error?.message).toBe(error?.details.map(({ target, message }) => `${target} | ${message}`).join("; "));
    expect(error?.innerError.message).toBe(error?.message);
  });

  it.each([
    [{ id: "x" }, ["CommonAppIdIsNotGuid id"]],
    [{ version: "0.1.0" }, ["VersionHasMajorLessThan1 version"]],
    [{ version: "one" }, ["VersionContainsOnlyNumbersDotSeparated version"]],
    [{ name: { short: "x".repeat(31), full: "y" } }, ["ShortNameLengthCheck name.short"]],
    [{ name: { short: "Chat", full: "y" } }, ["ShortNameEqualsReservedName name.short"]],
    [
      { developer: { ...(sampleManifest.developer as JsonObject), websiteUrl: "http://contoso.com" } },
      ["DeveloperWebsiteUrlMustBeHttps developer.websiteUrl"],
    ],
    [{ isFullScreen: "yes" }, ["SchemaError_Type isFullScreen"]],
    [{ unheardOf: 1 }, ["SchemaError_AdditionalProperties unheardOf"]],
    [{ bots: [{ botId: "x", scopes: ["personal"] }] }, ["BotIdIsNotGuid bots[0].botId"]],
  ] as [JsonObject, string[]][])("%j is %j", async (patch, expected) => {
    expect(await details({ ...sampleManifest, ...patch })).toEqual(expected);
  });

  it("names what is missing as Graph does", async () => {
    const { id: _, accentColor: __, ...rest } = sampleManifest;
    expect(await details(rest)).toEqual(["CommonAppIdIsRequiredField id", "SchemaError_Required accentColor"]);
    expect(await details({})).toContain("Serialization_ManifestVersionPropertyMissing manifestVersion");
  });

  it("has a code for files, too", async () => {
    const code = async (bytes: Uint8Array) =>
      toGraphError(await validatePackage(bytes))?.details.map((each) => `${each.code} ${each.target}`);
    expect(await code(samplePackage({ "color.png": picture(64) }))).toEqual([
      "InvalidColorIconHeightAndWidth icons.color",
    ]);
    expect(await code(samplePackage({ "outline.png": null }))).toEqual(["Serialization_FileMissing icons.outline"]);
    expect(await code(samplePackage({ "manifest.json": new TextEncoder().encode("{") }))).toEqual([
      "Serialization_FileNotValidJson manifest.json",
    ]);
    expect(await code(samplePackage({ "manifest.json": null }))).toEqual(["Serialization_FileMissing manifest.json"]);
  });
});
