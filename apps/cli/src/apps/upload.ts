/** `parvis apps upload PACKAGE`: a new app, published at once; with --me or --team an upload for these alone. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { ServerClient } from "../server/client.ts";
import { type ListedApp, print, readPackage } from "./catalogue.ts";
import { type UploadPlace, uploadPlace, withUploadPlace } from "./uploaded.ts";

interface Options extends UploadPlace {
  server?: string;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return withUploadPlace(
    new Command("upload")
      .description("add a new app, published at once (administrators only), or for yourself or a team alone")
      .argument("<package>", "a zip, or a folder with manifest.json"),
  )
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (path: string, options: Options) => done(await upload(path, options)));
}

async function upload(path: string, { server, json, ...where }: Options): Promise<number> {
  const bytes = await readPackage(path);
  const client = await ServerClient.open(server);
  const place = await uploadPlace(client, where);
  const app = await client.call<ListedApp>("POST", place?.upload ?? "/api/apps", bytes);
  const text =
    place === undefined
      ? `${app.displayName} ${app.version} is published (${app.id}).`
      : `${app.displayName} ${app.version} is uploaded for ${place.whom} (${app.id}).\nAdd it with: parvis install ${[app.id, place.add].join(" ").trim()}`;
  print(json, app, text);
  return 0;
}
