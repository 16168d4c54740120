import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../json/json-value.ts";
import { sampleManifest } from "../rules/sample-manifest.ts";
import type { TeamsManifest } from "../teams-manifest.ts";
import { corpusManifests } from "../testing/corpus.ts";
import { comparePackages } from "./compare-packages.ts";

const manifests = [...corpusManifests().map((each) => each.manifest), sampleManifest];
const anyManifest = fc.constantFrom(...manifests);
const compare = (before: JsonObject, after: JsonObject) =>
  comparePackages({ manifest: before as TeamsManifest }, { manifest: after as TeamsManifest });
const copy = (manifest: JsonObject) => structuredClone(manifest);
const list = (manifest: JsonObject, key: string) => (Array.isArray(manifest[key]) ? manifest[key] : []) as JsonObject[];
const bot = { botId: "f6a3a1a0-7b1c-4d55-9d2c-0c6a3a1d7e11", scopes: ["personal"] };

/** The nine classic triggers of contracts E.3, each as a change of its own; null where a manifest does not admit it. */
const classic: Record<string, (manifest: JsonObject) => JsonObject | null> = {
  "bot-added": (m) => ({ ...m, bots: [...list(m, "bots"), bot] }),
  "bot-removed": (m) => (list(m, "bots").length > 0 ? { ...m, bots: list(m, "bots").slice(1) } : null),
  "bot-id-changed": (m) => withBot(m, (b) => ({ ...b, botId: "00000000-0000-4000-8000-000000000001" })),
  "notification-only-changed": (m) => withBot(m, (b) => ({ ...b, isNotificationOnly: b.isNotificationOnly !== true })),
  "supports-files-changed": (m) => withBot(m, (b) => ({ ...b, supportsFiles: b.supportsFiles !== true })),
  "message-extension-added": (m) => ({
    ...m,
    composeExtensions: [...list(m, "composeExtensions"), { botId: bot.botId }],
  }),
  "message-extension-removed": (m) =>
    list(m, "composeExtensions").length > 0 ? { ...m, composeExtensions: list(m, "composeExtensions").slice(1) } : null,
  "connector-added": (m) => ({ ...m, connectors: [...list(m, "connectors"), { connectorId: "x", scopes: ["team"] }] }),
  "static-tab-added": (m) => ({
    ...m,
    staticTabs: [...list(m, "staticTabs"), { entityId: "entirely new", scopes: ["personal"] }],
  }),
  "configurable-tab-added": (m) => ({ ...m, configurableTabs: [...list(m, "configurableTabs"), { scopes: ["team"] }] }),
  "web-application-info-changed": (m) => ({
    ...m,
    webApplicationInfo: { id: bot.botId, resource: "api://entirely-new" },
  }),
};

function withBot(manifest: JsonObject, change: (bot: JsonObject) => JsonObject): JsonObject | null {
  const [first, ...rest] = list(manifest, "bots");
  return first === undefined ? null : { ...manifest, bots: [change(first), ...rest] };
}

describe("comparison", () => {
  it("finds nothing between a manifest and itself, in any order of properties and of things with ids", async () => {
    await fc.assert(
      fc.asyncProperty(anyManifest, async (manifest) => {
        expect((await compare(manifest, copy(manifest))).changes).toEqual([]);
        const shuffled = Object.fromEntries(Object.entries(copy(manifest)).reverse());
        for (const key of ["staticTabs", "validDomains", "permissions"]) {
          if (Array.isArray(shuffled[key])) shuffled[key] = shuffled[key].toReversed();
        }
        const { changes, consent, versionOk } = await compare(manifest, shuffled);
        expect(changes).toEqual([]);
        expect([consent.classic.required, consent.current.required, versionOk]).toEqual([false, false, true]);
      }),
    );
  });

  it("never asks for consent over metadata", async () => {
    const metadata = fc.record({
      version: fc.string(),
      name: fc.record({ short: fc.string(), full: fc.string() }),
      description: fc.record({ short: fc.string(), full: fc.string() }),
      accentColor: fc.string(),
      developer: fc.record({ name: fc.string(), websiteUrl: fc.webUrl() }),
      packageName: fc.string(),
      localizationInfo: fc.record({ defaultLanguageTag: fc.string() }),
    });
    await fc.assert(
      fc.asyncProperty(anyManifest, metadata, async (manifest, patch) => {
        const { consent, changes } = await compare(manifest, { ...copy(manifest), ...patch });
        expect([consent.classic.required, consent.current.required]).toEqual([false, false]);
        expect(changes.every((change) => change.class === "metadata")).toBe(true);
      }),
    );
  });

  it.each(Object.entries(classic))(
    "asks for consent under the classic rules for %s, and for nothing else",
    async (name, change) => {
      let admitted = 0;
      for (const manifest of manifests) {
        const after = change(copy(manifest));
        if (after === null) continue;
        admitted++;
        const { consent } = await compare(manifest, after);
        expect(consent.classic.required).toBe(true);
        expect([...new Set(consent.classic.reasons.map((reason) => reason.trigger))]).toEqual([name]);
      }
      expect(admitted).toBeGreaterThan(0);
    },
  );

  it("asks under the current rules for what was added, and not for what was taken away", async () => {
    const base = { ...sampleManifest, bots: [bot] };
    const current = async (before: JsonObject, after: JsonObject) =>
      (await compare(before, after)).consent.current.reasons.map((r) => r.trigger);
    expect(
      await current(base, {
        ...base,
        bots: [{ ...bot, supportsFiles: true, supportsCalling: true, supportsVideo: true }],
      }),
    ).toEqual(["supports-files-added", "supports-calling-added", "supports-video-added"]);
    expect(await current({ ...base, bots: [{ ...bot, supportsFiles: true }] }, base)).toEqual([]);
    const rsc = (...names: string[]) => ({
      ...base,
      authorization: { permissions: { resourceSpecific: names.map((name) => ({ name, type: "Application" })) } },
    });
    expect(await current(rsc("A.Read.Group"), rsc("A.Read.Group", "B.Read.Group"))).toEqual(["authorization-widened"]);
    expect(await current(rsc("A.Read.Group", "B.Read.Group"), rsc("B.Read.Group"))).toEqual([]);
    expect(await current(base, { ...base, webApplicationInfo: { id: bot.botId }, configurableTabs: [{}] })).toEqual([]);
    expect(await current({ ...base, composeExtensions: [{}] }, base)).toEqual([]);
  });

  it("asks for a higher version whatever changed, and says which would do", async () => {
    const after = { ...copy(sampleManifest), accentColor: "#000000" };
    expect(await compare(sampleManifest, after)).toMatchObject({
      versionOk: false,
      leastVersion: "1.0.1",
      sameApp: true,
    });
    expect(await compare(sampleManifest, { ...after, version: "1.0.1" })).toMatchObject({
      versionOk: true,
      leastVersion: null,
    });
    expect(await compare(sampleManifest, { ...after, version: "0.9.0" })).toMatchObject({ versionOk: false });
  });

  it("names the place of a change inside a list by its id", async () => {
    const [tab] = list(sampleManifest, "staticTabs");
    const two = {
      ...sampleManifest,
      staticTabs: [
        { ...tab, entityId: "new" },
        { ...tab, name: "Renamed" },
      ],
    } as JsonObject;
    const one = { ...sampleManifest, staticTabs: [{ ...tab }, { ...tab, entityId: "gone" }] } as JsonObject;
    const { changes } = await compare(one, two);
    expect(changes.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual([
      "added /staticTabs/0",
      "changed /staticTabs/1/name",
      "removed /staticTabs/1",
    ]);
    expect(changes.every((change) => change.class === "capability")).toBe(true);
  });

  it("compares the other files by their bytes", async () => {
    const manifest = sampleManifest as TeamsManifest;
    const before = {
      manifest,
      files: new Map([
        ["color.png", Uint8Array.of(1)],
        ["old.txt", Uint8Array.of(1)],
      ]),
    };
    const after = { manifest, files: new Map([["color.png", Uint8Array.of(2)]]) };
    const { changes, versionOk } = await comparePackages(before, after);
    expect(changes.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual([
      "changed #/files/color.png",
      "removed #/files/old.txt",
    ]);
    expect(versionOk).toBe(false);
  });
});
