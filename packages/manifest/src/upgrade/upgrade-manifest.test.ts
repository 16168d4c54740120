import { describe, expect, it } from "vitest";
import type { JsonObject } from "../json/json-value.ts";
import { sampleManifest } from "../rules/sample-manifest.ts";
import { evaluate } from "../schema/evaluate.ts";
import { loadSchema } from "../schema/load-schema.ts";
import { isSchemaVersion, newestVersion } from "../schema/schema-versions.ts";
import type { TeamsManifest } from "../teams-manifest.ts";
import { corpusManifests } from "../testing/corpus.ts";
import { upgradeManifest } from "./upgrade-manifest.ts";

const old = {
  ...sampleManifest,
  $schema: "https://developer.microsoft.com/en-us/json-schemas/teams/v1.11/MicrosoftTeams.schema.json",
  manifestVersion: "1.11",
  packageName: "com.contoso.alerts",
  bots: [{ botId: sampleManifest.id, scopes: ["team", "groupchat"] }],
  webApplicationInfo: {
    id: sampleManifest.id,
    resource: "https://contoso.com",
    applicationPermissions: ["TeamMember.Read.Group"],
  },
} as JsonObject as TeamsManifest;

describe("upgrading", () => {
  it("changes what newer versions force and says what a person must decide", async () => {
    const before = structuredClone(old);
    const { manifest, changes, decisions, open } = await upgradeManifest(old);
    expect(old).toEqual(before);
    expect(open).toBe(0);
    expect(manifest.manifestVersion).toBe(newestVersion);
    expect(manifest.packageName).toBeUndefined();
    expect(manifest.authorization).toEqual({
      permissions: { resourceSpecific: [{ name: "TeamMember.Read.Group", type: "Application" }] },
    });
    expect(changes.map((note) => note.pointer)).toEqual([
      "/manifestVersion",
      "/authorization/permissions/resourceSpecific",
      "/packageName",
      "/bots/0/scopes/1",
    ]);
    expect(decisions.map((note) => note.pointer)).toEqual(["/packageName", "/supportsChannelFeatures"]);
  });

  it("stops where it is told, and leaves alone what is new enough", async () => {
    const { manifest } = await upgradeManifest(old, "1.12");
    expect(manifest).toMatchObject({ manifestVersion: "1.12", packageName: "com.contoso.alerts" });
    expect((await upgradeManifest(old, "1.5")).manifest).toEqual(old);
  });

  it("brings every manifest of the corpus that its own schema accepts to the newest version", async () => {
    const left: string[] = [];
    for (const { name, manifest } of corpusManifests()) {
      const version = String(manifest.manifestVersion);
      if (
        !isSchemaVersion(version) ||
        version === "devPreview" ||
        evaluate(await loadSchema(version), manifest).length > 0
      )
        continue;
      const { open, manifest: upgraded } = await upgradeManifest(manifest as TeamsManifest);
      if (open > 0)
        left.push(
          `${name}: ${evaluate(await loadSchema(newestVersion), upgraded as JsonObject).map((error) => `${error.keyword} ${error.pointer}`)}`,
        );
    }
    expect(left).toEqual([]);
  });
});
