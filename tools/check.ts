import { spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { buildClient } from "@parvis/web/build";

/** `npm run check`: types, lint, dead code, translations, generated pages, budgets of size. All are run, whatever fails. */
const root = join(import.meta.dirname, "..");
const bin = (name: string) => join(root, "node_modules/.bin", name);

interface Check {
  readonly name: string;
  readonly command: string;
  readonly flags: readonly string[];
}

const projects = globSync(["tsconfig.json", "{apps,packages}/*/tsconfig.json"], { cwd: root }).toSorted();
const checks: Check[] = [
  ...projects.map((project) => ({
    name: `types ${project.replace(/\/?tsconfig\.json$/, "") || "tools and tests"}`,
    command: bin("tsc"),
    flags: ["--noEmit", "-p", project],
  })),
  // A registry that lacks a package for another platform leaves it out of the lock without a word; npm ci then refuses it.
  { name: "lock file", command: "npm", flags: ["ci", "--dry-run", "--ignore-scripts"] },
  { name: "lint and format", command: bin("biome"), flags: ["ci", "--error-on-warnings"] },
  { name: "dead code", command: bin("knip"), flags: ["--no-progress"] },
  ...globSync(["apps/*/tools/check-*.ts", "packages/*/tools/check-*.ts"], { cwd: root })
    .toSorted()
    .map((file) => ({ name: file.replace(/.*check-(.*)\.ts$/, "$1"), command: process.execPath, flags: [file] })),
  { name: "generated pages", command: process.execPath, flags: ["tools/docs.ts", "--check"] },
  { name: "size budgets", command: bin("size-limit"), flags: [] },
];

buildClient(console.log);
let failed = 0;
for (const { name, command, flags } of checks) {
  if (isAbsolute(command) && !existsSync(command)) throw new Error(`${command} is not there. Run npm ci first.`);
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(command, flags, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  console.log(`${status === 0 ? "ok    " : "FAILED"}  ${name} (${seconds} s)`);
  if (status !== 0) {
    failed++;
    console.log(`${stdout}${stderr}`.trimEnd());
  }
}
console.log(failed === 0 ? "All checks pass." : `${failed} of ${checks.length} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;
