/** `parvis webhook show WEBHOOK`: one webhook, with its address. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { ServerClient } from "../server/client.ts";
import { findWebhook, type Webhook } from "../server/places.ts";

interface Options {
  server?: string;
  team?: string;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("show")
    .description("one webhook with its address, which is a secret: whoever has it may post")
    .argument("<webhook>", "its id, or its name with --team")
    .option("--team <team>", "the team, by name or id")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (wanted: string, options: Options) => done(await show(wanted, options)));
}

/** A webhook in some lines, its address first, so that `head -1` has it. */
export function describe(webhook: Webhook): string {
  const { webhookUrl, name, id, team, channel, mode, effectiveRateLimits, lastUsedAt, previousAddresses } = webhook;
  const limits = effectiveRateLimits.map(({ seconds, max }) => `${max}/${seconds} s`).join(", ") || "none";
  const old = previousAddresses.map(({ worksUntil }) => `an old address works until ${worksUntil}`);
  const lines = [
    webhookUrl,
    `${name} (${id}), ${channel.displayName} of ${team.displayName}`,
    `mode ${mode}; limits ${limits}; last used ${lastUsedAt ?? "never"}`,
    ...old,
  ];
  return `${lines.join("\n")}\n`;
}

async function show(wanted: string, options: Options): Promise<number> {
  const client = await ServerClient.open(options.server);
  const webhook = await findWebhook(client, wanted, options.team);
  process.stdout.write(options.json ? `${JSON.stringify(webhook)}\n` : describe(webhook));
  return 0;
}
