/** `parvis pack DIR`: a folder as a package, byte for byte the same on every machine. Works offline. */
import { writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fillJsonText, writePackage } from "@parvis/manifest";
import { Command } from "commander";
import { languageOption, targetOption } from "./input/options.ts";
import { judge, readEnv, readInput } from "./input/packages.ts";
import { reportText } from "./output/report-text.ts";
import { Refusal } from "./refusal.ts";

interface Options {
  json?: true;
  out?: string;
  env?: string;
  force?: true;
  for: "organization" | "store";
  lang: "en" | "fr";
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("pack")
    .description("zip a folder with manifest.json into an app package")
    .argument("<dir>", "the folder; hidden files, node_modules and zips in it are left out")
    .option("-o, --out <file>", "where to write the package (default: <dir>.zip in the current folder)")
    .option("--env <file>", "values for placeholders; they are written into the packed manifest")
    .option("--force", "pack even what validation refuses")
    .addOption(targetOption())
    .addOption(languageOption())
    .option("--json", "one JSON document on standard output")
    .action(async (folder: string, options: Options) => done(await pack(folder, options)));
}

async function pack(folder: string, options: Options): Promise<number> {
  const input = await readInput(folder);
  if (input.kind !== "folder") throw new Refusal(`${folder} is not a folder`);
  if (options.env !== undefined) await fillManifest(input.files, await readEnv(options.env));
  const judged = await judge(input, { target: options.for, language: options.lang, placeholders: "refuse" });
  const { valid, findings } = judged.verdict;
  const packed = valid || options.force === true;
  const out = options.out ?? `${basename(resolve(folder))}.zip`;
  const bytes = writePackage(input.files);
  if (packed) await writeFile(out, bytes);
  if (options.json) {
    const report = {
      path: packed ? out : null,
      valid,
      size: bytes.length,
      sha256: await digest(bytes),
      files: [...input.files.keys()],
      findings,
    };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  } else {
    if (findings.length > 0) reportText([judged], options.lang, true);
    process.stdout.write(
      packed
        ? `${join(out)}  ${bytes.length} bytes  sha256 ${await digest(bytes)}\n`
        : `${out} was not written; --force packs all the same\n`,
    );
  }
  return packed ? 0 : 1;
}

async function fillManifest(files: Map<string, Uint8Array>, env: Record<string, string>): Promise<void> {
  const manifest = files.get("manifest.json");
  if (manifest !== undefined)
    files.set("manifest.json", new TextEncoder().encode(fillJsonText(new TextDecoder().decode(manifest), env)));
}

async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
