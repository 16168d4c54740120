/** `parvis webhook revoke WEBHOOK`: ends a webhook, or the addresses it had before. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { ServerClient } from "../server/client.ts";
import { findWebhook } from "../server/places.ts";

interface Options {
  server?: string;
  team?: string;
  previous?: true;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("revoke")
    .description("end a webhook: it takes nothing more, what it posted stays")
    .argument("<webhook>", "its id, or its name with --team")
    .option("--team <team>", "the team, by name or id")
    .option("--previous", "end only the addresses that were replaced and still work")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (wanted: string, options: Options) => done(await revoke(wanted, options)));
}

async function revoke(wanted: string, { server, team, previous, json }: Options): Promise<number> {
  const client = await ServerClient.open(server);
  const { id, name, previousAddresses } = await findWebhook(client, wanted, team);
  await client.call("DELETE", `/api/connectors/${id}${previous ? "/previous-addresses" : ""}`);
  const what = previous ? `${previousAddresses.length} old address(es) of “${name}”` : `“${name}”`;
  if (json) process.stdout.write(`${JSON.stringify({ id, revoked: previous ? "previous" : "webhook" })}\n`);
  else process.stdout.write(`Ended ${what}.\n`);
  return 0;
}
