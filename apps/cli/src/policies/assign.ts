/** `parvis policies assign KIND POLICY`: to people, to a group with a rank, or to everybody as what Global says. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { Refusal } from "../refusal.ts";
import { ServerClient } from "../server/client.ts";
import { findPolicy, type Kind, kindArgument } from "./policy.ts";
import { type WhomOptions, whom, whomText, withRank, withUserOrGroup } from "./whom.ts";

interface Options extends WhomOptions {
  server?: string;
  json?: true;
}

interface Effect {
  readonly version: number;
  readonly effectiveSince: string | null;
}

export function command(done: (exitCode: number) => void): Command {
  const described = new Command("assign")
    .description(
      "give a policy to people or to a group; theirs own wins, then the group with the best rank, then Global",
    )
    .addArgument(kindArgument())
    .argument("<policy>", "its name or id");
  return withRank(withUserOrGroup(described))
    .option("--global", "overwrite what Global says with what this policy says")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (kind: Kind, wanted: string, options: Options) => done(await assign(kind, wanted, options)));
}

async function assign(kind: Kind, wanted: string, options: Options): Promise<number> {
  const { server, json, global } = options;
  if (global && (options.user ?? options.group ?? options.rank) !== undefined)
    throw new Refusal("--global stands alone: it is for everybody");
  const given = global ? undefined : whom(options);
  const client = await ServerClient.open(server);
  const policy = await findPolicy(client, kind, wanted);
  const base = `/api/policies/${kind}/assignments`;
  let effect: Effect;
  if (given === undefined) effect = await client.call("PUT", `${base}/everyone`, { policyId: policy.id });
  else if ("group" in given) {
    const body = { policyId: policy.id, rank: given.rank };
    effect = await client.call("PUT", `${base}/groups/${encodeURIComponent(given.group)}`, body);
  } else effect = await client.call("PUT", `${base}/people`, { people: given.people, policyId: policy.id });
  if (json) process.stdout.write(`${JSON.stringify(effect)}\n`);
  else if (given === undefined) process.stdout.write(`Global now says what “${policy.name}” says.\n`);
  else process.stdout.write(`Assigned “${policy.name}” to ${whomText(given)}.\n`);
  return 0;
}
