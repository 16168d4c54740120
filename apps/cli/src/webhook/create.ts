/** `parvis webhook create NAME`: a webhook directly in a channel. */
import { readFile } from "node:fs/promises";
import { Command, InvalidArgumentError, Option } from "commander";
import { serverOption } from "../input/options.ts";
import { Refusal } from "../refusal.ts";
import { ServerClient } from "../server/client.ts";
import { findChannel, findTeam, type Webhook } from "../server/places.ts";

interface RateLimit {
  seconds: number;
  max: number;
}

interface Options {
  server?: string;
  team: string;
  channel: string;
  picture?: string;
  mode?: "compatible" | "strict";
  limit?: RateLimit[];
  limits: boolean;
  json?: true;
}

function limitOf(text: string, before: RateLimit[] = []): RateLimit[] {
  const [, max, seconds] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  if (max === undefined) throw new InvalidArgumentError("Write cards/seconds, such as 60/30.");
  return [...before, { seconds: Number(seconds), max: Number(max) }];
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("create")
    .description("make a webhook in a channel, and print its address")
    .argument("<name>", "the name beside its messages")
    .requiredOption("--team <team>", "the team, by name or id")
    .requiredOption("--channel <channel>", "the channel, by name or id")
    .option("--picture <file>", "PNG, JPEG or GIF beside its messages, 256 KB at most")
    .addOption(new Option("--mode <mode>", "how senders are answered").choices(["compatible", "strict"]))
    .option("--limit <cards/seconds>", "a window of its own instead of the usual ones; may be repeated", limitOf)
    .option("--no-limits", "take as many cards as come")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (name: string, options: Options) => done(await create(name, options)));
}

const mediaTypes: readonly [string, (bytes: Buffer) => boolean][] = [
  ["image/png", (bytes) => bytes.subarray(1, 4).toString("latin1") === "PNG"],
  ["image/gif", (bytes) => bytes.subarray(0, 3).toString("latin1") === "GIF"],
  ["image/jpeg", (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8],
];

async function pictureOf(path: string): Promise<string> {
  const bytes = await readFile(path).catch(() => {
    throw new Refusal(`${path} cannot be read`);
  });
  const type = mediaTypes.find(([, is]) => is(bytes))?.[0];
  if (type === undefined) throw new Refusal(`${path} is neither PNG, JPEG nor GIF`, 1);
  return `data:${type};base64,${bytes.toString("base64")}`;
}

async function create(name: string, options: Options): Promise<number> {
  const { mode, limit, limits, json } = options;
  const picture = options.picture === undefined ? undefined : await pictureOf(options.picture);
  const client = await ServerClient.open(options.server);
  const team = await findTeam(client, options.team);
  const channel = findChannel(team, options.channel);
  const rateLimits = limits ? limit : [];
  const made = await client.call<Webhook>("POST", `/api/channels/${channel.id}/webhooks`, {
    name,
    picture,
    mode,
    rateLimits,
  });
  process.stdout.write(json ? `${JSON.stringify(made)}\n` : `${made.webhookUrl}\n`);
  if (!json)
    process.stderr.write(`“${made.name}” posts to ${channel.displayName} of ${team.displayName} (${made.id}).\n`);
  return 0;
}
