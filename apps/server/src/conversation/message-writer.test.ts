import { Pool } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readEvents } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import { createLog } from "../platform/log.ts";
import { createMetrics } from "../platform/metrics.ts";
import { type TestDatabase, testDatabase } from "../testing/test-database.ts";
import { until } from "../testing/until.ts";
import { listMessages, type NewMessage } from "./message.store.ts";
import { MessageWriter, writerLimits } from "./message-writer.ts";

let database: TestDatabase;
let tenantId: string;
const log = createLog("silent");

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  tenantId = await database.addTenant();
});
afterAll(async () => await database.dispose());

const channelId = newId();

function message(summary: string): NewMessage {
  const ids = { id: newId(), channelId, configurationId: newId(), teamId: newId(), appId: newId() };
  return { ...ids, authorName: "Builds", authorIcon: null, summary, body: "{}" };
}

async function stored(tenant: string): Promise<string[]> {
  const rows = await listMessages(database.sql, tenant, channelId, { limit: 5_000, before: undefined });
  return rows.map((row) => row.summary);
}

test("writes messages that wait together in few commits, each once, with its event", async () => {
  const metrics = createMetrics();
  const writer = new MessageWriter(database.pool, log, metrics);
  const summaries = Array.from({ length: 1_200 }, (_, index) => `card ${index}`);
  await Promise.all(summaries.map(async (summary) => await writer.write(tenantId, message(summary))));
  expect((await stored(tenantId)).toSorted()).toEqual(summaries.toSorted());
  const commits = (await metrics.ingestBatch.get()).values.find((value) => value.metricName?.endsWith("_count"))?.value;
  expect(commits).toBeLessThan(20);
  const events = await readEvents(database.sql, tenantId, 0, 2_000);
  expect(events.map((event) => event.position)).toEqual(summaries.map((_, index) => index + 1));
  expect(new Set(events.map((event) => event.subjectId)).size).toBe(summaries.length);
});

test("keeps the order in which messages came", async () => {
  const writer = new MessageWriter(database.pool, log, createMetrics());
  const summaries = Array.from({ length: 700 }, (_, index) => `card ${index}`);
  await Promise.all(summaries.map(async (summary) => await writer.write(tenantId, message(summary))));
  expect((await stored(tenantId)).toReversed()).toEqual(summaries);
});

test("writes for several organisations at once without their commits meeting", async () => {
  const tenants = [tenantId, await database.addTenant(), await database.addTenant()];
  const writer = new MessageWriter(database.pool, log, createMetrics());
  await Promise.all(
    Array.from(
      { length: 900 },
      async (_, index) => await writer.write(tenants[index % 3] ?? "", message(`card ${index}`)),
    ),
  );
  expect(await Promise.all(tenants.map(async (tenant) => (await stored(tenant)).length))).toEqual([300, 300, 300]);
});

test("turns messages away when too many wait, and takes them again afterwards", async () => {
  const writer = new MessageWriter(database.pool, log, createMetrics(), { limits: { ...writerLimits, queue: 10 } });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 25 }, async (_, index) => await writer.write(tenantId, message(`card ${index}`))),
  );
  expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(10);
  expect(outcomes.filter((outcome) => outcome.status === "rejected").map((outcome) => outcome.reason)).toEqual(
    Array.from({ length: 15 }, () => expect.objectContaining({ code: "server/busy", parts: { retryAfterSeconds: 1 } })),
  );
  await writer.write(tenantId, message("one more"));
  expect(await stored(tenantId)).toHaveLength(11);
});

test("turns messages away when too many characters wait", async () => {
  const writer = new MessageWriter(database.pool, log, createMetrics(), {
    limits: { ...writerLimits, queueCharacters: 1_000 },
  });
  const large = { ...message("large"), body: `"${"x".repeat(998)}"` };
  const outcomes = await Promise.allSettled([writer.write(tenantId, large), writer.write(tenantId, message("small"))]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual(["fulfilled", "rejected"]);
});

test("says that the database is away, and writes again when it is back", async () => {
  const pool = new Pool({ connectionString: database.url, connectionTimeoutMillis: 2_000 });
  pool.on("error", () => undefined);
  const writer = new MessageWriter(pool, log, createMetrics());
  await writer.write(tenantId, message("before"));
  const client = await pool.connect();
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  client.release();
  // The connection the next batch will use is cut while idle, as a restarted server does.
  const [, outcome] = await Promise.allSettled([
    database.pool.query("select pg_terminate_backend($1)", [rows[0]?.pid]).then(async () => await writer.drain()),
    writer.write(tenantId, message("meanwhile")),
  ]);
  if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "server/database-away" });
  // The pool may hear of it only now; a sender that is told so tries again.
  await until(async () => {
    const [{ status, ...rest }] = await Promise.allSettled([writer.write(tenantId, message("after"))]);
    if (status === "rejected") expect(rest).toMatchObject({ reason: { code: "server/database-away" } });
    return status === "fulfilled";
  });
  const expected = outcome.status === "fulfilled" ? ["after", "meanwhile", "before"] : ["after", "before"];
  expect(await stored(tenantId)).toEqual(expected);
  await pool.end();
});

test("drains: resolves once everything that waits is on disk", async () => {
  const writer = new MessageWriter(database.pool, log, createMetrics());
  const writes = Array.from({ length: 50 }, async (_, index) => await writer.write(tenantId, message(`card ${index}`)));
  await writer.drain();
  expect(await stored(tenantId)).toHaveLength(50);
  await Promise.all(writes);
});
