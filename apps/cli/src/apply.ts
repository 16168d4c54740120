/** `parvis apply FILE`: makes an organisation as a bootstrap file says, all of it or nothing. */
import { createInterface } from "node:readline/promises";
import { Command } from "commander";
import { serverOption } from "./input/options.ts";
import { readTextInput } from "./input/text-input.ts";
import { type ConfigurationChange, countOf, describeChanges } from "./output/configuration-changes.ts";
import { ServerClient } from "./server/client.ts";

interface Options {
  server?: string;
  yes?: true;
  json?: true;
}

const yaml = { "Content-Type": "application/yaml" };

export function command(done: (exitCode: number) => void): Command {
  return new Command("apply")
    .description("make an organisation as a bootstrap file says, as one transaction; shows the difference first")
    .argument("<file>", "the file; '-' for standard input")
    .option("-y, --yes", "do not ask; without a terminal nobody is asked")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (path: string, options: Options) => done(await apply(path, options)));
}

async function agreed(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(question);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

async function apply(path: string, { server, yes, json }: Options): Promise<number> {
  const file = await readTextInput(path);
  const client = await ServerClient.open(server);
  const { changes, tag } = await client.call<{ changes: ConfigurationChange[]; tag: string }>(
    "POST",
    "/api/configuration/plan",
    file,
    yaml,
  );
  // A document on standard output, words for whoever looks on.
  const words = json ? process.stderr : process.stdout;
  if (changes.length === 0) {
    if (json) process.stdout.write(`${JSON.stringify({ changes })}\n`);
    else words.write("Nothing to change.\n");
    return 0;
  }
  words.write(`${describeChanges(changes)}\n`);
  const asks = yes !== true && process.stdin.isTTY === true && process.stderr.isTTY === true;
  if (asks && !(await agreed(`Make ${changes.length === 1 ? "this change" : `these ${countOf(changes)}`}? [y/N] `))) {
    process.stderr.write("Nothing was changed.\n");
    return 1;
  }
  // The tag names what was shown: when the changes would be others by now, nothing is done.
  const done = await client.call<{ changes: ConfigurationChange[] }>("POST", "/api/configuration/apply", file, {
    ...yaml,
    "If-Match": tag,
  });
  if (json) process.stdout.write(`${JSON.stringify(done)}\n`);
  else words.write(`${countOf(done.changes)} made.\n`);
  return 0;
}
