import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../testing/test-database.ts";
import { command } from "./command.ts";
import { newestPosition, readEvents } from "./event-log.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(async () => await database.dispose());

const happened = (operation: string) => ({ event: { operation }, result: undefined });

test("numbers events in the order of commits, without gaps, whatever runs at the same time", async () => {
  const tenantId = await database.addTenant();
  const origin = { tenantId, actor: { kind: "system" } } as const;
  const seen: number[] = [];
  let reading = true;
  // A reader that only ever asks for what comes after the last it saw, as a browser does.
  const reader = (async () => {
    while (reading || (await newestPosition(database.sql, tenantId)) > (seen.at(-1) ?? 0)) {
      for (const event of await readEvents(database.sql, tenantId, seen.at(-1) ?? 0, 50)) seen.push(event.position);
    }
  })();
  await Promise.all(
    Array.from(
      { length: 100 },
      async (_, index) =>
        await command(database, origin, async () => {
          await sleep(index % 7);
          return happened("Parvis.Test");
        }),
    ),
  );
  reading = false;
  await reader;
  expect(seen).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
});

test("announces nothing that did not commit", async () => {
  const tenantId = await database.addTenant();
  const origin = { tenantId, actor: { kind: "system" } } as const;
  await expect(
    command(database, origin, async () => {
      throw new Error("changed my mind");
    }),
  ).rejects.toThrow("changed my mind");
  await command(database, origin, async () => happened("Parvis.Second"));
  expect(
    (await readEvents(database.sql, tenantId, 0, 10)).map(({ position, operation }) => [position, operation]),
  ).toEqual([[1, "Parvis.Second"]]);
});

test("keeps tenants apart: one that waits holds no other up", async () => {
  const [slow, quick] = [await database.addTenant(), await database.addTenant()];
  const order: string[] = [];
  await Promise.all([
    command(database, { tenantId: slow, actor: { kind: "system" } }, async () => {
      await sleep(300);
      return happened("Parvis.Slow");
    }).then(() => order.push("slow")),
    command(database, { tenantId: quick, actor: { kind: "system" } }, async () => happened("Parvis.Quick")).then(() =>
      order.push("quick"),
    ),
  ]);
  expect(order).toEqual(["quick", "slow"]);
});

test("refuses to lose an event of an organisation without a log", async () => {
  const tenantId = "00000000-0000-4000-8000-000000000000";
  await expect(
    command(database, { tenantId, actor: { kind: "system" } }, async () => happened("Parvis.Test")),
  ).rejects.toThrow("no event log");
});
