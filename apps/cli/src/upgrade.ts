/** `parvis upgrade --app APP`: an app's newest version accepted somewhere; `parvis upgrade PATH`: a manifest brought to a newer manifestVersion, with what changed and what is left to decide. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  newestVersion,
  schemaVersions,
  type Upgrade,
  type UpgradeNote,
  upgradeManifest,
  validateManifestText,
} from "@parvis/manifest";
import { Command, Option } from "commander";
import { languageOption, serverOption } from "./input/options.ts";
import { readInput } from "./input/packages.ts";
import { type AcceptOptions, consentFor } from "./install.ts";
import { paint } from "./output/paint.ts";
import { Refusal } from "./refusal.ts";
import { ServerClient } from "./server/client.ts";
import { prepare, upgrade as upgradeInstallation, withPlace } from "./server/installation-place.ts";

interface Options extends AcceptOptions {
  app?: string;
  to: (typeof schemaVersions)[number];
  out?: string;
  dryRun?: true;
  lang: "en" | "fr";
}

export function command(done: (exitCode: number) => void): Command {
  return withPlace(
    new Command("upgrade")
      .description("accept an app's newest version somewhere (--app), or bring a manifest to a newer manifestVersion")
      .argument("[path]", "a manifest file, or a folder with manifest.json"),
  )
    .option("--app <app>", "an installed app instead of a manifest: name, id, or its manifest's id")
    .option("--accept", "agree to what the new version adds and may do")
    .option("--for-organisation", "agree on behalf of the organisation; administrators only")
    .addOption(serverOption())
    .addOption(new Option("--to <version>", "the version to reach").choices([...schemaVersions]).default(newestVersion))
    .option("-o, --out <file>", "write there instead of in place")
    .option("--dry-run", "write nothing; only say what would change")
    .addOption(languageOption())
    .option("--json", "one JSON document on standard output")
    .action(async (path: string | undefined, options: Options) => {
      if ((path === undefined) === (options.app === undefined))
        throw new Refusal("give either a manifest's path, or --app with the app whose installation is meant");
      if (options.app !== undefined) done(await upgradeInstalled(options.app, options));
      else if (path !== undefined) done(await upgrade(path, options));
    });
}

async function upgradeInstalled(app: string, options: Options): Promise<number> {
  const client = await ServerClient.open(options.server);
  const { appId, asked } = await prepare(client, app);
  await upgradeInstallation(client, options, appId, asked, consentFor(asked, options));
  const { displayName, version } = asked;
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ upgraded: true, app: { id: appId, displayName }, version }, null, 2)}\n`
      : `${displayName} runs ${version}\n`,
  );
  return 0;
}

async function upgrade(path: string, options: Options): Promise<number> {
  const input = await readInput(path);
  if (input.kind === "zip") throw new Refusal("a zip is not changed; give the folder or manifest it is made from");
  const bytes = input.kind === "folder" ? input.files.get("manifest.json") : input.bytes;
  if (bytes === undefined) throw new Refusal(`there is no manifest.json in ${path}`);
  const text = new TextDecoder().decode(bytes);
  const { manifest, findings } = await validateManifestText(text, { language: options.lang });
  if (manifest === null) throw new Refusal(findings[0]?.message ?? "the manifest cannot be read", 1);
  const result = await upgradeManifest(manifest, options.to);
  const target = options.out ?? (input.kind === "folder" ? join(path, "manifest.json") : path);
  const changed = result.changes.length > 0;
  if (changed && !options.dryRun) await writeFile(target, `${JSON.stringify(result.manifest, null, indentOf(text))}\n`);
  if (options.json)
    process.stdout.write(
      `${JSON.stringify({ path: target, written: changed && !options.dryRun, ...spoken(result, options.lang) }, null, 2)}\n`,
    );
  else print(result, options.lang, changed && !options.dryRun ? target : null);
  return result.open === 0 ? 0 : 1;
}

/** The author's own indentation: a tab, or as many spaces as the first indented line has. */
function indentOf(text: string): string | number {
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? "  ";
  return indent.startsWith("\t") ? "\t" : Math.min(indent.length, 8);
}

function spoken(result: Upgrade, language: "en" | "fr"): object {
  const say = (notes: UpgradeNote[]) => notes.map((note) => ({ ...note, message: note.message[language] }));
  return { ...result, changes: say(result.changes), decisions: say(result.decisions) };
}

const words = {
  nothing: {
    en: "Nothing to do: the manifest is already at this version or a newer one.",
    fr: "Rien à faire : le manifeste est déjà à cette version ou à une plus récente.",
  },
  changes: { en: "Changed", fr: "Modifié" },
  decisions: { en: "For you to decide", fr: "À vous de décider" },
  written: { en: "written to", fr: "écrit dans" },
  open: {
    en: "findings of the new schema are left; `parvis validate` shows them",
    fr: "constats du nouveau schéma restent ; `parvis validate` les montre",
  },
} as const;

function print(result: Upgrade, language: "en" | "fr", target: string | null): void {
  const lines = [paint("bold", `${result.from || "?"} → ${result.to}`)];
  if (result.changes.length === 0) lines.push(words.nothing[language]);
  const list = (title: string, notes: UpgradeNote[], mark: string) => {
    if (notes.length > 0)
      lines.push(
        "",
        paint("bold", title),
        ...notes.map(
          (note) => `  ${mark} ${paint("dim", `${note.version}`.padEnd(5))} ${note.pointer}  ${note.message[language]}`,
        ),
      );
  };
  list(words.changes[language], result.changes, paint("green", "✓"));
  list(words.decisions[language], result.decisions, paint("yellow", "?"));
  if (result.open > 0) lines.push("", paint("red", `✗ ${result.open} ${words.open[language]}`));
  if (target !== null) lines.push("", `${words.written[language]} ${target}`);
  process.stdout.write(`${lines.join("\n")}\n`);
}
