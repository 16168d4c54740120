import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { ParvisProcess } from "../parvis-process.ts";
import { auditRows, cast, idOf, type LogEnd } from "./audit-records.ts";
import { quick } from "./quick.ts";
import { atMost, type BenchReport, percentile } from "./report.ts";

const tenantId = "11111111-1111-4111-8111-111111111111";
const records = quick ? 100_000 : 10_000_000;
const months = 12;
const rounds = quick ? 3 : 10;

function monthStart(offset: number): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1));
}

/** A year of audit records, loaded by COPY past Parvis; indexes are built afterwards, as one loads a database. */
async function load(databaseUrl: string, say: (line: string) => void): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("set synchronous_commit = off; set maintenance_work_mem = '1GB'");
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid = 'audit_record'::regclass and not i.indisprimary`,
  );
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  for (let month = -months; month < 0; month++) {
    const [from, to] = [monthStart(month).toISOString(), monthStart(month + 1).toISOString()];
    const name = `audit_record_${from.slice(0, 7).replace("-", "_")}`;
    await client.query(`create table ${name} partition of audit_record for values from ('${from}') to ('${to}')`);
  }
  const end: LogEnd = { sequence: 0, head: Buffer.alloc(0) };
  const columns =
    "tenant_id, occurred_at, sequence, record_id, operation, person_id, team_id, app_id, words, record, hash";
  const copy = client.query(copyFrom(`copy audit_record (${columns}) from stdin`));
  await pipeline(Readable.from(batched(auditRows(tenantId, records, monthStart(-months), new Date(), end))), copy);
  say("records are copied; building indexes");
  // What PostgreSQL prints says ONLY, which would leave the partitions without.
  for (const { definition } of indexes) await client.query(definition.replace(" ON ONLY ", " ON "));
  await client.query("analyze audit_record");
  await client.query(
    "insert into audit_stream (tenant_id, sequence, head, day) values ($1, $2, $3, current_date) on conflict (tenant_id) do update set sequence = $2, head = $3, day = current_date",
    [tenantId, end.sequence, end.head],
  );
  await client.end();
}

/** Rows by the thousand: a stream of single lines would cost more than the rows. */
function* batched(rows: Iterable<string>): Generator<string> {
  let batch: string[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length === 1_000) {
      yield batch.join("");
      batch = [];
    }
  }
  yield batch.join("");
}

/** What administrators look for, from everything to next to nothing. */
function searches(): Record<string, string> {
  const middle = monthStart(-6).toISOString();
  const later = monthStart(-5).toISOString();
  return {
    "the newest": "",
    "a frequent operation": `operation=${cast.operations[0]}`,
    "a rare operation": `operation=${cast.operations.at(-1)}`,
    "somebody busy": `person=${idOf(1, 0)}`,
    "somebody quiet": `person=${idOf(1, cast.people - 1)}`,
    "a team": `team=${idOf(2, cast.teams - 1)}`,
    "an app": `app=${idOf(3, cast.apps - 1)}`,
    "an app in a team": `app=${idOf(3, cast.apps - 1)}&team=${idOf(2, cast.teams - 1)}`,
    "a month half a year ago": `from=${middle}&to=${later}`,
    "a frequent word": "text=appinstalled",
    "a rare word": `text=person${cast.people - 1}`,
    "the beginning of a word": "text=connec",
    "two words": `text=team+${cast.teams - 1}+deleted`,
    "a word that is not there": "text=nothingofthekind",
  };
}

/** Pages of the audit log with ten million records, asked for over HTTP as the search page does. */
export async function run(say: (line: string) => void): Promise<BenchReport> {
  const parvis = await ParvisProcess.start();
  try {
    say(`loading ${records.toLocaleString("en")} records by COPY`);
    const began = performance.now();
    await load(await parvis.databaseUrl(), say);
    say(`loaded in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
    const first: number[] = [];
    const next: number[] = [];
    const worst: Record<string, number> = {};
    for (let round = 0; round < rounds; round++) {
      for (const [name, query] of Object.entries(searches())) {
        const start = performance.now();
        const page = await parvis.call<{ nextCursor: string | null }>("GET", `/api/audit?limit=50&${query}`);
        const took = performance.now() - start;
        // The first round warms the caches, as the first minutes of a server do.
        if (round === 0) continue;
        first.push(took);
        worst[name] = Math.max(worst[name] ?? 0, took);
        if (page.nextCursor === null) continue;
        const then = performance.now();
        await parvis.call("GET", `/api/audit?limit=50&${query}&cursor=${page.nextCursor}`);
        next.push(performance.now() - then);
      }
    }
    for (const [name, milliseconds] of Object.entries(worst)) say(`${name}: at most ${milliseconds.toFixed(1)} ms`);
    const pages = [...first, ...next];
    return {
      figures: [
        { name: "records", value: records, unit: "records" },
        { name: "audit page p50", value: percentile(pages, 50), unit: "ms" },
        { name: "audit page p99", value: percentile(pages, 99), unit: "ms" },
      ],
      ratios: [atMost("audit page p95 (ms)", percentile(pages, 95), 200)],
    };
  } finally {
    await parvis.dispose();
  }
}
