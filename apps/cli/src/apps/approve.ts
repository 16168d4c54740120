/** `parvis apps approve APP`: publishes what waits for approval. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { ServerClient } from "../server/client.ts";
import { findPending, print, type Submission } from "./catalogue.ts";

export function command(done: (exitCode: number) => void): Command {
  return new Command("approve")
    .description("publish what was submitted of an app; administrators only")
    .argument("<app>", "name, id, or its manifest's id")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (app: string, options: { server?: string; json?: true }) => done(await approve(app, options)));
}

async function approve(wanted: string, { server, json }: { server?: string; json?: true }): Promise<number> {
  const client = await ServerClient.open(server);
  const { id } = await findPending(client, wanted);
  const done = await client.call<Submission>("POST", `/api/submissions/${id}/publish`);
  print(json, done, `${done.displayName} ${done.version} is published.`);
  return 0;
}
