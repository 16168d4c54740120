/** `parvis plan FILE`: what applying a bootstrap file would change. */
import { Command } from "commander";
import { serverOption } from "./input/options.ts";
import { readTextInput } from "./input/text-input.ts";
import { type ConfigurationChange, countOf, describeChanges } from "./output/configuration-changes.ts";
import { ServerClient } from "./server/client.ts";

interface Options {
  server?: string;
  check?: true;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("plan")
    .description("say what applying a bootstrap file would change; nothing is changed")
    .argument("<file>", "the file; '-' for standard input")
    .option("--check", "exit 1 when it would change something")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (path: string, options: Options) => done(await plan(path, options)));
}

async function plan(path: string, { server, check, json }: Options): Promise<number> {
  const file = await readTextInput(path);
  const client = await ServerClient.open(server);
  const found = await client.call<{ changes: ConfigurationChange[]; tag: string }>(
    "POST",
    "/api/configuration/plan",
    file,
    { "Content-Type": "application/yaml" },
  );
  const { changes } = found;
  if (json) process.stdout.write(`${JSON.stringify(found)}\n`);
  else if (changes.length === 0) process.stdout.write("Nothing would change.\n");
  else process.stdout.write(`${describeChanges(changes)}\n${countOf(changes)} would be made.\n`);
  return check && changes.length > 0 ? 1 : 0;
}
