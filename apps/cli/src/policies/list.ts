/** `parvis policies list [KIND]`: policies by name. */
import { Argument, Command } from "commander";
import { serverOption } from "../input/options.ts";
import { table } from "../output/table.ts";
import { ServerClient } from "../server/client.ts";
import { type Kind, kinds, type PolicySummary } from "./policy.ts";

interface Options {
  server?: string;
  search?: string;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("list")
    .description("policies by name, with how many have each")
    .addArgument(new Argument("[kind]", "only this kind").choices(kinds))
    .option("--search <text>", "part of the name")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (kind: Kind | undefined, options: Options) => done(await list(kind, options)));
}

async function list(kind: Kind | undefined, { server, search, json }: Options): Promise<number> {
  const client = await ServerClient.open(server);
  const query = search === undefined ? "" : `?search=${encodeURIComponent(search)}`;
  const items: PolicySummary[] = [];
  for (const each of kind === undefined ? kinds : [kind])
    items.push(...(await client.all<PolicySummary>(`/api/policies/${each}${query}`)));
  if (json) process.stdout.write(`${JSON.stringify({ items })}\n`);
  else if (items.length === 0) process.stdout.write("There is none.\n");
  else {
    const rows = items.map(({ kind: of, name, id, assigned, effectiveSince }) => [
      of,
      name,
      id,
      String(assigned.people),
      String(assigned.groups),
      effectiveSince ?? "as built in",
    ]);
    process.stdout.write(table(["KIND", "NAME", "ID", "PEOPLE", "GROUPS", "SINCE"], rows));
  }
  return 0;
}
