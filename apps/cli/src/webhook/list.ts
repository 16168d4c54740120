/** `parvis webhook list --team TEAM`: webhooks and connectors of a team. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { table } from "../output/table.ts";
import { ServerClient } from "../server/client.ts";
import { findChannel, findTeam, type WebhookSummary } from "../server/places.ts";

interface Options {
  server?: string;
  team: string;
  channel?: string;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("list")
    .description("webhooks and connectors of a team; addresses are secrets and are not listed, `show` has them")
    .requiredOption("--team <team>", "the team, by name or id")
    .option("--channel <channel>", "only those of a channel, by name or id")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (options: Options) => done(await list(options)));
}

async function list(options: Options): Promise<number> {
  const client = await ServerClient.open(options.server);
  const team = await findTeam(client, options.team);
  const only = options.channel === undefined ? "" : `?channelId=${findChannel(team, options.channel).id}`;
  const items = await client.all<WebhookSummary>(`/api/teams/${team.id}/connectors${only}`);
  if (options.json) process.stdout.write(`${JSON.stringify({ items })}\n`);
  else if (items.length === 0) process.stdout.write("There is none.\n");
  else {
    const rows = items.map(({ id, name, channel, app, mode, lastUsedAt }) => [
      id,
      name,
      channel.displayName,
      app?.displayName ?? "webhook",
      mode,
      lastUsedAt ?? "never",
    ]);
    process.stdout.write(table(["ID", "NAME", "CHANNEL", "OF", "MODE", "LAST USED"], rows));
  }
  return 0;
}
