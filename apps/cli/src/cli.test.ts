// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the toolkit writes its placeholders this way.
/** The command as a user runs it: a process of its own, its output and its exit code. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const bin = join(import.meta.dirname, "../bin/parvis.js");
let home = "";

function parvis(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: home,
    encoding: "utf8",
    env: { ...process.env, LANG: "C", LC_ALL: "", NO_COLOR: "1" },
  });
  return { code: status, out: stdout, err: stderr, json: () => JSON.parse(stdout) };
}

const initFlags = [
  "--kind",
  "tab",
  "--name",
  "Contoso Pulse",
  "--developer",
  "Contoso",
  "--url",
  "https://pulse.contoso.com",
];
const manifestAt = (folder: string) => join(home, folder, "manifest.json");
const edit = (folder: string, change: (text: string) => string) =>
  writeFileSync(manifestAt(folder), change(readFileSync(manifestAt(folder), "utf8")));

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "parvis-cli-"));
  expect(parvis("init", "app", ...initFlags).code).toBe(0);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("parvis", () => {
  it("answers wrong usage with 2 and help with 0", () => {
    expect(parvis().code).toBe(2);
    expect(parvis("frobnicate").code).toBe(2);
    expect(parvis("validate").code).toBe(2);
    expect(parvis("validate", "no-such-file").code).toBe(2);
    expect(parvis("validate", "nothing-*.zip").code).toBe(2);
    expect(parvis("validate", "app", "--for", "nobody").code).toBe(2);
    expect(parvis("--help").code).toBe(0);
    expect(parvis("validate", "--help").code).toBe(0);
  });

  it("makes an app that validates, and will not overwrite it", () => {
    expect(parvis("validate", "app", "--for", "store").out).toContain("in order");
    expect(parvis("init", "app", ...initFlags).code).toBe(1);
    expect(parvis("init", "other", "--kind", "bot").err).toContain("--name, --developer, --url");
    expect(parvis("init", "other", ...initFlags.with(3, "x".repeat(31))).code).toBe(2);
    expect(existsSync(join(home, "other"))).toBe(false);
  });

  it("packs the same bytes every time, and refuses what validation refuses", () => {
    const first = parvis("pack", "app", "-o", "first.zip", "--json").json();
    expect(parvis("pack", "app", "-o", "second.zip").code).toBe(0);
    expect(readFileSync(join(home, "first.zip")).equals(readFileSync(join(home, "second.zip")))).toBe(true);
    expect(first.files).toEqual(["color.png", "manifest.json", "outline.png"]);
    parvis("init", "broken", ...initFlags);
    edit("broken", (text) => text.replace(/"id": "[^"]+"/, '"id": "x"'));
    expect(parvis("pack", "broken").code).toBe(1);
    expect(existsSync(join(home, "broken.zip"))).toBe(false);
    expect(parvis("pack", "broken", "--force").code).toBe(0);
    expect(existsSync(join(home, "broken.zip"))).toBe(true);
  });

  it("prints the promised JSON for zips, folders, manifests and globs", () => {
    parvis("pack", "app", "-o", "one.zip");
    const { files } = parvis("validate", "one.zip", "app", "app/manifest.json", "*.zi?", "--json").json();
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const file of files)
      expect(Object.keys(file)).toEqual(["path", "valid", "manifestVersion", "id", "version", "findings"]);
    expect(files.map((file: { path: string }) => file.path).slice(0, 3)).toEqual([
      "one.zip",
      "app",
      "app/manifest.json",
    ]);
  });

  it("shows the line with a caret, and the same in French, SARIF and annotations", () => {
    parvis("init", "faulty", ...initFlags);
    edit("faulty", (text) => text.replace('"#4F6BED"', '"blue"'));
    const { code, out } = parvis("validate", "faulty");
    expect(code).toBe(1);
    expect(out).toMatch(/error schema\/pattern {2}manifest\.json:\d+:\d+/);
    expect(out).toMatch(/"accentColor": "blue",\n\s+│\s+\^{6}/);
    expect(out).toContain("docs/reference/rules/schema/pattern.md");
    expect(parvis("validate", "faulty", "--lang", "fr").out).toContain("n'est pas une couleur");
    const sarif = parvis("validate", "faulty", "--sarif").json();
    expect(sarif).toMatchObject({
      version: "2.1.0",
      runs: [{ results: [{ ruleId: "schema/pattern", level: "error" }] }],
    });
    expect(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe("faulty/manifest.json");
    expect(parvis("validate", "faulty", "--github").out).toMatch(
      /^::error file=faulty\/manifest\.json,line=\d+,col=\d+,title=schema\/pattern::/,
    );
  });

  it("mends what is mechanical, in place", () => {
    parvis("init", "mend", ...initFlags);
    edit("mend", (text) => `\uFEFF${text.replace(/\n}/, ",\n}")}`);
    expect(parvis("validate", "mend").code).toBe(1);
    const { code, err } = parvis("validate", "mend", "--fix");
    expect(err).toContain("a trailing comma removed");
    expect(code).toBe(0);
    expect(readFileSync(manifestAt("mend"), "utf8").startsWith("{")).toBe(true);
  });

  it("fills placeholders from a file", () => {
    parvis("init", "open", ...initFlags);
    edit("open", (text) => text.replaceAll("pulse.contoso.com", "${{HOST}}"));
    writeFileSync(join(home, "values.txt"), "# hosts\nHOST=pulse.contoso.com\n");
    expect(parvis("validate", "open").out).toContain("manifest/placeholder");
    expect(parvis("validate", "open", "--env", "values.txt").out).toContain("in order");
    expect(parvis("pack", "open").code).toBe(1);
    expect(parvis("pack", "open", "--env", "values.txt").code).toBe(0);
  });

  it("compares two packages and says when an update would be refused", () => {
    parvis("init", "newer", ...initFlags);
    edit("newer", () =>
      readFileSync(manifestAt("app"), "utf8")
        .replace('"bots"', '"bots"')
        .replace('"accentColor"', '"isFullScreen": true,\n  "accentColor"'),
    );
    const low = parvis("diff", "app", "newer", "--json");
    expect(low.code).toBe(1);
    expect(low.json()).toMatchObject({
      versionOk: false,
      leastVersion: "1.0.1",
      consent: { classic: { required: false, reasons: [] }, current: { required: false } },
    });
    edit("newer", (text) => text.replace('"1.0.0"', '"1.1.0"'));
    expect(parvis("diff", "app", "newer").code).toBe(0);
    expect(parvis("diff", "app", "missing.zip").code).toBe(2);
  });

  it("upgrades a manifest and keeps its indentation", () => {
    mkdirSync(join(home, "old"), { recursive: true });
    const manifest = JSON.parse(readFileSync(manifestAt("app"), "utf8"));
    writeFileSync(
      manifestAt("old"),
      JSON.stringify({ ...manifest, manifestVersion: "1.11", packageName: "com.contoso.pulse" }, null, "\t"),
    );
    expect(parvis("upgrade", "old", "--dry-run", "--json").json()).toMatchObject({ from: "1.11", written: false });
    const { code, out } = parvis("upgrade", "old");
    expect(code).toBe(0);
    expect(out).toContain("/packageName");
    expect(readFileSync(manifestAt("old"), "utf8")).toContain('\n\t"manifestVersion"');
    expect(parvis("upgrade", "old").out).toContain("Nothing to do");
  });
});
