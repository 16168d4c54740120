/** `parvis uninstall APP`: takes an app off a team, a chat or a person. */
import { Command } from "commander";
import { serverOption } from "./input/options.ts";
import { findAppId } from "./policies/apps.ts";
import { ServerClient } from "./server/client.ts";
import { type PlaceOptions, uninstall, withPlace } from "./server/installation-place.ts";

export function command(done: (exitCode: number) => void): Command {
  return withPlace(
    new Command("uninstall")
      .description("take an app off a team, a chat, or a person, with what was agreed to there")
      .argument("<app>", "the app: name, id, or its manifest's id"),
  )
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (app: string, options: PlaceOptions) => {
      const client = await ServerClient.open(options.server);
      const appId = await findAppId(client, app);
      await uninstall(client, options, appId);
      process.stdout.write(
        options.json ? `${JSON.stringify({ uninstalled: true, app: { id: appId } }, null, 2)}\n` : "Taken off\n",
      );
      done(0);
    });
}
