/** `parvis apps update PACKAGE`: a new version of an app, published at once in its place. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { ServerClient } from "../server/client.ts";
import { findManaged, idOfPackage, type ListedApp, print, readPackage } from "./catalogue.ts";

interface Options {
  server?: string;
  app?: string;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("update")
    .description("publish a new version of an app in place; policies, pins and installations stay. Administrators only")
    .argument("<package>", "a zip, or a folder with manifest.json")
    .option("--app <app>", "the app: name, id, or its manifest's id (default: the one with the package's id)")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (path: string, options: Options) => done(await update(path, options)));
}

async function update(path: string, { server, app: named, json }: Options): Promise<number> {
  const bytes = await readPackage(path);
  const client = await ServerClient.open(server);
  const { id } = await findManaged(client, named ?? (await idOfPackage(path, bytes)));
  const app = await client.call<ListedApp>("POST", `/api/apps/${id}/definitions`, bytes);
  print(json, app, `${app.displayName} is ${app.version} now (${app.id}).`);
  return 0;
}
