import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { until } from "../apps/server/src/testing/until.ts";
import { hasPrivateServer, ParvisProcess, packFolder } from "../tools/parvis-process.ts";

const example = join(import.meta.dirname, "../examples/todo-connector/package");
let parvis: ParvisProcess | undefined;

afterEach(async () => await parvis?.dispose());

interface Posting {
  /** Ids of the messages that were answered `1`. */
  readonly acknowledged: Set<string>;
  /** Status of every other answer; 0 for a connection that broke. */
  readonly refused: { status: number; retryAfter: string | null }[];
  readonly end: () => Promise<void>;
}

/** Several senders that post one card after another until they are told to end. */
function keepPosting(webhookUrl: string, senders: number): Posting {
  const acknowledged = new Set<string>();
  const refused: Posting["refused"] = [];
  let running = true;
  const send = async () => {
    while (running) {
      const answer = await fetch(webhookUrl, {
        method: "POST",
        body: JSON.stringify({ text: `card ${acknowledged.size}` }),
      }).catch(() => undefined);
      const text = await answer?.text().catch(() => "");
      if (answer?.status === 200 && text === "1") acknowledged.add(answer.headers.get("request-id") ?? "");
      else {
        refused.push({ status: answer?.status ?? 0, retryAfter: answer?.headers.get("retry-after") ?? null });
        await sleep(20);
      }
    }
  };
  const all = Array.from({ length: senders }, send);
  return {
    acknowledged,
    refused,
    end: async () => {
      running = false;
      await Promise.all(all);
    },
  };
}

async function expectEachOnce(
  server: ParvisProcess,
  channelId: string,
  acknowledged: ReadonlySet<string>,
): Promise<void> {
  const ids = (await server.messages(channelId)).map((message) => message.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...acknowledged].filter((id) => !ids.includes(id))).toEqual([]);
}

test("everything is there after a stop and a start", async () => {
  parvis = await ParvisProcess.start();
  const { webhookUrl, channelId } = await parvis.connector(await packFolder(example));
  const posting = keepPosting(webhookUrl, 4);
  await until(() => posting.acknowledged.size > 50);
  await posting.end();
  await parvis.end();
  await parvis.start();
  await expectEachOnce(parvis, channelId, posting.acknowledged);
  expect(await (await fetch(webhookUrl, { method: "POST", body: '{"text":"after"}' })).text()).toBe("1");
});

test("every card that was answered 1 before kill -9 is there afterwards, once", async () => {
  parvis = await ParvisProcess.start();
  const { webhookUrl, channelId } = await parvis.connector(await packFolder(example));
  const posting = keepPosting(webhookUrl, 32);
  for (let round = 1; round <= 3; round++) {
    const before = posting.acknowledged.size;
    await until(() => posting.acknowledged.size > before + 300);
    await parvis.end("SIGKILL");
    await parvis.start();
  }
  await posting.end();
  await expectEachOnce(parvis, channelId, posting.acknowledged);
}, 240_000);

if (!hasPrivateServer)
  console.warn("Skipped: the database that goes away. A server that is not Parvis's own is not killed.");

test.skipIf(!hasPrivateServer)(
  "with the database gone, senders get 503 with Retry-After and never a false 1, and it comes back by itself",
  async () => {
    parvis = await ParvisProcess.start();
    const { webhookUrl, channelId } = await parvis.connector(await packFolder(example));
    const posting = keepPosting(webhookUrl, 16);
    await until(() => posting.acknowledged.size > 100);
    process.kill(await parvis.postgres(), "SIGKILL");
    await until(() => posting.refused.length > 0);
    const before = posting.acknowledged.size;
    await until(() => posting.acknowledged.size > before + 100);
    await posting.end();
    expect(new Set(posting.refused.map(({ status }) => status))).toEqual(new Set([503]));
    expect(posting.refused.every(({ retryAfter }) => Number(retryAfter) > 0)).toBe(true);
    await until(async () => (await fetch(`${parvis?.url}/readyz`)).status === 200);
    await expectEachOnce(parvis, channelId, posting.acknowledged);
  },
  90_000,
);
