/** `parvis apps update PACKAGE`: a new version of an app, published at once in its place; or of an upload. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { ServerClient } from "../server/client.ts";
import { findManaged, idOfPackage, type ListedApp, print, readPackage } from "./catalogue.ts";
import { findUploaded, type UploadPlace, uploadPlace, withUploadPlace } from "./uploaded.ts";

interface Options extends UploadPlace {
  server?: string;
  app?: string;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return withUploadPlace(
    new Command("update")
      .description(
        "publish a new version of an app in place; policies, pins and installations stay. Administrators only, but for what you uploaded for yourself or a team",
      )
      .argument("<package>", "a zip, or a folder with manifest.json")
      .option("--app <app>", "the app: name, id, or its manifest's id (default: the one with the package's id)"),
  )
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (path: string, options: Options) => done(await update(path, options)));
}

async function update(path: string, { server, app: named, json, ...where }: Options): Promise<number> {
  const bytes = await readPackage(path);
  const client = await ServerClient.open(server);
  const wanted = named ?? (await idOfPackage(path, bytes));
  const place = await uploadPlace(client, where);
  const address =
    place === undefined
      ? `/api/apps/${(await findManaged(client, wanted)).id}`
      : `/api/uploads/${(await findUploaded(client, place, wanted)).id}`;
  const app = await client.call<ListedApp>("POST", `${address}/definitions`, bytes);
  print(json, app, `${app.displayName} is ${app.version} now (${app.id}).`);
  return 0;
}
