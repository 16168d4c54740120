/** The package as others get it: packed by npm, laid into a plain folder, used from JavaScript and from TypeScript. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build, distFolder } from "../../tools/build.ts";
import { samplePackage } from "./sample-package.ts";

const modules = join(import.meta.dirname, "../../../../node_modules");
const require = createRequire(import.meta.url);
let folder = "";

beforeAll(async () => {
  await build();
  folder = mkdtempSync(join(tmpdir(), "parvis-published-"));
  const npm = spawnSync("npm", ["pack", distFolder, "--pack-destination", folder, "--json"], {
    encoding: "utf8",
    cwd: folder,
  });
  const listed: unknown = JSON.parse(npm.stdout);
  // npm 12 gives an object by package name where earlier ones gave a list.
  const [packed] = Object.values(listed as Record<string, { filename: string; size: number }>);
  if (packed === undefined) throw new Error(npm.stderr);
  process.stdout.write(`published package: ${Math.round(packed.size / 1024)} kB packed\n`);
  const home = join(folder, "node_modules/@parvis/manifest");
  mkdirSync(home, { recursive: true });
  spawnSync("tar", [
    "xzf",
    join(folder, packed.filename.replace("@", "").replace("/", "-")),
    "-C",
    home,
    "--strip-components=1",
  ]);
  for (const name of ["fflate", "fast-png", "iobuffer", "jsonc-parser", "ajv-formats"])
    symlinkSync(join(modules, name), join(folder, "node_modules", name));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  writeFileSync(join(folder, "good.zip"), samplePackage());
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the published package", () => {
  it("judges a package from a plain JavaScript file", () => {
    writeFileSync(
      join(folder, "use.js"),
      'import { readFileSync } from "node:fs";\nimport { validatePackage } from "@parvis/manifest";\nconst v = await validatePackage(readFileSync("good.zip"), { target: "store" });\nconsole.log(JSON.stringify([v.valid, v.findings, v.manifestVersion]));\n',
    );
    const { stdout, stderr } = spawnSync(process.execPath, ["use.js"], { cwd: folder, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual([true, [], "1.19"]);
  });

  it("brings types that a strict TypeScript project accepts", () => {
    writeFileSync(
      join(folder, "use.ts"),
      'import { type Finding, type Verdict, validatePackage } from "@parvis/manifest";\nconst verdict: Verdict = await validatePackage(new Uint8Array(), { language: "fr" });\nexport const rules: string[] = verdict.findings.map((finding: Finding) => finding.rule);\n// @ts-expect-error no such target\nawait validatePackage(new Uint8Array(), { target: "nobody" });\n',
    );
    const tsc = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
    const flags = [
      "--noEmit",
      "--strict",
      "--module",
      "nodenext",
      "--target",
      "es2024",
      "--lib",
      "es2024,dom",
      "--types",
      "",
      "use.ts",
    ];
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...flags], { cwd: folder, encoding: "utf8" });
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  it("loads no more than 120 kB compressed in a browser, schemas aside", async () => {
    const bundle = await rolldown({ input: join(import.meta.dirname, "../index.ts"), platform: "browser" });
    const { output } = await bundle.generate({ format: "esm", minify: true });
    const entry = output.find((chunk) => chunk.type === "chunk" && chunk.isEntry);
    const shared = output.filter((chunk) => chunk.type === "chunk" && !chunk.isEntry && !chunk.isDynamicEntry);
    const code = [entry, ...shared].map((chunk) => (chunk?.type === "chunk" ? chunk.code : "")).join("");
    const kilobytes = gzipSync(code).length / 1024;
    process.stdout.write(`browser bundle: ${kilobytes.toFixed(1)} kB compressed\n`);
    expect(code).not.toContain("node:");
    expect(kilobytes).toBeLessThanOrEqual(120);
  });
});
