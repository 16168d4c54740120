/** `parvis export`: the organisation as a bootstrap file, without passwords and secrets. */
import { createWriteStream } from "node:fs";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { Command } from "commander";
import { parse } from "yaml";
import { serverOption } from "./input/options.ts";
import { Refusal } from "./refusal.ts";
import { ServerClient } from "./server/client.ts";

interface Options {
  server?: string;
  output?: string;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("export")
    .description("write the organisation as a bootstrap file; passwords and secrets are not in it")
    .option("-o, --output <path>", "the file (default: standard output)")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output, instead of YAML")
    .action(async (options: Options) => done(await write(options)));
}

async function write({ server, output, json }: Options): Promise<number> {
  const client = await ServerClient.open(server);
  const body = await client.open("/api/configuration");
  if (json) {
    process.stdout.write(`${JSON.stringify(parse(await text(body)))}\n`);
    return 0;
  }
  if (output === undefined) {
    for await (const chunk of body) process.stdout.write(chunk);
    return 0;
  }
  // It names people and what they may do: its owner's alone.
  const file = createWriteStream(output, { mode: 0o600 });
  await pipeline(body, file).catch((error: unknown) => {
    throw new Refusal(`${output} cannot be written (${error instanceof Error ? error.message : error})`, 1);
  });
  process.stderr.write(`${file.bytesWritten.toLocaleString("en")} bytes written to ${output}\n`);
  return 0;
}
