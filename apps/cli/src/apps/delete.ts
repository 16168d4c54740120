/** `parvis apps delete APP`: says who loses it, and removes it when told to. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { ServerClient } from "../server/client.ts";
import { findManaged, print } from "./catalogue.ts";

interface Options {
  server?: string;
  yes?: true;
  json?: true;
}

interface Loss {
  readonly installations: { readonly personal: number; readonly team: number; readonly chat: number };
  readonly people: number;
  readonly connectors: number;
  readonly policies: readonly { readonly kind: string; readonly name: string }[];
  readonly etag: string;
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("delete")
    .description("say who would lose an app and, with --yes, remove it; administrators only")
    .argument("<app>", "name, id, or its manifest's id")
    .option("--yes", "remove it")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (app: string, options: Options) => done(await remove(app, options)));
}

function lossText({ installations: { personal, team, chat }, people, connectors, policies }: Loss): string {
  const named =
    policies.length === 0 ? "no policy names it" : `named by ${policies.map(({ name }) => name).join(", ")}`;
  return `${people} people have it; installed for ${personal} people, in ${team} teams and ${chat} chats; ${connectors} connectors are set up; ${named}`;
}

async function remove(wanted: string, { server, yes, json }: Options): Promise<number> {
  const client = await ServerClient.open(server);
  const app = await findManaged(client, wanted);
  const loss = await client.call<Loss>("GET", `/api/apps/${app.id}/deletion`);
  const told = lossText(loss);
  if (!yes) {
    print(json, { deleted: false, id: app.id, ...loss }, `${app.displayName}: ${told}.\nAdd --yes to remove it.`);
    return 1;
  }
  await client.call("DELETE", `/api/apps/${app.id}`, undefined, { "If-Match": loss.etag });
  print(json, { deleted: true, id: app.id, ...loss }, `${app.displayName} is removed. Before: ${told}.`);
  return 0;
}
