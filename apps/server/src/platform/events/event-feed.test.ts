import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../testing/test-database.ts";
import { until } from "../../testing/until.ts";
import { createLog } from "../log.ts";
import { command } from "./command.ts";
import { EventFeed } from "./event-feed.ts";

let database: TestDatabase;
let feed: EventFeed;

beforeAll(async () => {
  database = await testDatabase();
  feed = new EventFeed(database, createLog("silent"));
  await feed.start();
});

afterAll(async () => {
  await feed.stop();
  await database.dispose();
});

async function happen(tenantId: string): Promise<void> {
  await command(database, { tenantId, actor: { kind: "system" } }, async () => ({
    event: { operation: "Parvis.Test" },
    result: undefined,
  }));
}

test("hears which tenant's log grew and by what", async () => {
  const tenantId = await database.addTenant();
  const heard: unknown[] = [];
  const unsubscribe = feed.subscribe((...announcement) => heard.push(announcement));
  await happen(tenantId);
  await until(() => heard.length > 0);
  unsubscribe();
  expect(heard).toEqual([[tenantId, "Parvis.Test"]]);
});

test("listens again after its connection was cut, and wakes everybody for what it may have missed", async () => {
  const tenantId = await database.addTenant();
  const heard: (string | undefined)[] = [];
  const unsubscribe = feed.subscribe((tenant) => heard.push(tenant));
  await database.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'parvis event feed'",
  );
  await until(() => !feed.listening);
  await until(() => feed.listening);
  expect(heard).toContain(undefined);
  await happen(tenantId);
  await until(() => heard.includes(tenantId));
  unsubscribe();
});
