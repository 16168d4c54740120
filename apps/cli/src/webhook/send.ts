/** `parvis webhook send WEBHOOK TEXT`: posts as a sender does, and says what was answered. */
import { readFile } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";
import { Command } from "commander";
import { serverOption } from "../input/options.ts";
import { Refusal } from "../refusal.ts";
import { ServerClient } from "../server/client.ts";
import { problemOf, send as request } from "../server/connection.ts";
import { findWebhook } from "../server/places.ts";

interface Options {
  server?: string;
  team?: string;
  title?: string;
  file?: string;
  json?: true;
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("send")
    .description("post a text or a card; exits 1 when it is not taken")
    .argument("<webhook>", "its id, or its name with --team; `-` takes the address from PARVIS_WEBHOOK_URL")
    .argument("[text]", "what to say; Markdown")
    .option("--title <title>", "a title above the text")
    .option("--file <path>", "post a file as it is; `-` is standard input")
    .option("--team <team>", "the team, by name or id")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (wanted: string, words: string | undefined, options: Options) =>
      done(await send(wanted, words, options)),
    );
}

async function bodyOf(words: string | undefined, { title, file }: Options): Promise<string> {
  if ((words === undefined) === (file === undefined)) throw new Refusal("give either a text or --file");
  if (file === undefined) return JSON.stringify({ title, text: words });
  if (file === "-") return await readAll(process.stdin);
  return await readFile(file, "utf8").catch(() => {
    throw new Refusal(`${file} cannot be read`);
  });
}

async function addressOf(wanted: string, { server, team }: Options): Promise<string> {
  if (wanted !== "-") return (await findWebhook(await ServerClient.open(server), wanted, team)).webhookUrl;
  const address = process.env.PARVIS_WEBHOOK_URL ?? "";
  if (!URL.canParse(address)) throw new Refusal("PARVIS_WEBHOOK_URL holds no address");
  return address;
}

async function send(wanted: string, words: string | undefined, options: Options): Promise<number> {
  const body = await bodyOf(words, options);
  const response = await request(await addressOf(wanted, options), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body,
  });
  // A strict webhook refuses in JSON.
  const answer = typeof response.body === "string" ? response.body : problemOf(response);
  const accepted = response.status === 200 && answer === "1";
  const id = response.headers.get("request-id");
  if (options.json) process.stdout.write(`${JSON.stringify({ accepted, status: response.status, answer, id })}\n`);
  else if (accepted) process.stdout.write(`Posted (${id}).\n`);
  else throw new Refusal(`it was not taken: ${response.status} ${answer}`, 1);
  return accepted ? 0 : 1;
}
