import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../testing/test-database.ts";
import { until } from "../testing/until.ts";
import { Jobs } from "./jobs.ts";
import { createLog } from "./log.ts";

let database: TestDatabase;
let jobs: Jobs;
const done: number[] = [];
const failures = new Map<number, number>();
let running = 0;
let mostRunning = 0;
let gate = Promise.withResolvers<void>();

beforeAll(async () => {
  database = await testDatabase();
  jobs = new Jobs(database, createLog("silent"));
  const queue = { concurrency: 3, pollSeconds: 0.2, retries: 5, expireSeconds: 60 };
  jobs.queue<{ number: number }>({
    ...queue,
    name: "test-work",
    run: async ({ number }) => {
      const left = failures.get(number) ?? 0;
      failures.set(number, left - 1);
      if (left > 0) throw new Error("not yet");
      done.push(number);
    },
  });
  jobs.queue({
    ...queue,
    name: "test-slow",
    run: async () => {
      running++;
      mostRunning = Math.max(mostRunning, running);
      await gate.promise;
      running--;
    },
  });
  await jobs.open();
  jobs.begin();
});
afterAll(async () => {
  await jobs.stop();
  await database.dispose();
});

test("a job is done when the transaction that asked for it commits, and never when it does not", async () => {
  const client = await database.pool.connect();
  await client.query("begin");
  await jobs.send(client, "test-work", [{ data: { number: 1 } }]);
  await client.query("rollback");
  await client.query("begin");
  await jobs.send(client, "test-work", [{ data: { number: 2 } }]);
  await client.query("commit");
  client.release();
  jobs.wake("test-work");
  await until(() => done.includes(2));
  expect(done).toEqual([2]);
});

test("a job that fails is tried again", async () => {
  failures.set(3, 1);
  await jobs.send(undefined, "test-work", [{ data: { number: 3 } }]);
  await until(() => done.includes(3));
});

test("a job that is for later is done later", async () => {
  const startAfter = new Date(Date.now() + 1_000);
  await jobs.send(undefined, "test-work", [{ data: { number: 4 }, startAfter }]);
  await until(() => done.includes(4));
  // The database has a clock of its own.
  expect(Date.now()).toBeGreaterThan(startAfter.getTime() - 200);
});

test("no more run at a time than the queue says, and a free place is taken at once", async () => {
  await jobs.send(
    undefined,
    "test-slow",
    Array.from({ length: 7 }, () => ({ data: {} })),
  );
  await until(() => running === 3);
  const first = gate;
  gate = Promise.withResolvers();
  first.resolve();
  await until(() => running === 3);
  gate.resolve();
  await until(async () => {
    const { rows } = await database.pool.query("select 1 from jobs.job where name = 'test-slow'");
    return rows.length === 0;
  });
  expect(mostRunning).toBe(3);
});
