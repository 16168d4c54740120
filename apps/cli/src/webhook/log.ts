/** `parvis webhook log WEBHOOK [DELIVERY]`: what was posted; one post whole; or the same once more. */
import { Command, InvalidArgumentError, Option } from "commander";
import { serverOption } from "../input/options.ts";
import { table } from "../output/table.ts";
import { Refusal } from "../refusal.ts";
import { ServerClient } from "../server/client.ts";
import { findWebhook } from "../server/places.ts";

interface Options {
  server?: string;
  team?: string;
  verdict?: string;
  since?: string;
  until?: string;
  limit: number;
  again?: true;
  json?: true;
}

interface Delivery {
  readonly id: string;
  readonly createdAt: string;
  readonly verdict: string;
  readonly reason: string | null;
  readonly summary: string | null;
  readonly status: number;
  readonly size: number;
  readonly userAgent: string | null;
}

interface DeliveryDetails extends Delivery {
  readonly explanation: string | null;
  readonly answer: { readonly text: string };
  readonly body: string | null;
  readonly contentType: string | null;
}

function moment(text: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError("Write a date or moment, such as 2026-11-21T12:00Z.");
  return at.toISOString();
}

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 200) throw new InvalidArgumentError("Expected 1 to 200.");
  return number;
}

export function command(done: (exitCode: number) => void): Command {
  return new Command("log")
    .description("what was posted to a webhook in the last thirty days, newest first")
    .argument("<webhook>", "its id, or its name with --team")
    .argument("[delivery]", "one post, by its id (the request-id its sender got)")
    .option("--again", "send that post again, as a delivery of its own")
    .addOption(new Option("--verdict <verdict>", "only these").choices(["accepted", "throttled", "refused"]))
    .option("--since <moment>", "from this moment on", moment)
    .option("--until <moment>", "before this moment", moment)
    .option("--limit <number>", "how many at most", count, 20)
    .option("--team <team>", "the team, by name or id")
    .addOption(serverOption())
    .option("--json", "one JSON document on standard output")
    .action(async (wanted: string, id: string | undefined, options: Options) => done(await log(wanted, id, options)));
}

async function log(wanted: string, delivery: string | undefined, options: Options): Promise<number> {
  const { verdict, since, until, limit, again, json } = options;
  if (again && delivery === undefined) throw new Refusal("say which post to send again, by its id");
  const client = await ServerClient.open(options.server);
  const { id } = await findWebhook(client, wanted, options.team);
  const path = `/api/connectors/${id}/deliveries`;
  if (delivery !== undefined) {
    const one = `${path}/${encodeURIComponent(delivery)}`;
    const found = await client.call<DeliveryDetails>(again ? "POST" : "GET", again ? `${one}/again` : one);
    process.stdout.write(json ? `${JSON.stringify(found)}\n` : whole(found));
    return again && found.verdict !== "accepted" ? 1 : 0;
  }
  const filters = Object.entries({ verdict, since, until }).filter(
    (each): each is [string, string] => each[1] !== undefined,
  );
  const query = new URLSearchParams([...filters, ["limit", String(limit)]]);
  const page = await client.call<{ items: Delivery[]; nextCursor: string | null }>("GET", `${path}?${query}`);
  if (json) process.stdout.write(`${JSON.stringify(page)}\n`);
  else if (page.items.length === 0) process.stdout.write("There is nothing.\n");
  else {
    const rows = page.items.map((row) => [
      row.createdAt,
      row.id,
      row.verdict,
      String(row.status),
      row.summary ?? row.reason ?? "",
      row.userAgent ?? "",
    ]);
    process.stdout.write(table(["WHEN", "ID", "VERDICT", "STATUS", "WHAT", "FROM"], rows));
  }
  return 0;
}

function whole(delivery: DeliveryDetails): string {
  const { createdAt, id, verdict, status, explanation, answer, contentType, userAgent, size, body } = delivery;
  const lines = [
    `${createdAt}  ${id}  ${verdict}`,
    ...(explanation === null ? [] : [explanation]),
    `answered ${status} ${answer.text}`,
    `${size} bytes, ${contentType ?? "no content type"}, from ${userAgent ?? "nobody who says so"}`,
    "",
    body ?? "What was posted was not kept, or may not be read by you.",
  ];
  return `${lines.join("\n")}\n`;
}
