import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../testing/test-database.ts";
import { newId } from "../identifiers.ts";
import { binaryArray } from "./binary-array.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => await database.dispose());

test("is read by PostgreSQL as what was written", async () => {
  const texts = ["", "plain", 'quotes " and \\ and {braces}, commas', "Zürich, 東京, 🎉", null, "line\nbreak"];
  const ids = texts.map(newId);
  const bytes = texts.map((value) => (value === null ? null : Buffer.from(value)));
  const { rows } = await database.pool.query(
    "select * from unnest($1::uuid[], $2::text[], $3::bytea[]) as t(id, text, bytes)",
    [binaryArray("uuid", ids), binaryArray("text", texts), binaryArray("bytea", bytes)],
  );
  expect(rows).toEqual(texts.map((text, index) => ({ id: ids[index], text, bytes: bytes[index] })));
});

test("may be empty", async () => {
  const { rows } = await database.pool.query("select unnest($1::text[])", [binaryArray("text", [])]);
  expect(rows).toEqual([]);
});
