/** `parvis policies update KIND POLICY`: changes what is said, and leaves the rest. */
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { Refusal } from "../refusal.ts";
import { ServerClient } from "../server/client.ts";
import { type ContentOptions, contentWith, saysContent, withContent } from "./content-options.ts";
import { describePolicy, findPolicy, type Kind, kindArgument, type Policy } from "./policy.ts";

interface Options extends ContentOptions {
  server?: string;
  name?: string;
  description?: string;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return withContent(
    new Command("update")
      .description("change a policy; what you do not say stays. It holds everywhere within a second")
      .addArgument(kindArgument())
      .argument("<policy>", "its name or id")
      .option("--name <name>", "what it is to be called")
      .option("--description <text>", "what it is for"),
  )
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (kind: Kind, wanted: string, options: Options) => done(await update(kind, wanted, options)));
}

async function update(kind: Kind, wanted: string, options: Options): Promise<number> {
  const says = saysContent(kind, options);
  const { server, name, description, json } = options;
  if (!says && name === undefined && description === undefined) throw new Refusal("say what to change");
  const client = await ServerClient.open(server);
  const before = await findPolicy(client, kind, wanted);
  const content = says ? await contentWith(client, before.content, options) : undefined;
  const path = `/api/policies/${kind}/${before.id}`;
  const now = await client.call<Policy>("PATCH", path, { name, description, content }, { "If-Match": before.etag });
  process.stdout.write(json ? `${JSON.stringify(now)}\n` : describePolicy(now));
  return 0;
}
