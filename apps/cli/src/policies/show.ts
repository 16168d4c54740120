/** `parvis policies show KIND POLICY`: one policy with the apps it names. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { ServerClient } from "../server/client.ts";
import { describePolicy, findPolicy, type Kind, kindArgument } from "./policy.ts";

interface Options {
  server?: string;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("show")
    .description("one policy with the apps it names")
    .addArgument(kindArgument())
    .argument("<policy>", "its name or id")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (kind: Kind, wanted: string, options: Options) => done(await show(kind, wanted, options)));
}

async function show(kind: Kind, wanted: string, { server, json }: Options): Promise<number> {
  const client = await ServerClient.open(server);
  const policy = await findPolicy(client, kind, wanted);
  process.stdout.write(json ? `${JSON.stringify(policy)}\n` : describePolicy(policy));
  return 0;
}
