import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, contoso, post } from "../../testing/contoso.ts";
import { testServer } from "../../testing/test-server.ts";

let place: Contoso;
let clock: Date;

beforeAll(async () => {
  clock = new Date("2026-11-21T12:00:00.000Z");
  place = await contoso({ now: () => clock });
});
afterAll(async () => await place.server.dispose());

type Mode = "compatible" | "strict";

async function webhook(mode: Mode, rateLimits: object[] | null = []) {
  const { body } = await place.megan.call<{ id: string; webhookUrl: string }>(
    "POST",
    `/api/channels/${place.general.id}/webhooks`,
    { name: "Answers", mode, rateLimits },
  );
  return body;
}

const card = '{"text":"hello"}';
const badPayload = "Bad payload received by generic incoming webhook.";
const behind = (status: number) =>
  new RegExp(
    `^Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error ${status} with ContextId `,
  );
const envelope = (content: object | null, contentType = "application/vnd.microsoft.card.adaptive") =>
  JSON.stringify({ type: "message", attachments: [{ contentType, contentUrl: null, content }] });

/** Rows of contracts.md D.2: what is sent, compatible status and text, strict status and code. */
const rows: [string, () => string, number, string | RegExp, number, string][] = [
  [
    "no text or summary",
    () => '{"@type":"MessageCard","title":"T"}',
    400,
    "Summary or Text is required.",
    400,
    "webhook/text-required",
  ],
  ["nothing", () => "", 400, badPayload, 400, "webhook/bad-payload"],
  ["no JSON", () => '{"text": ', 400, badPayload, 400, "webhook/bad-payload"],
  ["a shape that is no card", () => "[1, 2]", 400, badPayload, 400, "webhook/bad-payload"],
  ["an attachment of another kind", () => envelope({}, "application/pdf"), 400, badPayload, 400, "webhook/bad-payload"],
  ["an Adaptive Card that is none", () => envelope(null), 200, behind(400), 400, "webhook/bad-payload"],
  [
    "more than 28 KB",
    () => JSON.stringify({ text: "x".repeat(28 * 1024) }),
    200,
    behind(413),
    413,
    "webhook/too-large",
  ],
];

describe("every row of the documented answers", () => {
  test.each(rows)("%s, in compatible mode", async (_, body, status, text) => {
    const { webhookUrl } = await webhook("compatible");
    const answer = await post(webhookUrl, body());
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "text/plain; charset=utf-8"]);
    expect(answer.text).toMatch(text);
    expect(answer.headers.get("request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each(rows)("%s, in strict mode", async (_, body, _status, _text, status, code) => {
    const { webhookUrl } = await webhook("strict");
    const answer = await post(webhookUrl, body());
    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      status,
      "application/problem+json; charset=utf-8",
    ]);
    expect(JSON.parse(answer.text)).toEqual({
      type: `/api/docs#${code.replace("/", "-")}`,
      title: expect.any(String),
      status,
      detail: expect.any(String),
      code,
      requestId: answer.headers.get("request-id"),
    });
  });

  test.each(["compatible", "strict"] as const)("a card, in %s mode", async (mode) => {
    const answer = await post((await webhook(mode)).webhookUrl, card);
    expect([answer.status, answer.text, answer.headers.get("content-type")]).toEqual([
      200,
      "1",
      "text/plain; charset=utf-8",
    ]);
  });

  test("at the door: another method, another provider, a webhook that is gone, one that never was", async () => {
    const [old, strict] = await Promise.all([webhook("compatible"), webhook("strict")]);
    const asked = await fetch(old.webhookUrl);
    expect([asked.status, await asked.text()]).toEqual([405, "Invalid webhook request - GET not supported"]);
    const askedStrictly = await fetch(strict.webhookUrl);
    expect([askedStrictly.status, askedStrictly.headers.get("allow")]).toEqual([405, "POST"]);
    expect(await askedStrictly.json()).toMatchObject({ code: "request/wrong-method" });
    const elsewhere = ({ webhookUrl }: typeof old) => webhookUrl.replace("IncomingWebhook", "ffff");
    const provider = await post(elsewhere(old), card);
    expect([provider.status, provider.text]).toEqual([404, "Unknown Connector provider ffff"]);
    expect(JSON.parse((await post(elsewhere(strict), card)).text)).toMatchObject({ code: "webhook/unknown-provider" });
    for (const { id } of [old, strict]) await place.megan.call("DELETE", `/api/connectors/${id}`);
    const gone = await post(old.webhookUrl, card);
    expect([gone.status, gone.text]).toEqual([410, "Gone. This connector was removed from its channel."]);
    const goneStrictly = await post(strict.webhookUrl, card);
    expect([goneStrictly.status, JSON.parse(goneStrictly.text).code]).toEqual([410, "webhook/gone"]);
    const never = await post(strict.webhookUrl.replace(/[0-9a-f]{32}/, "0".repeat(32)), card);
    expect([never.status, never.headers.get("content-type")]).toEqual([404, "text/plain; charset=utf-8"]);
  });

  test("connectors switched off", async () => {
    const [old, strict] = await Promise.all([webhook("compatible"), webhook("strict")]);
    await place.ada.call("PATCH", "/api/settings", { connectorsEnabled: false });
    const answer = await post(old.webhookUrl, card);
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(behind(403));
    const strictly = await post(strict.webhookUrl, card);
    expect([strictly.status, JSON.parse(strictly.text).code]).toEqual([403, "connector/switched-off"]);
    await place.ada.call("PATCH", "/api/settings", { connectorsEnabled: true });
    expect((await post(strict.webhookUrl, card)).text).toBe("1");
  });
});

describe("limits", () => {
  test("are the documented ones unless a webhook has its own, and roll with their windows", async () => {
    const { webhookUrl } = await webhook("compatible", null);
    const second = async () => {
      const texts: string[] = [];
      for (let index = 0; index < 6; index++) texts.push((await post(webhookUrl, card)).text);
      return texts.filter((text) => text === "1").length;
    };
    clock = new Date("2026-11-21T13:00:00.000Z");
    expect(await second()).toBe(4);
    clock = new Date(clock.getTime() + 1_000);
    expect(await second()).toBe(4);
    const refused = await post(webhookUrl, card);
    expect(refused.status).toBe(200);
    expect(refused.text).toMatch(behind(429));
    // An hour takes a hundred: ninety-two more, four a second.
    for (let index = 0; index < 23; index++) {
      clock = new Date(clock.getTime() + (index % 14 === 13 ? 30_000 : 1_000));
      expect(await second()).toBe(4);
    }
    clock = new Date(clock.getTime() + 60_000);
    expect(await second()).toBe(0);
    clock = new Date("2026-11-21T14:00:00.000Z");
    expect(await second()).toBe(4);
  }, 60_000);

  test("show in strict mode: policy, what is left, and when to come again", async () => {
    clock = new Date("2026-11-21T15:00:10.500Z");
    const { webhookUrl } = await webhook("strict", [
      { seconds: 30, max: 2 },
      { seconds: 3_600, max: 100 },
    ]);
    const first = await post(webhookUrl, card);
    expect([first.text, first.headers.get("ratelimit-policy"), first.headers.get("ratelimit")]).toEqual([
      "1",
      '"30s";q=2;w=30, "3600s";q=100;w=3600',
      '"30s";r=1;t=20',
    ]);
    await post(webhookUrl, card);
    const throttled = await post(webhookUrl, card);
    expect([throttled.status, JSON.parse(throttled.text).code]).toEqual([429, "webhook/throttled"]);
    expect([throttled.headers.get("ratelimit"), throttled.headers.get("retry-after")]).toEqual([
      '"30s";r=0;t=20',
      "20",
    ]);
    clock = new Date(clock.getTime() + 20_000);
    expect((await post(webhookUrl, card)).text).toBe("1");
  });

  test("are one for two nodes that share a database", async () => {
    const other = await testServer({ now: () => clock, database: place.server.databaseUrl });
    try {
      const { webhookUrl } = await webhook("compatible", [{ seconds: 3_600, max: 10 }]);
      const there = webhookUrl.replace(place.server.url, other.url);
      const texts = await Promise.all(
        Array.from({ length: 40 }, async (_, index) => (await post(index % 2 === 0 ? webhookUrl : there, card)).text),
      );
      expect(texts.filter((text) => text === "1")).toHaveLength(10);
      expect(texts.filter((text) => /HTTP error 429/.test(text))).toHaveLength(30);
    } finally {
      await other.dispose();
    }
  });

  test("do not count what is refused", async () => {
    const { webhookUrl } = await webhook("compatible", [{ seconds: 3_600, max: 1 }]);
    for (let index = 0; index < 3; index++) expect((await post(webhookUrl, "[1]")).text).toBe(badPayload);
    expect((await post(webhookUrl, card)).text).toBe("1");
  });
});

test("a webhook that is removed while it is posted to: what is begun after the removal is refused, nothing hangs", async () => {
  const { id, webhookUrl } = await webhook("compatible");
  let posting = true;
  const answers: { begun: number; text: string }[] = [];
  const senders = Array.from({ length: 8 }, async () => {
    while (posting) {
      const begun = performance.now();
      answers.push({ begun, text: (await post(webhookUrl, card)).text });
    }
  });
  while (answers.length < 40) await new Promise((resume) => setTimeout(resume, 5));
  expect((await place.megan.call("DELETE", `/api/connectors/${id}`)).status).toBe(204);
  const removed = performance.now();
  const soFar = answers.length;
  while (answers.length < soFar + 40) await new Promise((resume) => setTimeout(resume, 5));
  posting = false;
  await Promise.all(senders);
  const after = answers.filter(({ begun }) => begun > removed);
  expect(after.length).toBeGreaterThan(0);
  expect(after.filter(({ text }) => !text.startsWith("Gone."))).toEqual([]);
  expect(answers.filter(({ text }) => text !== "1" && !text.startsWith("Gone."))).toEqual([]);
});
