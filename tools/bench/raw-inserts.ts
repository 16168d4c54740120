import { randomUUID } from "node:crypto";
import { Pool } from "pg";

/**
 * 64 clients that insert single rows, a commit each, through a pool of 16: what a server would do that stores every card
 * by itself, without any HTTP. Arguments: the database's URL, seconds, the body. Prints rows a second.
 */
const [url = "", seconds = "5", body = ""] = process.argv.slice(2);
const clients = 64;
const pool = new Pool({ connectionString: url, max: 16 });
await pool.query(`create table if not exists raw_message (
  tenant_id uuid not null, channel_id uuid not null, message_id uuid not null, configuration_id uuid not null,
  author_name text not null, summary text not null, body text not null, primary key (tenant_id, channel_id, message_id))`);
const insert = {
  name: "raw-insert",
  text: "insert into raw_message values ($1, $2, $3, $4, $5, $6, $7)",
};
const [tenant, channel, configuration] = [randomUUID(), randomUUID(), randomUUID()];

let counting = false;
let rows = 0;
let running = true;
async function client(): Promise<void> {
  while (running) {
    await pool.query({ ...insert, values: [tenant, channel, randomUUID(), configuration, "Bench", "A card", body] });
    if (counting) rows++;
  }
}
const all = Array.from({ length: clients }, client);
await new Promise((resume) => setTimeout(resume, 1_000));
counting = true;
const began = performance.now();
await new Promise((resume) => setTimeout(resume, Number(seconds) * 1_000));
counting = false;
const elapsed = (performance.now() - began) / 1_000;
running = false;
await Promise.all(all);
await pool.query("drop table raw_message");
await pool.end();
console.log(rows / elapsed);
