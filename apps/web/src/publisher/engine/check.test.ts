// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the toolkit writes its placeholders this way.
import { readFileSync } from "node:fs";
import { writePackage } from "@parvis/manifest";
import { describe, expect, it } from "vitest";
import { makeSource, type PackageSource } from "../source/package-source.ts";
import { type CheckInput, check } from "./check.ts";
import { compare } from "./compare.ts";
import type { EngineFault } from "./engine-fault.ts";
import { mend } from "./mend.ts";

const folder = new URL("../../../../../examples/todo-connector/package/", import.meta.url);
const read = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const files = new Map(["manifest.json", "color.png", "outline.png"].map((name) => [name, read(name)]));
const manifest: Record<string, unknown> = JSON.parse(new TextDecoder().decode(files.get("manifest.json")));
const settings: Omit<CheckInput, "source"> = { target: "organization", language: "en", env: {} };
const silent = () => undefined;

function zipOf(changes: Record<string, string | Uint8Array>): PackageSource {
  const bytes = (content: string | Uint8Array) =>
    typeof content === "string" ? new TextEncoder().encode(content) : content;
  const all = new Map([...files, ...Object.entries(changes).map(([path, content]) => [path, bytes(content)] as const)]);
  const blob = new Blob([writePackage(all) as Uint8Array<ArrayBuffer>]);
  return makeSource("package", "todo.zip", [{ path: "todo.zip", blob }]);
}

function manifestOf(text: string): PackageSource {
  return makeSource("manifest", "manifest.json", [{ path: "manifest.json", blob: new Blob([text]) }]);
}

describe("checking", () => {
  it("shows a good package with its icons and what it asks", async () => {
    const result = await check({ source: zipOf({}), ...settings }, silent);
    expect(result).toMatchObject({ valid: true, name: "Todo", mendable: 0, placeholders: [] });
    expect(result.icons?.color.reading).toMatchObject({ width: 192, state: "ok" });
    expect(result.icons?.outline.stray).toBeNull();
    expect(result.consent?.adds.map(({ kind }) => kind)).toContain("connector");
    expect(result.files).toHaveLength(3);
  });

  it("paints what is wrong with an outline icon", async () => {
    const { icons } = await check({ source: zipOf({ "outline.png": read("color.png") }), ...settings }, silent);
    expect(icons?.outline.reading?.width).toBe(192);
    expect(icons?.outline.stray?.count).toBeGreaterThan(0);
    expect(icons?.outline.stray?.picture).toHaveLength(192 * 192 * 4);
  });

  it("judges a manifest alone, and one that is none", async () => {
    expect(await check({ source: manifestOf(JSON.stringify(manifest)), ...settings }, silent)).toMatchObject({
      valid: true,
      icons: null,
    });
    const broken = await check({ source: manifestOf("{ nothing"), ...settings }, silent);
    expect(broken).toMatchObject({ valid: false, consent: null, name: null });
    expect(broken.findings.length).toBeGreaterThan(0);
  });

  it("keeps asking for a placeholder's value after one was given", async () => {
    const text = JSON.stringify({ ...manifest, id: "${{APP_ID}}", validDomains: ["${{DOMAIN}}"] });
    const source = manifestOf(text);
    const first = await check({ source, ...settings }, silent);
    expect(first.placeholders).toEqual(["APP_ID", "DOMAIN"]);
    const filled = await check({ source, ...settings, env: { APP_ID: "no guid" } }, silent);
    expect(filled.placeholders).toEqual(["APP_ID", "DOMAIN"]);
    expect(filled.findings.map(({ rule }) => rule)).toContain("schema/pattern");
  });

  it("refuses what is no zip and what is too large to be one", async () => {
    const nothing = makeSource("package", "x.zip", [{ path: "x.zip", blob: new Blob(["hello"]) }]);
    expect((await check({ source: nothing, ...settings }, silent)).findings[0]?.rule).toBe("package/not-a-zip");
    const huge = makeSource("package", "x.zip", [
      { path: "x.zip", blob: new Blob([new Uint8Array(31 * 1024 * 1024)]) },
    ]);
    expect((await check({ source: huge, ...settings }, silent)).findings[0]?.rule).toBe("package/too-large");
  });

  it("leaves out of a folder what does not belong into a package, and gives up on too much of it", async () => {
    const blob = (path: string) => ({
      path,
      blob: new Blob([(files.get(path) ?? new Uint8Array()) as Uint8Array<ArrayBuffer>]),
    });
    const some = [...files.keys()].map(blob);
    const source = makeSource("folder", "app", [...some, blob("node_modules/x.js"), blob(".git/config")]);
    expect((await check({ source, ...settings }, silent)).files).toHaveLength(3);
    const many = makeSource(
      "folder",
      "app",
      Array.from({ length: 2_000 }, (_, index) => blob(`f${index}.txt`)),
    );
    await expect(check({ source: many, ...settings }, silent)).rejects.toMatchObject({
      code: "folder-too-large",
    } satisfies Partial<EngineFault>);
  });
});

describe("mending", () => {
  it("mends a copy, and says what it did", async () => {
    const text = `\uFEFF${JSON.stringify(manifest).slice(0, -1)},}`;
    const source = zipOf({ "manifest.json": text });
    const mended = await mend({ source, language: "fr", env: {} }, silent);
    expect(mended.applied.map(({ rule }) => rule)).toEqual(["manifest/trailing-comma", "manifest/byte-order-mark"]);
    expect(mended.changed).toHaveLength(1);
    expect(mended.download.name).toBe("todo-fixed.zip");
    expect(await check({ source: mended.source, ...settings }, silent)).toMatchObject({ valid: true, mendable: 0 });
  });

  it("writes the values of placeholders, when there are any", async () => {
    const source = manifestOf(JSON.stringify({ ...manifest, id: "${{APP_ID}}" }));
    const mended = await mend({ source, language: "en", env: { APP_ID: String(manifest.id) } }, silent);
    expect(mended.applied).toEqual([]);
    expect(mended.changed[0]?.after).toContain(String(manifest.id));
  });
});

describe("comparing", () => {
  it("says what changed, and lays both manifests out alike", async () => {
    const next = zipOf({ "manifest.json": JSON.stringify({ ...manifest, version: "9.0.0", bots: [{ botId: "b" }] }) });
    const { comparison, before, after } = await compare({ before: zipOf({}), after: next, language: "en" }, silent);
    expect(comparison?.versionOk).toBe(true);
    expect(comparison?.consent.classic.reasons.map(({ trigger }) => trigger)).toContain("bot-added");
    expect(before.text.split("\n")[1]).toBe(after.text.split("\n")[1]);
  });

  it("says why one of them cannot be read", async () => {
    const { comparison, after } = await compare({ before: zipOf({}), after: manifestOf("[]"), language: "en" }, silent);
    expect(comparison).toBeNull();
    expect(after.unreadable?.rule).toBe("manifest/not-an-object");
  });
});
