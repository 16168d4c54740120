/** `parvis apps delete APP`: says who loses it, and removes it when told to; with --me or --team what was uploaded for these. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { ServerClient } from "../server/client.ts";
import { findManaged, print } from "./catalogue.ts";
import { findUploaded, type Place, type UploadPlace, uploadPlace, withUploadPlace } from "./uploaded.ts";

interface Options extends UploadPlace {
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
  return withUploadPlace(
    new Command("delete")
      .description(
        "say who would lose an app and, with --yes, remove it. Administrators only, but for what was uploaded for yourself or a team",
      )
      .argument("<app>", "name, id, or its manifest's id"),
  )
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

async function removeUpload(
  client: ServerClient,
  place: Place,
  wanted: string,
  { yes, json }: Pick<Options, "yes" | "json">,
): Promise<number> {
  const { id, displayName, installed } = await findUploaded(client, place, wanted);
  if (!yes) {
    const told = `It was uploaded for ${place.whom}${installed ? ", is added there, and goes with what is set up in it" : ""}.`;
    print(json, { deleted: false, id, installed }, `${displayName}: ${told}\nAdd --yes to remove it.`);
    return 1;
  }
  await client.call("DELETE", `/api/uploads/${id}`);
  print(json, { deleted: true, id, installed }, `${displayName} is removed for ${place.whom}.`);
  return 0;
}

async function remove(wanted: string, { server, yes, json, ...where }: Options): Promise<number> {
  const client = await ServerClient.open(server);
  const place = await uploadPlace(client, where);
  if (place !== undefined)
    return await removeUpload(client, place, wanted, { ...(yes && { yes }), ...(json && { json }) });
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
