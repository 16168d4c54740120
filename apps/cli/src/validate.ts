/** `parvis validate PATH…`: packages, folders and bare manifests, all findings at once. Works offline. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type AppliedFix, applyFixes, type ValidateOptions } from "@parvis/manifest";
import { Command, Option } from "commander";
import { languageOption, targetOption } from "./input/options.ts";
import { expandPaths, type Input, type Judged, judge, readEnv, readInput } from "./input/packages.ts";
import { Progress } from "./output/progress.ts";
import { reportGithub } from "./output/report-github.ts";
import { reportJson } from "./output/report-json.ts";
import { reportSarif } from "./output/report-sarif.ts";
import { reportText } from "./output/report-text.ts";
import { say } from "./output/words.ts";

interface Options {
  json?: true;
  sarif?: true;
  github?: true;
  fix?: true;
  env?: string;
  for: "organization" | "store";
  lang: "en" | "fr";
  quiet?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("validate")
    .description("check app packages (.zip), folders and manifest files; globs are welcome")
    .argument("<path...>", "a .zip, a folder with manifest.json, a manifest file, or a glob")
    .addOption(targetOption())
    .addOption(languageOption())
    .option("--env <file>", "values for placeholders, one NAME=value a line")
    .option("--fix", "mend what can be mended without a choice: in folders and manifests, in place")
    .option("--quiet", "say nothing about what is in order")
    .addOption(new Option("--json", "one JSON document on standard output").conflicts(["sarif", "github"]))
    .addOption(new Option("--sarif", "SARIF 2.1.0 for code scanning").conflicts("github"))
    .option("--github", "annotations for GitHub Actions")
    .action(async (paths: string[], options: Options) => done(await validate(paths, options)));
}

async function validate(patterns: string[], options: Options): Promise<number> {
  const settings: ValidateOptions = { target: options.for, language: options.lang };
  if (options.env !== undefined) settings.env = await readEnv(options.env);
  const paths = await expandPaths(patterns);
  const progress = new Progress(paths.length);
  const judged: Judged[] = [];
  for (const path of paths) {
    progress.step(path);
    let input = await readInput(path);
    if (options.fix) {
      const { input: mended, applied } = await fix(input);
      input = mended;
      if (!options.json && !options.sarif)
        for (const each of applied) process.stderr.write(`${path}: ${each.file}: ${each.description[options.lang]}\n`);
    }
    judged.push(await judge(input, settings));
  }
  progress.end();
  if (options.json) reportJson(judged);
  else if (options.sarif) reportSarif(judged, options.lang);
  else if (options.github) reportGithub(judged);
  else reportText(judged, options.lang, options.quiet === true);
  return judged.every((each) => each.verdict.valid) ? 0 : 1;
}

/** A zip is left as it is: its author has the folder it was made from, and that is what must be mended. */
async function fix(input: Input): Promise<{ input: Input; applied: AppliedFix[] }> {
  if (input.kind === "zip") {
    process.stderr.write(`${input.path}: ${say("notFixed")}\n`);
    return { input, applied: [] };
  }
  const files = input.kind === "folder" ? input.files : new Map([["manifest.json", input.bytes]]);
  const { changed, applied } = applyFixes(files);
  for (const [name, bytes] of changed)
    await writeFile(input.kind === "folder" ? join(input.path, name) : input.path, bytes);
  if (input.kind === "folder") return { input: { ...input, files: new Map([...files, ...changed]) }, applied };
  return { input: { ...input, bytes: changed.get("manifest.json") ?? input.bytes }, applied };
}
