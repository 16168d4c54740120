/** `parvis apps reject APP --reason TEXT`: refuses what waits for approval, and says why. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { ServerClient } from "../server/client.ts";
import { findPending, print, type Submission } from "./catalogue.ts";

interface Options {
  server?: string;
  reason: string;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("reject")
    .description("refuse what was submitted of an app; what is published runs on. Administrators only")
    .argument("<app>", "name, id, or its manifest's id")
    .requiredOption("--reason <text>", "told to whoever submitted it")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (app: string, options: Options) => done(await reject(app, options)));
}

async function reject(wanted: string, { server, reason, json }: Options): Promise<number> {
  const client = await ServerClient.open(server);
  const { id } = await findPending(client, wanted);
  const done = await client.call<Submission>("POST", `/api/submissions/${id}/reject`, { reason });
  print(json, done, `${done.displayName} ${done.version} was rejected.`);
  return 0;
}
