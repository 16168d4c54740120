import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../testing/test-database.ts";
import { dropOldPartitions, ensurePartitions } from "./partitions.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => await database.dispose());

test("are made ahead, months and weeks, once", async () => {
  const made = await ensurePartitions(database.sql, new Date("2027-12-30T10:00:00Z"));
  expect(made).toEqual(
    expect.arrayContaining(["message_2027_12", "message_2028_03", "delivery_2027_12_27", "delivery_2028_01_31"]),
  );
  expect(await ensurePartitions(database.sql, new Date("2027-12-31T10:00:00Z"))).toEqual([]);
});

test("go when all in them is older than it is kept, and only those of tables that do not keep everything", async () => {
  await ensurePartitions(database.sql, new Date("2027-12-30T10:00:00Z"));
  const before = await dropOldPartitions(database.sql, new Date("2028-02-01T23:59:00Z"));
  expect(before).not.toContain("delivery_2027_12_27");
  const after = await dropOldPartitions(database.sql, new Date("2028-02-02T00:01:00Z"));
  expect(after).toContain("delivery_2027_12_27");
  expect(after.filter((name) => !/^(delivery|target_card|target_delivery)_/.test(name))).toEqual([]);
});
