import { deflateRawSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Finding } from "./finding.ts";
import { checksum } from "./package/checksum.ts";
import { sampleManifest } from "./rules/sample-manifest.ts";
import { outlinePicture, patched, picture, sampleFiles, samplePackage } from "./testing/sample-package.ts";
import { validateFiles, validateManifestText, validatePackage } from "./validate.ts";

const rulesOf = (findings: Finding[]) => findings.map((finding) => finding.rule);
const judge = async (bytes: Uint8Array) => rulesOf((await validatePackage(bytes)).findings);

describe("a good package", () => {
  it.each(["organization", "store"] as const)("has nothing to be said about it for the %s target", async (target) => {
    const verdict = await validatePackage(samplePackage(), { target });
    expect(verdict.findings).toEqual([]);
    expect(verdict).toMatchObject({ valid: true, manifestVersion: "1.19", version: "1.0.0", id: sampleManifest.id });
    expect(verdict.icons.color).toMatchObject({ width: 192, height: 192, state: "ok" });
    expect([...verdict.files.keys()]).toEqual(["manifest.json", "color.png", "outline.png"]);
  });

  it("is judged the same as a folder", async () => {
    expect((await validateFiles(new Map(Object.entries(sampleFiles())))).findings).toEqual([]);
  });
});

describe("bad zips", () => {
  it("is not a zip", async () => {
    expect(await judge(strToU8("Rar!"))).toEqual(["package/not-a-zip"]);
    expect(await judge(new Uint8Array())).toEqual(["package/not-a-zip"]);
  });

  it("is cut off", async () => {
    const whole = samplePackage();
    expect(await judge(whole.subarray(0, whole.length / 2))).toEqual(["package/truncated"]);
  });

  it("is over 30 MB", async () => {
    expect(await judge(new Uint8Array(30 * 1024 * 1024 + 1))).toEqual(["package/too-large"]);
  });

  it("has more than 1,000 entries", async () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`${index}.txt`, new Uint8Array(1)]));
    expect(await judge(samplePackage(many))).toEqual(["package/too-many-entries"]);
  });

  it("inflates to more than 100 MB or 100 : 1, whatever it declares", async () => {
    const bomb = new Uint8Array(40 * 1024 * 1024);
    expect(await judge(samplePackage({ "bomb.bin": bomb }))).toEqual(["package/inflates-too-far"]);
    const honest = samplePackage({ "bomb.bin": bomb });
    const size = String.fromCharCode(...new Uint8Array(new Uint32Array([bomb.length]).buffer));
    expect(await judge(patched(honest, size, "\x10\x00\x00\x00"))).toEqual(["package/inflates-too-far"]);
  });

  it("keeps lies about sizes apart from honest files", async () => {
    const text = "a file of thirty-three characters";
    const size = String.fromCharCode(text.length, 0, 0, 0);
    const lie = patched(samplePackage({ "note.txt": strToU8(text) }), size, "\x05\x00\x00\x00");
    expect(await judge(lie)).toContain("package/size-declared");
  });

  it.each([
    ["../evil.txt", "package/unsafe-name"],
    ["/etc/evil.txt", "package/unsafe-name"],
    ["C:\\evil.txt", "package/unsafe-name"],
    ["icons/..\\..\\evil.txt", "package/unsafe-name"],
    ["Manifest.json", "package/same-name-twice"],
    ["./color.png", "package/same-name-twice"],
    [".DS_Store", "package/litter"],
  ])("has an entry named %s", async (name, rule) => {
    expect(await judge(samplePackage({ [name]: strToU8("x") }))).toContain(rule);
  });

  it("names one file twice by Unicode form", async () => {
    const files = { "caf\u00e9.txt": strToU8("a"), "cafe\u0301.txt": strToU8("b") };
    expect(await judge(samplePackage(files))).toContain("package/same-name-twice");
  });

  it("shows two names for one entry", async () => {
    const zip = samplePackage({ "extra-1.txt": strToU8("x") });
    const at = zip.findIndex((_, i) => i > 2 && String.fromCharCode(...zip.subarray(i, i + 11)) === "extra-1.txt");
    zip[at + 6] = 0x32;
    expect(await judge(zip)).toContain("package/two-names");
  });

  it("has damaged data", async () => {
    const zip = zipSync({ ...sampleFiles(), "note.txt": [strToU8("hello there"), { level: 0 }] });
    expect(await judge(patched(zip, "hello there", "hellO there"))).toContain("package/damaged-entry");
  });

  it("is empty, or has its manifest elsewhere", async () => {
    expect(await judge(zipSync({}))).toEqual(["package/empty"]);
    expect(await judge(zipSync({ "app/manifest.json": strToU8("{}") }))).toEqual(["package/no-manifest"]);
    const { findings } = await validatePackage(zipSync({ "Manifest.json": strToU8("{}") }));
    expect(findings[0]?.message).toContain("Manifest.json");
  });
});

describe("bad manifests", () => {
  const judgeText = async (text: string) => (await validateManifestText(text)).findings;

  it("reports every JSON fault with line and column", async () => {
    const text = '{\n  // note\n  "id": "x",\n  "validDomains": ["a",],\n  "name": { "short": "x" \n}';
    const found = (await judgeText(text)).filter((finding) => finding.rule.startsWith("manifest/"));
    expect(found.map(({ rule, line, column }) => [rule, line, column])).toEqual([
      ["manifest/comment", 2, 3],
      ["manifest/trailing-comma", 4, 23],
      ["manifest/json-syntax", 6, 2],
    ]);
  });

  it("goes on to the schema when it is clear what was meant", async () => {
    const rules = rulesOf(await judgeText('{"manifestVersion": "1.19", "id": "x",}'));
    expect(rules).toContain("manifest/trailing-comma");
    expect(rules).toContain("schema/pattern");
    expect(rules).toContain("schema/required");
  });

  it.each([
    ["", "manifest/empty-file"],
    ["[]", "manifest/not-an-object"],
    ["nonsense", "manifest/json-syntax"],
    [`${"[".repeat(100_000)}`, "manifest/too-deep"],
    [`{"a": "${"x".repeat(3_000_000)}"}`, "manifest/too-long"],
    ['{"id": 1, "id": 2}', "manifest/duplicate-key"],
    ['{"manifestVersion": "1.18"}', "manifest/version-unknown"],
    ['{"manifestVersion": 1.5}', "manifest/version-unknown"],
    ["{}", "manifest/version-missing"],
  ])("%.20s is %s", async (text, rule) => {
    expect(rulesOf(await judgeText(text))).toContain(rule);
  });

  it("accepts a byte-order mark and says so in passing", async () => {
    const mark = Uint8Array.of(0xef, 0xbb, 0xbf, ...strToU8(JSON.stringify(sampleManifest)));
    const verdict = await validatePackage(samplePackage({ "manifest.json": mark }));
    expect(verdict.valid).toBe(true);
    expect(verdict.findings).toMatchObject([{ rule: "manifest/byte-order-mark", severity: "suggestion", line: 1 }]);
  });

  it("reads UTF-16 well enough to judge the rest", async () => {
    const wide = new Uint8Array(
      Uint16Array.from([0xfeff, ...[...JSON.stringify(sampleManifest)].map((c) => c.charCodeAt(0))]).buffer,
    );
    expect(await judge(samplePackage({ "manifest.json": wide }))).toEqual(["manifest/encoding"]);
  });

  it("warns of a placeholder once and not of its consequences", async () => {
    const open = { ...sampleManifest, id: "<<app-id>>", accentColor: "{{COLOR}}" };
    const warned = await validateManifestText(JSON.stringify(open));
    expect(warned.findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      "warning manifest/placeholder",
      "warning manifest/placeholder",
    ]);
    const refused = await validateManifestText(JSON.stringify(open), { placeholders: "refuse" });
    expect(refused.findings.map((finding) => finding.severity)).toEqual(["error", "error"]);
    const env = { "app-id": String(sampleManifest.id), COLOR: "#123456" };
    const filled = await validateManifestText(JSON.stringify(open), { env, placeholders: "refuse" });
    expect(filled.findings).toEqual([]);
    expect(filled.manifest?.accentColor).toBe("#123456");
  });
});

describe("bad icons", () => {
  it.each([
    ["a JPEG", strToU8("\xff\xd8\xff\xe0", true), "icon/not-png"],
    ["the wrong size", picture(96), "icon/color-size"],
    ["a cut-off PNG", picture(192).subarray(0, 60), "icon/damaged"],
    ["nothing", null, "icon/missing"],
  ])("has %s for a colour icon", async (_, bytes, rule) => {
    expect(await judge(samplePackage({ "color.png": bytes }))).toEqual([rule]);
  });

  it("has an outline of the wrong size", async () => {
    expect(await judge(samplePackage({ "outline.png": picture(20) }))).toEqual(["icon/outline-size"]);
  });

  it("has headers that lie about the size, however large the lie", async () => {
    const small = outlinePicture();
    expect(await judge(samplePackage({ "color.png": withSize(small, 192) }))).toEqual(["icon/contradictory"]);
    const before = process.memoryUsage().rss;
    expect(await judge(samplePackage({ "color.png": withSize(small, 2 ** 31 - 1) }))).toEqual(["icon/contradictory"]);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    expect(await judge(samplePackage({ "color.png": withSize(picture(256), 192) }))).toEqual(["icon/contradictory"]);
  });

  it("has pixel data that inflates without end", async () => {
    const flood = deflateRawSync(new Uint8Array(64 * 1024 * 1024));
    const zlib = Uint8Array.of(0x78, 0x01, ...flood, 0, 0, 0, 0);
    const chunk = pngChunk("IDAT", zlib);
    const base = picture(192);
    const head = base.subarray(0, 33);
    const png = Uint8Array.of(...head, ...chunk, ...pngChunk("IEND", new Uint8Array()));
    expect(await judge(samplePackage({ "color.png": png }))).toEqual(["icon/contradictory"]);
  });
});

function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const body = Uint8Array.of(...strToU8(type), ...data);
  const whole = new Uint8Array(body.length + 8);
  const view = new DataView(whole.buffer);
  view.setUint32(0, data.length);
  whole.set(body, 4);
  view.setUint32(body.length + 4, checksum(body));
  return whole;
}

/** The same PNG with another size in its header, its checksum made right again. */
function withSize(png: Uint8Array, side: number): Uint8Array {
  const changed = png.slice();
  const view = new DataView(changed.buffer);
  view.setUint32(16, side);
  view.setUint32(20, side);
  view.setUint32(29, checksum(changed.subarray(12, 29)));
  return changed;
}
