import { existsSync, globSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { basename, join } from "node:path";
import { readStoredPayload, readWebhookPayload, visibleText } from "@parvis/cards";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, configuredConnector, contoso, post, tenantId } from "../../testing/contoso.ts";

let place: Contoso;
let webhookUrl: string;
let configurationId: string;

beforeAll(async () => {
  place = await contoso();
  ({ webhookUrl, configurationId } = await configuredConnector(place));
});
afterAll(async () => await place.server.dispose());

interface MessageBody {
  summary: string;
  body: string;
  author: { name: string; icon: string | null; configurationId: string };
}

async function newest(): Promise<MessageBody | undefined> {
  const { body } = await place.megan.call<{ items: MessageBody[] }>(
    "GET",
    `/api/channels/${place.general.id}/messages?limit=1`,
  );
  return body.items[0];
}

describe("a card", () => {
  test("is answered 1 as senders expect it, and is in the channel", async () => {
    const answer = await post(webhookUrl, '{"@type":"MessageCard","summary":"Build 7","title":"Build 7 passed"}');
    expect([answer.status, answer.text, answer.headers.get("content-type")]).toEqual([
      200,
      "1",
      "text/plain; charset=utf-8",
    ]);
    expect(answer.headers.get("request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(await newest()).toMatchObject({
      summary: "Build 7",
      author: { name: "Builds", configurationId, icon: expect.stringMatching(/^\/api\/icons\//) },
    });
  });

  test.each([
    ["as the older address", () => webhookUrl.replace("/webhookb2/", "/webhook/")],
    [
      "with IncomingWebhook in place of the connector's id",
      () => webhookUrl.replace(/\/8c1f1d6e[^/]*\//, "/IncomingWebhook/"),
    ],
    ["with a query behind it", () => `${webhookUrl}?source=old`],
  ])("is taken at the address %s", async (_, address) => {
    expect((await post(address(), '{"text":"hello"}')).text).toBe("1");
  });

  test("is taken whatever the content type says", async () => {
    for (const type of [
      "application/x-www-form-urlencoded",
      "text/plain",
      "application/vnd.microsoft.teams.card.o365connector",
    ]) {
      expect((await post(webhookUrl, '{"text":"hello"}', { "Content-Type": type })).text).toBe("1");
    }
  });

  test("tells who posted it and who configured that, also after the connector is gone", async () => {
    const { configurationId: gone, webhookUrl: url } = await configuredConnector(place);
    await post(url, '{"text":"a last word"}');
    await place.ada.call("DELETE", `/api/connectors/${gone}`);
    const origin = await place.megan.call("GET", `/api/channels/${place.general.id}/connectors/${gone}/origin`);
    expect(origin.body).toMatchObject({
      name: "All builds",
      configuredBy: "Ada Admin",
      app: { displayName: "Builds" },
    });
    expect(await newest()).toMatchObject({ summary: "a last word" });
  });
});

describe("what cannot be posted is answered, and nothing is stored", () => {
  const refused: [string, () => Promise<{ status: number; text: string }>, number, string | RegExp][] = [
    [
      "an unknown key",
      () => post(webhookUrl.replace(/[0-9a-f]{32}/, "0".repeat(32)), '{"text":"x"}'),
      404,
      /^Webhook not found/,
    ],
    [
      "another organisation",
      () => post(webhookUrl.replace(tenantId, "22222222-2222-4222-8222-222222222222"), '{"text":"x"}'),
      404,
      /^Webhook not found/,
    ],
    ["no organisation", () => post(webhookUrl.replace(`@${tenantId}`, ""), '{"text":"x"}'), 404, /^Webhook not found/],
    [
      "another group",
      () => post(webhookUrl.replace(place.team.id, tenantId), '{"text":"x"}'),
      404,
      /^Webhook not found/,
    ],
    [
      "an unknown connector",
      () => post(webhookUrl.replace(/\/8c1f1d6e[^/]*\//, "/ffff/"), '{"text":"x"}'),
      404,
      "Unknown Connector provider ffff",
    ],
    ["an empty body", () => post(webhookUrl, ""), 400, "Bad payload received by generic incoming webhook."],
    [
      "a body that is no JSON",
      () => post(webhookUrl, '{"text": '),
      400,
      "Bad payload received by generic incoming webhook.",
    ],
    [
      "a shape that is no card",
      () => post(webhookUrl, "[1, 2]"),
      400,
      "Bad payload received by generic incoming webhook.",
    ],
    [
      "a card without text or summary",
      () => post(webhookUrl, '{"@type":"MessageCard","title":"T"}'),
      400,
      "Summary or Text is required.",
    ],
    [
      "a card over 28 KB",
      () => post(webhookUrl, JSON.stringify({ text: "x".repeat(28 * 1024) })),
      200,
      /HTTP error 413/,
    ],
  ];
  test.each(refused)("%s", async (_, send, status, text) => {
    const before = await newest();
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(text);
    expect(await newest()).toEqual(before);
  });

  test("a GET", async () => {
    const answer = await fetch(webhookUrl);
    expect([answer.status, await answer.text(), answer.headers.get("allow")]).toEqual([
      405,
      "Invalid webhook request - GET not supported",
      "POST",
    ]);
  });

  test("a body over 28 KB that does not say how long it is", async () => {
    const text = await new Promise<string>((resolve, reject) => {
      const outgoing = request(
        webhookUrl,
        { method: "POST", headers: { "Content-Type": "application/json" } },
        (answer) => {
          answer.setEncoding("utf8").on("data", resolve);
        },
      );
      outgoing.on("error", reject);
      for (let chunk = 0; chunk < 40; chunk++) outgoing.write("x".repeat(1024));
      outgoing.end();
    });
    expect(text).toContain("HTTP error 413");
  });

  test("a revoked address", async () => {
    const connector = await configuredConnector(place);
    await place.ada.call("DELETE", `/api/connectors/${connector.configurationId}`);
    const answer = await post(connector.webhookUrl, '{"text":"x"}');
    expect([answer.status, answer.text]).toEqual([410, "Gone. This connector was removed from its channel."]);
  });
});

const corpus = join(import.meta.dirname, "../../../../../../shared/corpus/cards");

describe.skipIf(!existsSync(corpus))(`every card of ${corpus}`, () => {
  test.each(
    globSync("*.json", { cwd: corpus })
      .toSorted()
      .map((file) => [basename(file)]),
  )("%s is in the channel with all it shows, or is refused with the documented reason", async (file) => {
    const body = readFileSync(join(corpus, file), "utf8");
    const answer = await post(webhookUrl, body);
    const verdict = readWebhookPayload(body);
    if (!verdict.accepted) {
      expect([answer.status, answer.text]).toEqual([verdict.status, verdict.body]);
      expect(answer.text).toBe("Summary or Text is required.");
      return;
    }
    expect(answer.text).toBe("1");
    const stored = await newest();
    const shown = readStoredPayload(stored?.body ?? "").cards.flatMap((card) => visibleText(card));
    expect(shown).toEqual(verdict.cards.flatMap((card) => visibleText(card)));
    expect(stored?.summary).toBe(verdict.summary);
  });
});
if (!existsSync(corpus)) console.warn(`Skipped: the corpus of real cards is not at ${corpus}`);
