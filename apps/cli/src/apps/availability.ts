/** `parvis apps availability APP FOR`: whom an app is for. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { ServerClient } from "../server/client.ts";
import { findManaged, print } from "./catalogue.ts";
import { type Availability, type AvailabilityOptions, availabilityOf, withAvailability } from "./whom-for.ts";

interface Options extends AvailabilityOptions {
  server?: string;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return withAvailability(
    new Command("availability").description(
      "make an app available to everyone, to certain people and groups, or to no one; administrators only",
    ),
  )
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (app: string, availability: Availability, options: Options) =>
      done(await makeAvailable(app, availability, options)),
    );
}

async function makeAvailable(wanted: string, availability: Availability, options: Options): Promise<number> {
  const body = availabilityOf(availability, options);
  const client = await ServerClient.open(options.server);
  const { id, displayName } = await findManaged(client, wanted);
  const effect = await client.call<object>("PUT", `/api/apps/${id}/availability`, body);
  print(options.json, { id, availability, ...effect }, `${displayName}: ${availability}.`);
  return 0;
}
