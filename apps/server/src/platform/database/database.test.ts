import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../testing/test-database.ts";
import { until } from "../../testing/until.ts";
import { isDatabaseAway } from "../errors.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => await database.dispose());

test("a connection that breaks while it is lent ends what it was lent for, and not the process", async () => {
  const lent = await database.pool.connect();
  const { rows } = await lent.query<{ pid: number }>("select pg_backend_pid() as pid");
  let broken = 0;
  lent.on("error", () => broken++);
  // Ours is not the listener that keeps the process alive.
  expect(lent.listenerCount("error")).toBeGreaterThan(1);
  await database.pool.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
  await until(() => broken > 0);
  await expect(lent.query("select 1")).rejects.toSatisfy(isDatabaseAway);
  lent.release(true);
  expect((await database.pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});
