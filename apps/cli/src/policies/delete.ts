/** `parvis policies delete KIND POLICY`: refused while somebody has it. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { ServerClient } from "../server/client.ts";
import { findPolicy, type Kind, kindArgument } from "./policy.ts";

interface Options {
  server?: string;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("delete")
    .description("delete a policy; refused while somebody has it, with who")
    .addArgument(kindArgument())
    .argument("<policy>", "its name or id")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (kind: Kind, wanted: string, options: Options) => done(await remove(kind, wanted, options)));
}

async function remove(kind: Kind, wanted: string, { server, json }: Options): Promise<number> {
  const client = await ServerClient.open(server);
  const { id, name, etag } = await findPolicy(client, kind, wanted);
  await client.call("DELETE", `/api/policies/${kind}/${id}`, undefined, { "If-Match": etag });
  process.stdout.write(json ? `${JSON.stringify({ id, name, deleted: true })}\n` : `Deleted “${name}”.\n`);
  return 0;
}
