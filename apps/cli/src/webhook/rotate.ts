/** `parvis webhook rotate WEBHOOK`: a new address; the old one works on for a while. */
import { Command, InvalidArgumentError } from "commander";
import { serverOption } from "../input/options.ts";
import { ServerClient } from "../server/client.ts";
import { findWebhook, type Webhook } from "../server/places.ts";
import { describe } from "./show.ts";

interface Options {
  server?: string;
  team?: string;
  grace: number;
  json?: true;
}

const units: Readonly<Record<string, number>> = { "": 1, s: 1, m: 60, h: 3_600, d: 86_400 };

function durationOf(text: string): number {
  const [, amount, unit = ""] = /^(\d+)([smhd]?)$/.exec(text) ?? [];
  if (amount === undefined) throw new InvalidArgumentError("Write seconds, or a number with s, m, h or d, such as 7d.");
  return Number(amount) * (units[unit] ?? 1);
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("rotate")
    .description("give a webhook a new address, and print it")
    .argument("<webhook>", "its id, or its name with --team")
    .option("--team <team>", "the team, by name or id")
    .option("--grace <time>", "how long the old address goes on working; 0 ends it at once", durationOf, 86_400)
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (wanted: string, options: Options) => done(await rotate(wanted, options)));
}

async function rotate(wanted: string, { server, team, grace, json }: Options): Promise<number> {
  const client = await ServerClient.open(server);
  const { id } = await findWebhook(client, wanted, team);
  const rotated = await client.call<Webhook>("POST", `/api/connectors/${id}/rotate`, { graceSeconds: grace });
  process.stdout.write(json ? `${JSON.stringify(rotated)}\n` : describe(rotated));
  return 0;
}
