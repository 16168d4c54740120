/** `parvis policies unassign KIND`: takes people's own policy away, or a group's. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { ServerClient } from "../server/client.ts";
import { type Kind, kindArgument } from "./policy.ts";
import { type WhomOptions, whom, whomText, withUserOrGroup } from "./whom.ts";

interface Options extends WhomOptions {
  server?: string;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  const described = new Command("unassign")
    .description("take people's own policy away, or a group's; then the next that covers them holds")
    .addArgument(kindArgument());
  return withUserOrGroup(described)
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (kind: Kind, options: Options) => done(await unassign(kind, options)));
}

async function unassign(kind: Kind, options: Options): Promise<number> {
  const given = whom(options);
  const client = await ServerClient.open(options.server);
  const base = `/api/policies/${kind}/assignments`;
  const effect =
    "group" in given
      ? await client.call("DELETE", `${base}/groups/${encodeURIComponent(given.group)}`)
      : await client.call("PUT", `${base}/people`, { people: given.people, policyId: null });
  process.stdout.write(
    options.json ? `${JSON.stringify(effect)}\n` : `Took the ${kind} policy of ${whomText(given)} away.\n`,
  );
  return 0;
}
