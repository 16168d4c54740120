/** `parvis apps submit PACKAGE`: for an administrator to approve, a new app or a version of one that is there. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { ServerClient } from "../server/client.ts";
import { print, readPackage, type Submission } from "./catalogue.ts";

export function command(done: (exitCode: number) => void): Command {
  return new Command("submit")
    .description("submit a new app, or a version of one that is there, for approval")
    .argument("<package>", "a zip, or a folder with manifest.json")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (path: string, options: { server?: string; json?: true }) => done(await submit(path, options)));
}

async function submit(path: string, { server, json }: { server?: string; json?: true }): Promise<number> {
  const bytes = await readPackage(path);
  const client = await ServerClient.open(server);
  const answer = await client.ask("POST", "/api/submissions", bytes);
  const { code, appId } = (answer.body ?? {}) as { code?: string; appId?: string };
  const made =
    answer.status === 409 && code === "app/exists" && appId !== undefined
      ? await client.call<Submission>("POST", `/api/apps/${appId}/submissions`, bytes)
      : client.read<Submission>(answer);
  const what = made.kind === "new" ? "a new app" : "an update";
  print(json, made, `${made.displayName} ${made.version}, ${what}, waits for approval (${made.id}).`);
  return 0;
}
