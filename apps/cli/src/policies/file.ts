/** `parvis policies file KIND FILE`: assignments from a table, first what it would do, then with --apply all of it. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { readTextInput } from "../input/text-input.ts";
import { ServerClient } from "../server/client.ts";
import { describeImpact, type Impact } from "./impact.ts";
import { type Kind, kindArgument } from "./policy.ts";

interface Options {
  server?: string;
  apply?: true;
  json?: true;
}

interface Outcome {
  readonly lines: number;
  readonly given: number;
  readonly changed: number;
  readonly taken: number;
  readonly unchanged: number;
  readonly wrong: readonly { readonly line: number; readonly problem: string }[];
  readonly impact: Impact | null;
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("file")
    .description("assign policies from a CSV table with person (or group and rank) and policy; shows what it would do")
    .addArgument(kindArgument())
    .argument("<file>", "the table; '-' for standard input")
    .option("--apply", "do it: all lines or, when one is wrong, none")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (kind: Kind, path: string, options: Options) => done(await assignFile(kind, path, options)));
}

async function assignFile(kind: Kind, path: string, { server, apply, json }: Options): Promise<number> {
  const csv = await readTextInput(path);
  const client = await ServerClient.open(server);
  const address = `/api/policies/${kind}/assignments/file?apply=${apply ?? false}`;
  const outcome = await client.call<Outcome>("POST", address, csv, { "Content-Type": "text/csv" });
  const { lines, given, changed, taken, unchanged, wrong, impact } = outcome;
  if (json) process.stdout.write(`${JSON.stringify(outcome)}\n`);
  else if (wrong.length > 0) {
    for (const { line, problem } of wrong) process.stdout.write(`line ${line}: ${problem}\n`);
    process.stdout.write(`${wrong.length} of ${lines} lines must be mended; nothing was changed.\n`);
  } else {
    const verb = apply ? "" : "would be ";
    process.stdout.write(
      `${lines} lines: ${verb}given ${given}, changed ${changed}, taken ${taken}, unchanged ${unchanged}\n`,
    );
    if (impact !== null) process.stdout.write(describeImpact(impact));
    if (!apply) process.stdout.write("Nothing was changed. With --apply it is.\n");
  }
  return wrong.length > 0 ? 1 : 0;
}
