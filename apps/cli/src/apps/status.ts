/** Allowing and blocking, which differ by a word. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { ServerClient } from "../server/client.ts";
import { findManaged, print } from "./catalogue.ts";

interface Options {
  server?: string;
  json?: true;
}

export function statusCommand(
  name: string,
  status: "allowed" | "blocked",
  description: string,
  done: (exitCode: number) => void,
): Command {
  return new Command(name)
    .description(description)
    .argument("<app...>", "names, ids, or their manifests' ids")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (wanted: string[], options: Options) => done(await setStatus(wanted, status, options)));
}

async function setStatus(wanted: string[], status: "allowed" | "blocked", { server, json }: Options): Promise<number> {
  const client = await ServerClient.open(server);
  const apps = [];
  for (const each of wanted) apps.push(await findManaged(client, each));
  const effect = await client.call<object>("PUT", "/api/app-statuses", { status, apps: apps.map(({ id }) => id) });
  const names = apps.map(({ displayName }) => displayName).join(", ");
  print(json, { ...effect, status, apps: apps.map(({ id }) => id) }, `${names}: ${status}.`);
  return 0;
}
