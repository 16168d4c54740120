/** `parvis policies create KIND NAME`: a policy; what is not said is as in Global. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { ServerClient } from "../server/client.ts";
import { type ContentOptions, contentWith, saysContent, withContent } from "./content-options.ts";
import { describePolicy, findPolicy, type Kind, kindArgument, type Policy } from "./policy.ts";

interface Options extends ContentOptions {
  server?: string;
  description?: string;
  like?: string;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return withContent(
    new Command("create")
      .description("make a policy; what you do not say is as in Global")
      .addArgument(kindArgument())
      .argument("<name>", "what it is to be called")
      .option("--description <text>", "what it is for")
      .option("--like <policy>", "begin with another policy instead of Global, by name or id"),
  )
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (kind: Kind, name: string, options: Options) => done(await create(kind, name, options)));
}

async function create(kind: Kind, name: string, options: Options): Promise<number> {
  const own = saysContent(kind, options);
  const client = await ServerClient.open(options.server);
  const base = own || options.like !== undefined ? await findPolicy(client, kind, options.like ?? "Global") : undefined;
  const content = base && (await contentWith(client, base.content, options));
  const { description } = options;
  const made = await client.call<Policy>("POST", `/api/policies/${kind}`, { name, description, content });
  process.stdout.write(options.json ? `${JSON.stringify(made)}\n` : describePolicy(made));
  return 0;
}
