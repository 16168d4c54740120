/** `parvis diff OLD NEW`: what changed, whether the version is right, and whether people must consent again. Works offline. */
import { type Change, type Comparison, comparePackages } from "@parvis/manifest";
import { Command } from "commander";
import { languageOption } from "./input/options.ts";
import { judge, readEnv, readInput } from "./input/packages.ts";
import { paint } from "./output/paint.ts";
import { say, speak } from "./output/words.ts";
import { Refusal } from "./refusal.ts";

interface Options {
  json?: true;
  env?: string;
  lang: "en" | "fr";
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("diff")
    .description("compare an older package with the one that is to replace it")
    .argument("<old>", "a .zip, a folder or a manifest file")
    .argument("<new>", "a .zip, a folder or a manifest file")
    .addOption(languageOption())
    .option("--env <file>", "values for placeholders, one NAME=value a line")
    .option("--json", "one JSON document on standard output")
    .action(async (before: string, after: string, options: Options) => done(await diff(before, after, options)));
}

/** 1 when the update would be refused: the version is not higher, or it is another app. */
async function diff(before: string, after: string, options: Options): Promise<number> {
  const env = options.env === undefined ? {} : { env: await readEnv(options.env) };
  const [old, next] = await Promise.all([before, after].map((path) => read(path, env)));
  if (old === undefined || next === undefined) throw new Refusal("two packages are needed");
  // A bare manifest says nothing about other files, so they are compared only when both sides have them.
  const whole = old.kind !== "manifest" && next.kind !== "manifest";
  const side = ({ verdict }: typeof old) => (whole ? verdict : { manifest: verdict.manifest });
  const comparison = await comparePackages(side(old), side(next), options.lang);
  if (options.json) process.stdout.write(`${JSON.stringify(comparison, null, 2)}\n`);
  else print(comparison, options.lang);
  return comparison.versionOk && comparison.sameApp ? 0 : 1;
}

async function read(path: string, options: { env?: Record<string, string> }) {
  const judged = await judge(await readInput(path), options);
  if (judged.verdict.manifest !== null) return judged;
  throw new Refusal(`${path}: ${judged.verdict.findings[0]?.message ?? "no manifest"}`, 1);
}

function print(comparison: Comparison, language: "en" | "fr"): void {
  speak(language);
  const { from, to, id, changes, consent } = comparison;
  const out: string[] = [`${paint("bold", `${from ?? "?"} → ${to ?? "?"}`)}  ${paint("dim", id ?? "")}`];
  if (!comparison.sameApp) out.push(paint("red", `✗ ${say("otherApp")}`));
  if (changes.length === 0) out.push(say("same"));
  for (const group of ["permission", "capability", "metadata"] as const) {
    const list = changes.filter((change) => change.class === group);
    if (list.length > 0) out.push("", paint("bold", say(group)), ...list.map(changeLine));
  }
  out.push("");
  if (changes.length > 0) {
    out.push(
      comparison.versionOk
        ? paint("green", `✓ ${say("versionOk")}`)
        : paint("red", `✗ ${say("versionLow")} ${comparison.leastVersion}`),
    );
  }
  for (const set of ["classic", "current"] as const) {
    const { required, reasons } = consent[set];
    out.push(
      `${set.padEnd(8)} ${required ? paint("yellow", say("consentNeeded")) : paint("green", say("consentNotNeeded"))}`,
    );
    for (const reason of reasons) out.push(`           ${reason.message}  ${paint("dim", reason.pointer)}`);
  }
  process.stdout.write(`${out.join("\n")}\n`);
}

function changeLine({ kind, pointer, before, after }: Change): string {
  const marks = { added: paint("green", "+"), removed: paint("red", "-"), changed: paint("yellow", "~") };
  const short = (value: unknown) => {
    const text = JSON.stringify(value) ?? "";
    return text.length > 60 ? `${text.slice(0, 59)}…` : text;
  };
  const values = kind === "changed" ? `${short(before)} → ${short(after)}` : short(kind === "added" ? after : before);
  return `  ${marks[kind]} ${pointer}  ${paint("dim", values)}`;
}
