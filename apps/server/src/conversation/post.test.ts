import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readEvents } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import { createLog } from "../platform/log.ts";
import { createMetrics } from "../platform/metrics.ts";
import { type TestDatabase, testDatabase } from "../testing/test-database.ts";
import { listMessages } from "./message.store.ts";
import { MessageWriter, type WriterOptions, writerLimits } from "./message-writer.ts";
import type { NewPost, PostRequest } from "./post.store.ts";
import { retryAfter } from "./rate.rules.ts";

let database: TestDatabase;
let tenantId: string;
let configurationId: string;
let clock: Date;
const log = createLog("silent");
const channelId = newId();

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  tenantId = await database.addTenant();
  configurationId = newId();
  clock = new Date("2026-11-21T12:00:00.000Z");
});
afterAll(async () => await database.dispose());

const writer = (options: WriterOptions = {}) =>
  new MessageWriter(database.pool, log, createMetrics(), { now: () => clock, ...options });

const request: PostRequest = {
  mode: "compatible",
  contentType: "application/json",
  userAgent: "test/1.0",
  size: 2,
  sent: null,
  againOf: null,
  sentBy: null,
};

function post(summary: string, more: Partial<NewPost> = {}): NewPost {
  const ids = { id: newId(), channelId, configurationId, teamId: newId(), appId: null };
  return { ...ids, authorName: "Builds", authorIcon: null, summary, body: `{"text":"${summary}"}`, request, ...more };
}

async function stored(): Promise<string[]> {
  const rows = await listMessages(database.sql, tenantId, channelId, { limit: 5_000, before: undefined });
  return rows.map((row) => row.summary).toReversed();
}

async function logged(): Promise<{ verdict: string; reason: string | null; body: string | null }[]> {
  const { rows } = await database.pool.query<{ verdict: string; reason: string | null; body: string | null }>(
    "select verdict, reason, body from delivery where tenant_id = $1 order by delivery_id",
    [tenantId],
  );
  return rows;
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => `card ${index}`);

describe("windows", () => {
  const limits = [
    { seconds: 1, max: 4 },
    { seconds: 30, max: 6 },
  ];
  const send = async (into: MessageWriter, count: number, more: Partial<NewPost> = {}) =>
    (
      await Promise.all(numbers(count).map(async (name) => await into.write(tenantId, post(name, { limits, ...more }))))
    ).filter(({ accepted }) => accepted).length;

  test("take what fits, turn the rest away, and take again when they roll", async () => {
    const one = writer();
    expect(await send(one, 10)).toBe(4);
    expect(await send(one, 1)).toBe(0);
    clock = new Date(clock.getTime() + 1_000);
    expect(await send(one, 10)).toBe(2);
    clock = new Date(clock.getTime() + 5_000);
    const [turnedAway] = await Promise.all([one.write(tenantId, post("late", { limits }))]);
    expect(turnedAway.accepted).toBe(false);
    // The short window is empty by now; the long one rolls at the half minute.
    expect(turnedAway.standing).toMatchObject({ remaining: [4, 0], resets: [1, 24] });
    expect(retryAfter(turnedAway.standing ?? { limits, remaining: [], resets: [] })).toBe(24);
    clock = new Date("2026-11-21T12:00:30.000Z");
    expect(await send(one, 10)).toBe(4);
    expect(await stored()).toHaveLength(10);
  });

  test("are one for all nodes", async () => {
    const nodes = [writer(), writer(), writer()];
    const taken = await Promise.all(nodes.map(async (node) => await send(node, 40)));
    expect(taken.reduce((sum, each) => sum + each, 0)).toBe(4);
    expect(await stored()).toHaveLength(4);
  });

  test("never go back when a node's batch waited past a roll, or its clock is behind", async () => {
    expect(await send(writer({ now: () => new Date(clock.getTime() + 1_000) }), 4)).toBe(4);
    expect(await send(writer(), 4)).toBe(0);
  });

  test("are each webhook's own, also within one batch", async () => {
    const one = writer();
    const other = newId();
    const both = await Promise.all([send(one, 10), send(one, 10, { configurationId: other })]);
    expect(both).toEqual([4, 4]);
  });

  test("keep their counts when a limit is changed, and forget those of other lengths", async () => {
    const one = writer();
    expect(await send(one, 4)).toBe(4);
    expect(
      await send(one, 10, {
        limits: [
          { seconds: 1, max: 7 },
          { seconds: 30, max: 100 },
        ],
      }),
    ).toBe(3);
    expect(await send(one, 10, { limits: [{ seconds: 60, max: 5 }] })).toBe(5);
    expect(await send(one, 3, { limits: [] })).toBe(3);
  });

  test("do not make holes in the event log, and leave what was turned away out of it", async () => {
    const one = writer();
    await Promise.all([send(one, 9), send(one, 3, { configurationId: newId() }), send(one, 2, { limits: [] })]);
    const events = await readEvents(database.sql, tenantId, 0, 100);
    expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1));
    expect(events).toHaveLength((await stored()).length);
  });

  test("count many webhooks in many batches at once without waiting for each other in a circle", async () => {
    const webhooks = Array.from({ length: 8 }, newId);
    const nodes = [writer(), writer(), writer()];
    const wide = [{ seconds: 3_600, max: 100 }];
    await Promise.all(
      nodes.flatMap((node) =>
        numbers(400).map(
          async (name, index) =>
            await node.write(tenantId, post(name, { limits: wide, configurationId: webhooks[(index * 7) % 8] ?? "" })),
        ),
      ),
    );
    const { rows } = await database.pool.query<{ counts: number[] }>(
      "select counts from rate_window where tenant_id = $1",
      [tenantId],
    );
    expect(rows.map(({ counts }) => counts)).toEqual(webhooks.map(() => [100]));
    expect(await stored()).toHaveLength(800);
  });
});

describe("the log", () => {
  test("has what was taken, what was turned away with its body, and what was refused", async () => {
    const one = writer();
    const limits = [{ seconds: 3_600, max: 1 }];
    await Promise.all([
      one.write(tenantId, post("first", { limits })),
      one.write(tenantId, post("second", { limits, request: { ...request, sent: "{'text':'second'}" } })),
      one.write(tenantId, post("third", { limits })),
      one.log(tenantId, {
        id: newId(),
        channelId,
        configurationId,
        reason: "unparseable",
        request: { ...request, sent: "{" },
      }),
    ]);
    expect(await logged()).toEqual([
      { verdict: "accepted", reason: null, body: null },
      { verdict: "throttled", reason: "throttled", body: "{'text':'second'}" },
      { verdict: "throttled", reason: "throttled", body: '{"text":"third"}' },
      { verdict: "refused", reason: "unparseable", body: "{" },
    ]);
  });

  test("is bounded for what was turned away, never for what was taken", async () => {
    const one = writer({ limits: { ...writerLimits, turnedAwayLogged: 5 } });
    const limits = [{ seconds: 3_600, max: 10 }];
    for (let round = 0; round < 3; round++)
      await Promise.all(numbers(10).map(async (name) => await one.write(tenantId, post(name, { limits }))));
    await one.log(tenantId, { id: newId(), channelId, configurationId, reason: "empty", request });
    const rows = await logged();
    expect(rows.filter(({ verdict }) => verdict === "accepted")).toHaveLength(10);
    expect(rows.filter(({ verdict }) => verdict === "throttled")).toHaveLength(5);
    expect(rows.filter(({ verdict }) => verdict === "refused")).toHaveLength(0);
  });

  test("leaves out cards that nobody posted to a webhook", async () => {
    const { request: _, ...unlogged } = post("of Parvis itself");
    await writer().write(tenantId, unlogged);
    expect([await stored(), await logged()]).toEqual([["of Parvis itself"], []]);
  });
});

describe("the step after the insert", () => {
  test("sees the accepted posts that need it, in their transaction, and is told of the commit", async () => {
    const seen: string[] = [];
    let committed = 0;
    const one = writer({
      afterInsert: async (transaction, tenant, accepted) => {
        const { rows } = await transaction.query<{ summary: string }>(
          "select summary from message where tenant_id = $1 and message_id = any($2::uuid[]) order by message_id",
          [tenant, accepted.map(({ id }) => id)],
        );
        seen.push(...rows.map(({ summary }) => summary));
        return () => {
          committed++;
        };
      },
    });
    const limits = [{ seconds: 3_600, max: 2 }];
    await Promise.all([
      ...numbers(3).map(async (name) => await one.write(tenantId, post(name, { limits, hasTargets: true }))),
      one.write(tenantId, post("elsewhere", { configurationId: newId() })),
    ]);
    expect([seen, committed]).toEqual([["card 0", "card 1"], 1]);
  });

  test("takes the posts of its batch with it when it fails", async () => {
    const one = writer({
      afterInsert: async () => {
        throw new Error("no room in the queue");
      },
    });
    await expect(one.write(tenantId, post("lost", { hasTargets: true }))).rejects.toThrow("no room in the queue");
    expect([await stored(), await logged()]).toEqual([[], []]);
    await one.write(tenantId, post("kept"));
    expect(await stored()).toEqual(["kept"]);
  });
});
