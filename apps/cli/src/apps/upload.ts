/** `parvis apps upload PACKAGE`: a new app, published at once. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { ServerClient } from "../server/client.ts";
import { type ListedApp, print, readPackage } from "./catalogue.ts";

export function command(done: (exitCode: number) => void): Command {
  return new Command("upload")
    .description("add a new app, published at once; administrators only")
    .argument("<package>", "a zip, or a folder with manifest.json")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (path: string, options: { server?: string; json?: true }) => done(await upload(path, options)));
}

async function upload(path: string, { server, json }: { server?: string; json?: true }): Promise<number> {
  const bytes = await readPackage(path);
  const app = await (await ServerClient.open(server)).call<ListedApp>("POST", "/api/apps", bytes);
  print(json, app, `${app.displayName} ${app.version} is published (${app.id}).`);
  return 0;
}
