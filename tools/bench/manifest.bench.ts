import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { generateApp, validatePackage, writePackage } from "@parvis/manifest";
import { rolldown } from "rolldown";
import { atLeast, atMost, type BenchReport, median } from "./report.ts";

const root = join(import.meta.dirname, "../..");
const parvis = join(root, "apps/cli/bin/parvis.js");
const official = "@microsoft/m365agentstoolkit-cli";
const rounds = 5;

/**
 * The official command line, for comparison only: installed once into the machine's temporary folder, never into the repository.
 * null, with the reason said, where it cannot be had.
 */
function officialCommand(say: (line: string) => void): string | null {
  const home = join(tmpdir(), "parvis-bench-official-cli");
  const command = join(home, "node_modules", official, "cli.js");
  if (existsSync(command)) return command;
  say(`installing ${official} into ${home}`);
  mkdirSync(home, { recursive: true });
  // A later linkedom, deep among its dependencies, asks for a package that not every registry has.
  writeFileSync(join(home, "package.json"), JSON.stringify({ private: true, overrides: { linkedom: "0.18.12" } }));
  const { status, stderr } = spawnSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", official], {
    cwd: home,
    encoding: "utf8",
  });
  if (status === 0 && existsSync(command)) return command;
  say(`${official} could not be installed: ${stderr.trim().split("\n").at(-1)}`);
  return null;
}

function milliseconds(args: string[], cwd: string): number {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, CI: "1", TEAMSFX_TELEMETRY: "off" },
  });
  const took = performance.now() - began;
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stdout}${stderr}`);
  return took;
}

async function packagesPerSecond(zip: Uint8Array): Promise<number> {
  const rates: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const count = 200;
    const began = process.cpuUsage();
    for (let index = 0; index < count; index++) await validatePackage(zip);
    const { user, system } = process.cpuUsage(began);
    rates.push((count * 1e6) / (user + system));
  }
  return median(rates);
}

async function bundleKilobytes(): Promise<number> {
  const bundle = await rolldown({ input: join(root, "packages/manifest/src/index.ts"), platform: "browser" });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  await bundle.close();
  const code = output.flatMap((chunk) => (chunk.type === "chunk" && !chunk.isDynamicEntry ? [chunk.code] : []));
  return gzipSync(code.join("")).length / 1024;
}

/** `parvis validate` beside the official command line's offline check of the same manifest, by wall clock, rounds alternating. */
export async function run(say: (line: string) => void): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), "parvis-bench-manifest-"));
  try {
    const files = generateApp({
      kind: "tab",
      name: "Contoso Pulse",
      developer: "Contoso",
      url: "https://pulse.contoso.com",
      id: "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55",
    });
    const zip = writePackage(files);
    writeFileSync(join(folder, "app.zip"), zip);
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    const theirs = officialCommand(say);
    const ourTimes: number[] = [];
    const theirTimes: number[] = [];
    // The first run of each fills caches that every later run of a user has.
    for (let round = 0; round <= rounds; round++) {
      const our = milliseconds([parvis, "validate", "app.zip"], folder);
      const their =
        theirs === null
          ? 0
          : milliseconds([theirs, "validate", "--manifest-file", "manifest.json", "--interactive", "false"], folder);
      if (round === 0) continue;
      ourTimes.push(our);
      theirTimes.push(their);
    }
    const rate = await packagesPerSecond(zip);
    const size = await bundleKilobytes();
    const figures = [
      { name: "parvis validate app.zip", value: median(ourTimes), unit: "ms" },
      { name: "packages judged in process", value: rate, unit: "per second and core" },
      { name: "browser bundle, compressed", value: size, unit: "kB" },
    ];
    const ratios = [atLeast("packages a second and core", rate, 200), atMost("browser bundle in kB", size, 120)];
    if (theirs !== null) {
      figures.splice(1, 0, { name: "atk validate --manifest-file", value: median(theirTimes), unit: "ms" });
      ratios.unshift(atLeast("times faster than the official command line", median(theirTimes) / median(ourTimes), 10));
    }
    return { figures, ratios };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
