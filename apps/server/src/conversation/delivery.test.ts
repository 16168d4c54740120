import { readStoredPayload } from "@parvis/cards";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, contoso, post } from "../testing/contoso.ts";
import { TestPerson } from "../testing/test-server.ts";

let place: Contoso;
let clock: Date | undefined;

beforeAll(async () => {
  place = await contoso({ now: () => clock ?? new Date() });
});
afterAll(async () => await place.server.dispose());

interface Delivery {
  id: string;
  verdict: string;
  reason: string | null;
  summary: string | null;
  status: number;
  contentType: string | null;
  userAgent: string | null;
  size: number;
  againOf: string | null;
  sentBy: string | null;
  explanation: string | null;
  answer: { contentType: string; text: string };
  body: string | null;
  card: string | null;
  maySendAgain: boolean;
  code?: string;
}

async function webhook(choices: object = {}) {
  const { body } = await place.megan.call<{ id: string; webhookUrl: string }>(
    "POST",
    `/api/channels/${place.general.id}/webhooks`,
    { name: "Logged", rateLimits: [], ...choices },
  );
  return body;
}

async function list(id: string, query = "", person = place.megan): Promise<Delivery[]> {
  const { body } = await person.call<{ items: Delivery[] }>("GET", `/api/connectors/${id}/deliveries?${query}`);
  return body.items;
}

async function details(id: string, deliveryId: string, person = place.megan): Promise<Delivery> {
  return (await person.call<Delivery>("GET", `/api/connectors/${id}/deliveries/${deliveryId}`)).body;
}

describe("the log of a webhook", () => {
  test("has each post with its request, verdict, answer and what is shown of it", async () => {
    const { id, webhookUrl } = await webhook();
    const sent = '{"@type":"MessageCard","summary":"Build 7","title":"Build 7 passed"}';
    const answer = await post(webhookUrl, sent, { "Content-Type": "application/json", "User-Agent": "ci/7" });
    const [first] = await list(id);
    expect(first).toMatchObject({
      id: answer.headers.get("request-id"),
      verdict: "accepted",
      reason: null,
      summary: "Build 7",
      status: 200,
      contentType: "application/json",
      userAgent: "ci/7",
      size: sent.length,
      againOf: null,
    });
    const whole = await details(id, first?.id ?? "");
    expect(whole).toMatchObject({
      answer: { contentType: "text/plain; charset=utf-8", text: "1" },
      body: sent,
      maySendAgain: true,
    });
    expect(readStoredPayload(whole.card ?? "").summary).toBe("Build 7");
  });

  test("keeps what was sent as it was, where that is not what is stored", async () => {
    const { id, webhookUrl } = await webhook();
    const sent = "{'text': 'single \u0000 quotes',}";
    await post(webhookUrl, sent);
    const [first] = await list(id);
    const whole = await details(id, first?.id ?? "");
    expect(whole.body).toBe(sent.replace("\u0000", "\uFFFD"));
    expect(whole.card).not.toBe(sent);
  });

  test.each([
    ["compatible", 400, "text/plain; charset=utf-8"],
    ["strict", 400, "application/problem+json; charset=utf-8"],
  ])("has what was refused with the very answer, in %s mode", async (mode, status, contentType) => {
    const { id, webhookUrl } = await webhook({ mode });
    const answer = await post(webhookUrl, '{"@type":"MessageCard","title":"T"}');
    const [first] = await list(id);
    expect(first).toMatchObject({ verdict: "refused", reason: "no-text-or-summary", status });
    const whole = await details(id, first?.id ?? "");
    expect(whole).toMatchObject({
      answer: { contentType, text: answer.text },
      body: '{"@type":"MessageCard","title":"T"}',
      card: null,
      explanation: expect.stringContaining("summary"),
    });
  });

  test("has what was too large without it, and what was throttled with it", async () => {
    const { id, webhookUrl } = await webhook({ rateLimits: [{ seconds: 86_400, max: 1 }] });
    await post(webhookUrl, '{"text":"taken"}');
    await post(webhookUrl, '{"text":"throttled"}');
    await post(webhookUrl, JSON.stringify({ text: "x".repeat(40_000) }));
    const [large, throttled] = await list(id);
    expect(large).toMatchObject({ verdict: "refused", reason: "too-large", size: 40_011 });
    expect(await details(id, large?.id ?? "")).toMatchObject({ body: null, card: null, maySendAgain: false });
    expect(throttled).toMatchObject({ verdict: "throttled", reason: "throttled" });
    expect(await details(id, throttled?.id ?? "")).toMatchObject({
      body: '{"text":"throttled"}',
      card: '{"text":"throttled"}',
      answer: { text: expect.stringContaining("HTTP error 429") },
    });
    const refused = await place.megan.call<Delivery>("POST", `/api/connectors/${id}/deliveries/${large?.id}/again`);
    expect([refused.status, refused.body.code]).toEqual([409, "delivery/not-kept"]);
  });

  test("is filtered by verdict and time, in pages, newest first", async () => {
    const { id, webhookUrl } = await webhook();
    const bodies = ['{"text":"1"}', "[1]", '{"text":"2"}', "[2]", '{"text":"3"}'];
    const moments: string[] = [];
    for (const body of bodies) {
      await post(webhookUrl, body);
      moments.push(new Date().toISOString());
      await new Promise((resume) => setTimeout(resume, 2));
    }
    expect((await list(id)).map(({ verdict }) => verdict)).toEqual([
      "accepted",
      "refused",
      "accepted",
      "refused",
      "accepted",
    ]);
    expect((await list(id, "verdict=accepted")).map(({ summary }) => summary)).toEqual(["3", "2", "1"]);
    expect(await list(id, "verdict=refused")).toHaveLength(2);
    expect(await list(id, "verdict=throttled")).toEqual([]);
    expect((await list(id, `since=${moments[3]}`)).map(({ summary }) => summary)).toEqual(["3"]);
    expect(await list(id, `until=${moments[1]}`)).toHaveLength(2);
    const seen: string[] = [];
    for (let cursor = ""; ; ) {
      const { body } = await place.megan.call<{ items: Delivery[]; nextCursor: string | null }>(
        "GET",
        `/api/connectors/${id}/deliveries?limit=2${cursor}`,
      );
      seen.push(...body.items.map((one) => one.id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(seen).toEqual((await list(id)).map((one) => one.id));
    expect((await place.megan.call("GET", `/api/connectors/${id}/deliveries?verdict=lost`)).status).toBe(400);
    expect((await place.megan.call("GET", `/api/connectors/${id}/deliveries?since=yesterday`)).status).toBe(400);
  });

  test("goes back thirty days", async () => {
    const { id, webhookUrl } = await webhook();
    await post(webhookUrl, '{"text":"old"}');
    const [old] = await list(id);
    clock = new Date(Date.now() + 30 * 86_400_000 + 60_000);
    expect(await list(id)).toEqual([]);
    expect((await place.megan.call("GET", `/api/connectors/${id}/deliveries/${old?.id}`)).status).toBe(404);
    clock = undefined;
    expect(await list(id)).toHaveLength(1);
  });

  test("is read by members; an administrator outside the team sees that something was posted, not what", async () => {
    const { id, webhookUrl } = await webhook();
    await post(webhookUrl, '{"text":"among us"}');
    const [own] = await list(id);
    const calls: [string, string][] = [
      ["GET", `/api/connectors/${id}/deliveries`],
      ["GET", `/api/connectors/${id}/deliveries/${own?.id}`],
      ["POST", `/api/connectors/${id}/deliveries/${own?.id}/again`],
    ];
    for (const [method, path] of calls) {
      expect((await place.alex.call(method, path)).status).toBe(404);
      expect((await new TestPerson(place.server.url).call(method, path)).status).toBe(401);
    }
    const other = await webhook();
    expect((await place.megan.call("GET", `/api/connectors/${other.id}/deliveries/${own?.id}`)).status).toBe(404);
    await place.ada.call("POST", "/api/people", {
      upn: "root@contoso.test",
      displayName: "Root",
      password: "correct-horse-9",
      roles: ["globalAdministrator"],
    });
    const root = await TestPerson.signedIn(place.server.url, "root@contoso.test", "correct-horse-9");
    expect(await list(id, "", root)).toMatchObject([{ verdict: "accepted", summary: null }]);
    expect(await details(id, own?.id ?? "", root)).toMatchObject({ body: null, card: null, maySendAgain: true });
  });
});

describe("sending again", () => {
  test("posts the same anew as a delivery of its own that names the old one", async () => {
    const { id, webhookUrl } = await webhook();
    await post(webhookUrl, "payload=%7B%22text%22%3A%22form%22%7D", {
      "Content-Type": "application/x-www-form-urlencoded",
    });
    const [first] = await list(id);
    const again = await place.megan.call<Delivery>("POST", `/api/connectors/${id}/deliveries/${first?.id}/again`);
    expect(again.status).toBe(201);
    expect(again.body).toMatchObject({
      verdict: "accepted",
      againOf: first?.id,
      sentBy: "Megan Bowen",
      summary: "form",
    });
    expect(again.body.id).not.toBe(first?.id);
    const messages = await place.megan.call<{ items: { id: string; summary: string }[] }>(
      "GET",
      `/api/channels/${place.general.id}/messages?limit=2`,
    );
    expect(messages.body.items.map((message) => message.id)).toEqual([again.body.id, first?.id]);
    const twice = await place.megan.call<Delivery>("POST", `/api/connectors/${id}/deliveries/${again.body.id}/again`);
    expect(twice.body).toMatchObject({
      verdict: "accepted",
      againOf: again.body.id,
      body: first && expect.any(String),
    });
  });

  test("brings what was throttled into the channel once there is room, and is counted itself", async () => {
    const { id, webhookUrl } = await webhook({ rateLimits: [{ seconds: 86_400, max: 1 }] });
    await post(webhookUrl, '{"text":"first"}');
    await post(webhookUrl, '{"text":"second"}');
    const [throttled] = await list(id);
    const path = `/api/connectors/${id}/deliveries/${throttled?.id}/again`;
    expect((await place.megan.call<Delivery>("POST", path)).body).toMatchObject({ verdict: "throttled" });
    await place.megan.call("PATCH", `/api/connectors/${id}`, { rateLimits: [{ seconds: 86_400, max: 2 }] });
    expect((await place.megan.call<Delivery>("POST", path)).body).toMatchObject({
      verdict: "accepted",
      summary: "second",
    });
    expect((await place.megan.call<Delivery>("POST", path)).body).toMatchObject({ verdict: "throttled" });
  });

  test("is nothing for those who may not manage connectors here", async () => {
    const { id, webhookUrl } = await webhook();
    await post(webhookUrl, '{"text":"x"}');
    const [first] = await list(id);
    const switches = `/api/teams/${place.team.id}/connector-switches`;
    await place.ada.call("PATCH", switches, { allowMemberConnectors: false });
    const path = `/api/connectors/${id}/deliveries/${first?.id}/again`;
    expect((await place.megan.call<Delivery>("POST", path)).status).toBe(403);
    expect((await place.ada.call<Delivery>("POST", path)).status).toBe(201);
    await place.ada.call("PATCH", switches, { allowMemberConnectors: true });
  });
});
