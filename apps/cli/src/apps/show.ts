/** `parvis apps show APP`: an app with its newest versions. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { table } from "../output/table.ts";
import { findAppId } from "../policies/apps.ts";
import { ServerClient } from "../server/client.ts";
import { findManaged, isAdministrator, type ListedApp } from "./catalogue.ts";

interface Version {
  readonly id: string;
  readonly version: string;
  readonly state: string;
  readonly current: boolean;
  readonly createdAt: string;
  readonly createdBy: { readonly displayName: string } | null;
  readonly reason: string;
}

const mostVersions = 20;

export function command(done: (exitCode: number) => void): Command {
  return new Command("show")
    .description("an app with its newest versions")
    .argument("<app>", "name, id, or its manifest's id")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (app: string, options: { server?: string; json?: true }) => done(await show(app, options)));
}

async function show(wanted: string, { server, json }: { server?: string; json?: true }): Promise<number> {
  const client = await ServerClient.open(server);
  const administrator = await isAdministrator(client);
  const app: ListedApp = administrator
    ? await findManaged(client, wanted)
    : await client.call<ListedApp>("GET", `/api/apps/${encodeURIComponent(await findAppId(client, wanted))}`);
  const versions = administrator
    ? (await client.call<{ items: Version[] }>("GET", `/api/apps/${app.id}/definitions?limit=${mostVersions}`)).items
    : [];
  if (json) {
    process.stdout.write(`${JSON.stringify(administrator ? { ...app, definitions: versions } : app)}\n`);
    return 0;
  }
  const facts = Object.entries(app).flatMap(([name, value]) =>
    ["string", "number", "boolean"].includes(typeof value) ? [[name, String(value)]] : [],
  );
  process.stdout.write(table(["WHAT", "IS"], facts));
  if (versions.length > 0) {
    const rows = versions.map(({ version, state, current, createdAt, createdBy, reason }) => [
      version,
      current ? `${state}, current` : state,
      createdAt.slice(0, 19),
      createdBy?.displayName ?? "",
      reason,
    ]);
    process.stdout.write(`\n${table(["VERSION", "STATE", "SINCE", "BY", "REASON"], rows)}`);
  }
  return 0;
}
