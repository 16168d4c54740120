import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readWebhookPayload } from "@parvis/cards";
import { Pool } from "pg";

const root = join(import.meta.dirname, "../..");

/** Payloads of every kind: our reference cards, and what other systems post. Pictures are inside the cards. */
function bodies(): { summary: string; body: string }[] {
  const files = ["tests/reference-cards/*.json", "packages/cards/fixtures/*/*.json"].flatMap((pattern) =>
    globSync(pattern, { cwd: root }).toSorted(),
  );
  return files.map((file) => {
    const read = readWebhookPayload(readFileSync(join(root, file)));
    if (!read.accepted) throw new Error(`${file} is refused: ${read.reason}`);
    return { summary: read.summary, body: read.canonical };
  });
}

/** A UUIDv7 of a moment. @param count tells apart those of the same one */
function idAt(milliseconds: number, count: number): string {
  const time = Math.round(milliseconds).toString(16).padStart(12, "0");
  const rest = count.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${rest}`;
}

/** Fills a channel past Parvis, a card every millisecond until now, in the name of who posted there. @returns how many kinds */
export async function fillChannel(databaseUrl: string, channelId: string, count: number): Promise<number> {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const cards = bodies();
    const now = Date.now();
    const size = 5_000;
    const { rows } = await pool.query(
      `select tenant_id, channel_id, configuration_id, author_name, author_icon from message where channel_id = $1 limit 1`,
      [channelId],
    );
    const [first] = rows;
    for (let from = 0; from < count; from += size) {
      const numbers = Array.from({ length: Math.min(size, count - from) }, (_, index) => from + index);
      await pool.query(
        `insert into message (tenant_id, channel_id, configuration_id, author_name, author_icon, message_id, summary, body)
         select $1, $2, $3, $4, $5, n.* from unnest($6::uuid[], $7::text[], $8::text[]) as n(id, summary, body)`,
        [
          first.tenant_id,
          first.channel_id,
          first.configuration_id,
          first.author_name,
          first.author_icon,
          numbers.map((number) => idAt(now - count + number, number)),
          numbers.map((number) => cards[number % cards.length]?.summary ?? ""),
          numbers.map((number) => cards[number % cards.length]?.body ?? ""),
        ],
      );
    }
    await pool.query("analyze message");
    return cards.length;
  } finally {
    await pool.end();
  }
}
