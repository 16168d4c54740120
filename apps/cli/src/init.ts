/** `parvis init [DIR]`: a ready manifest and icons. Asks on a terminal; takes flags anywhere. */
import { randomUUID } from "node:crypto";
import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { type AppAnswers, type AppKind, generateApp, validateFiles } from "@parvis/manifest";
import { Command, Option } from "commander";
import { languageOption } from "./input/options.ts";
import { Refusal } from "./refusal.ts";

interface Options {
  json?: true;
  kind?: AppKind;
  name?: string;
  developer?: string;
  url?: string;
  website?: string;
  description?: string;
  id?: string;
  registrationId?: string;
  color?: string;
  force?: true;
  lang: "en" | "fr";
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("init")
    .description("write a ready manifest and icons for a connector, a tab or a bot")
    .argument("[dir]", "the folder to write to", "appPackage")
    .addOption(new Option("--kind <kind>", "what the app is").choices(["connector", "tab", "bot"]))
    .option("--name <name>", "the app's name, at most 30 characters")
    .option("--developer <name>", "the company or person, at most 32 characters")
    .option("--url <address>", "where the app's pages are served, https://…")
    .option("--website <address>", "the developer's own site (default: the url)")
    .option("--description <text>", "one sentence of at most 80 characters")
    .option("--id <guid>", "the app's id (default: a new one)")
    .option("--registration-id <guid>", "the connector's or the bot's registration (default: the app's id)")
    .option("--color <#rrggbb>", "accent colour")
    .option("--force", "overwrite a manifest that is there")
    .addOption(languageOption())
    .option("--json", "one JSON document on standard output; asks nothing")
    .action(async (folder: string, options: Options) => done(await init(folder, options)));
}

const questions = {
  kind: { en: "What is it: connector, tab or bot?", fr: "Qu'est-ce : connector, tab ou bot ?" },
  name: { en: "What is the app called?", fr: "Comment s'appelle l'application ?" },
  developer: { en: "Who offers it?", fr: "Qui la propose ?" },
  url: { en: "Where are its pages served (https://…)?", fr: "Où sont servies ses pages (https://…) ?" },
} as const;

async function init(folder: string, options: Options): Promise<number> {
  const exists = await stat(join(folder, "manifest.json")).catch(() => null);
  if (exists !== null && !options.force)
    throw new Refusal(`${join(folder, "manifest.json")} is there already; --force overwrites it`, 1);
  const answers = await answer(options);
  const files = generateApp(answers);
  const { findings, valid } = await validateFiles(files, { language: options.lang });
  if (!valid) {
    const faults = findings
      .filter((finding) => finding.severity === "error")
      .map((finding) => `${finding.message} ${finding.fix}`);
    throw new Refusal(faults.join("\n        "));
  }
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
  const written = [...files.keys()].map((name) => join(folder, name));
  if (options.json) process.stdout.write(`${JSON.stringify({ files: written, id: answers.id }, null, 2)}\n`);
  else process.stdout.write(`${written.join("\n")}\n→ parvis validate ${folder}\n→ parvis pack ${folder}\n`);
  return 0;
}

async function answer(options: Options): Promise<AppAnswers> {
  const given: Partial<Record<keyof typeof questions, string>> = { ...pick(options) };
  const missing = (Object.keys(questions) as (keyof typeof questions)[]).filter((key) => given[key] === undefined);
  if (missing.length > 0) {
    const mayAsk = process.stdin.isTTY === true && process.stdout.isTTY === true && options.json === undefined;
    if (!mayAsk)
      throw new Refusal(`${missing.map((key) => `--${key}`).join(", ")} must be given where nobody can be asked`);
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    for (const key of missing) given[key] = (await terminal.question(`${questions[key][options.lang]} `)).trim();
    terminal.close();
  }
  const kind = given.kind ?? "";
  if (kind !== "connector" && kind !== "tab" && kind !== "bot")
    throw new Refusal(`“${kind}” is neither connector, tab nor bot`);
  const answers: AppAnswers = {
    kind,
    name: given.name ?? "",
    developer: given.developer ?? "",
    url: given.url ?? "",
    id: options.id ?? randomUUID(),
  };
  if (options.website !== undefined) answers.website = options.website;
  if (options.description !== undefined) answers.description = options.description;
  if (options.registrationId !== undefined) answers.registrationId = options.registrationId;
  if (options.color !== undefined) answers.accentColor = options.color;
  return answers;
}

function pick({ kind, name, developer, url }: Options): Partial<Record<keyof typeof questions, string>> {
  const entries = Object.entries({ kind, name, developer, url }).filter(
    (each): each is [string, string] => each[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
