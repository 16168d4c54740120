import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Contoso, contoso, post } from "../testing/contoso.ts";
import { type MailServer, mailServer } from "../testing/mail-server.ts";
import type { TestPerson } from "../testing/test-server.ts";
import { until } from "../testing/until.ts";

interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

let place: Contoso;
let smtp: MailServer;
let clock: Date | undefined;
const received: Received[] = [];
/** What the receiver answers next, by path; 200 when nothing stands here. */
const answers = new Map<string, { status: number; body?: string; headers?: Record<string, string> }[]>();
const receiver = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const path = request.url ?? "";
    received.push({ path, headers: request.headers, body: Buffer.concat(chunks).toString() });
    const [answer = { status: 200 }, ...rest] = answers.get(path) ?? [];
    if (rest.length > 0) answers.set(path, rest);
    response.writeHead(answer.status, answer.headers).end(answer.body ?? "ok");
  });
});
const receiverUrl = (path: string) => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}${path}`;

beforeAll(async () => {
  smtp = await mailServer();
  await new Promise<void>((listening) => receiver.listen(0, "127.0.0.1", listening));
  place = await contoso({ now: () => clock ?? new Date(), settings: { smtpUrl: smtp.url } });
});
beforeEach(() => {
  clock = undefined;
});
afterAll(async () => {
  await place.server.dispose();
  await smtp.stop();
  receiver.close();
});

interface Target {
  id: string;
  kind: string;
  format: string | null;
  address: string | null;
  state: string;
  stopReason: string | null;
  pending: number;
  dead: number;
  failingSince: string | null;
  nextAttemptAt: string | null;
  lastAnswer: string | null;
  signed: boolean;
  secret: string | null;
  createdBy: string | null;
  code?: string;
  detail?: string;
}

interface Delivery {
  id: string;
  summary: string;
  state: string;
  attempts: number;
  status: number | null;
  answer: string | null;
}

async function webhook(): Promise<{ id: string; url: string }> {
  const path = `/api/channels/${place.general.id}/webhooks`;
  const { body } = await place.megan.call<{ id: string; webhookUrl: string }>("POST", path, { name: "Deployments" });
  return { id: body.id, url: body.webhookUrl };
}

async function target(configurationId: string, wanted: object, person: TestPerson = place.megan) {
  const { status, body } = await person.call<Target>("POST", `/api/connectors/${configurationId}/targets`, wanted);
  if (status !== 201) throw new Error(`Adding a target answered ${status}: ${JSON.stringify(body)}`);
  const path = `/api/connectors/${configurationId}/targets/${body.id}`;
  return {
    ...body,
    path,
    now: async () => (await person.call<Target>("GET", path)).body,
    deliveries: async (query = "") =>
      (await person.call<{ items: Delivery[] }>("GET", `${path}/deliveries${query}`)).body.items,
  };
}

let paths = 0;
const relayTo = (format = "json") => {
  const path = `/hook/${++paths}`;
  return { path, wanted: { kind: "relay", format, url: `${receiverUrl(path)}?sig=secret` } };
};
const at = (path: string) => received.filter((each) => each.path.startsWith(path));
const send = async (url: string, text: string) => (await post(url, JSON.stringify({ text }))).headers.get("request-id");

describe("a relay of plain JSON", () => {
  test("gets every card in order, with CloudEvents headers and a signature that verifies", async () => {
    const { path, wanted } = relayTo();
    const { id, url } = await webhook();
    const made = await target(id, wanted);
    expect(made).toMatchObject({
      kind: "relay",
      format: "json",
      state: "active",
      signed: true,
      createdBy: "Megan Bowen",
    });
    expect(made.secret).toMatch(/^whsec_/);
    expect(made.address).toBe(`${receiverUrl("")}/…`);
    const ids = [await send(url, "one"), await send(url, "two"), await send(url, "three")];
    await until(() => at(path).length === 3);
    const bodies = at(path).map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect(bodies.map((body) => [body.id, body.summary])).toEqual([
      [ids[0], "one"],
      [ids[1], "two"],
      [ids[2], "three"],
    ]);
    expect(bodies[0]).toMatchObject({
      connector: { id, name: "Deployments" },
      team: { name: "Engineering" },
      channel: { name: "General" },
      text: "one",
      cards: [{ kind: "text", card: { text: "one" }, adaptiveCard: { type: "AdaptiveCard" } }],
    });
    const [first] = at(path) as [Received];
    expect(first.headers).toMatchObject({
      "ce-specversion": "1.0",
      "ce-id": ids[0],
      "ce-type": "parvis.card.posted",
      "content-type": expect.stringContaining("application/json"),
      "webhook-id": ids[0],
    });
    const signed = new Webhook(made.secret ?? "");
    expect(signed.verify(first.body, first.headers as Record<string, string>)).toMatchObject({ id: ids[0] });
    await until(async () => (await made.deliveries("?state=delivered")).length === 3);
    expect((await made.now()).secret).toBeUndefined();
    expect(await made.deliveries()).toMatchObject([
      { id: ids[2], summary: "three", state: "delivered", attempts: 1, status: 200, answer: "HTTP 200: ok" },
      { id: ids[1] },
      { id: ids[0] },
    ]);
  });

  test("is signed with the new and the old secret for a day after a rotation", async () => {
    const { path, wanted } = relayTo();
    const { id, url } = await webhook();
    const made = await target(id, wanted);
    const rotated = await place.megan.call<{ secret: string; previousSecretUntil: string }>(
      "POST",
      `${made.path}/secret`,
    );
    expect(rotated.body.secret).not.toBe(made.secret);
    await send(url, "both");
    await until(() => at(path).length === 1);
    const [{ headers, body }] = at(path) as [Received];
    for (const secret of [made.secret ?? "", rotated.body.secret]) {
      expect(() => new Webhook(secret).verify(body, headers as Record<string, string>)).not.toThrow();
    }
    clock = new Date(Date.parse(rotated.body.previousSecretUntil) + 1_000);
    await send(url, "new only");
    await until(() => at(path).length === 2);
    expect(String(at(path)[1]?.headers["webhook-signature"]).split(" ")).toHaveLength(1);
  });

  test("that says later is tried later, in order, and not before it asked", async () => {
    const { path, wanted } = relayTo();
    answers.set(`${path}?sig=secret`, [
      { status: 429, headers: { "Retry-After": "600" }, body: "slow down" },
      { status: 200 },
    ]);
    const { id, url } = await webhook();
    const made = await target(id, wanted);
    await send(url, "first");
    await until(async () => (await made.now()).failingSince !== null);
    await send(url, "second");
    const failing = await made.now();
    expect(failing).toMatchObject({ state: "active", pending: 2, lastAnswer: "HTTP 429: slow down" });
    expect(Date.parse(failing.nextAttemptAt ?? "") - Date.now()).toBeGreaterThan(500_000);
    expect(at(path)).toHaveLength(1);
    clock = new Date(Date.parse(failing.nextAttemptAt ?? "") + 1_000);
    await send(url, "third");
    await until(() => at(path).length === 4);
    const summaries = at(path).map(({ body }) => (JSON.parse(body) as { summary: string }).summary);
    expect(summaries).toEqual(["first", "first", "second", "third"]);
    await until(async () => (await made.now()).pending === 0);
    expect(await made.now()).toMatchObject({ failingSince: null, nextAttemptAt: null });
  });

  test("that refuses one card gets the next; the card is a dead letter, and goes again by hand", async () => {
    const { path, wanted } = relayTo();
    answers.set(`${path}?sig=secret`, [{ status: 400, body: "no such field" }, { status: 200 }]);
    const { id, url } = await webhook();
    const made = await target(id, wanted);
    const refused = await send(url, "refused");
    await until(() => at(path).length === 1);
    await send(url, "taken");
    await until(() => at(path).length === 2);
    await until(async () => (await made.now()).dead === 1);
    expect(await made.deliveries("?state=dead")).toMatchObject([
      { id: refused, state: "dead", status: 400, answer: "HTTP 400: no such field" },
    ]);
    const again = await place.megan.call<{ queued: number }>("POST", `${made.path}/deliveries/${refused}/redeliver`);
    expect([again.status, again.body.queued]).toEqual([202, 1]);
    await until(() => at(path).length === 3);
    await until(async () => (await made.now()).dead === 0);
    const all = await place.megan.call<{ queued: number }>("POST", `${made.path}/redeliver`);
    expect(all.body.queued).toBe(0);
  });

  test("that takes nothing for a day has dead letters, and after three days is stopped with a mail to its owner", async () => {
    const { path, wanted } = relayTo();
    answers.set(`${path}?sig=secret`, [{ status: 503 }]);
    const { id, url } = await webhook();
    const made = await target(id, wanted);
    const start = Date.now();
    await send(url, "a");
    await until(async () => (await made.now()).failingSince !== null);
    clock = new Date(start + 25 * 3_600_000);
    await send(url, "b");
    await until(async () => (await made.now()).dead === 1);
    expect(await made.now()).toMatchObject({ state: "active", pending: 1 });
    clock = new Date(start + 73 * 3_600_000);
    const mails = smtp.received.length;
    await send(url, "c");
    await until(async () => (await made.now()).state === "stopped");
    expect(await made.now()).toMatchObject({ stopReason: "failing", pending: 0, dead: 3 });
    await until(() => smtp.received.length > mails);
    const notice = smtp.received.at(-1);
    expect(notice?.to).toEqual(["megan@contoso.test"]);
    expect(notice?.email.subject).toContain("Deployments");
    expect(notice?.email.text).toContain("503");
    await send(url, "d");
    await until(async () => (await made.now()).dead === 4);
    const refused = await place.megan.call<Target>("POST", `${made.path}/redeliver`);
    expect([refused.status, refused.body.code]).toEqual([409, "target/stopped"]);
    answers.delete(`${path}?sig=secret`);
    const before = at(path).length;
    await place.megan.call("PATCH", made.path, { state: "active" });
    const again = await place.megan.call<{ queued: number }>("POST", `${made.path}/redeliver`);
    expect(again.body.queued).toBe(4);
    await until(() => at(path).length === before + 4);
    const summaries = at(path)
      .slice(before)
      .map(({ body }) => (JSON.parse(body) as { summary: string }).summary);
    expect(summaries).toEqual(["a", "b", "c", "d"]);
  });

  test("that is gone is stopped at once", async () => {
    const { path, wanted } = relayTo();
    answers.set(`${path}?sig=secret`, [{ status: 410 }]);
    const { id, url } = await webhook();
    const made = await target(id, wanted);
    await send(url, "a");
    await until(async () => (await made.now()).state === "stopped");
    expect((await made.now()).stopReason).toBe("gone");
  });
});

describe("a relay", () => {
  test("to Teams Workflows gets an Adaptive Card, to Slack blocks and text", async () => {
    const [workflows, slack] = [relayTo("workflows"), relayTo("slack")];
    const { id, url } = await webhook();
    const made = await target(id, workflows.wanted);
    expect([made.signed, made.secret]).toEqual([false, null]);
    await target(id, slack.wanted);
    const card = { "@type": "MessageCard", title: "Build **42**", text: "failed on [main](https://ci.example/42)" };
    await post(url, JSON.stringify(card));
    await until(() => at(workflows.path).length === 1 && at(slack.path).length === 1);
    expect(JSON.parse(at(workflows.path)[0]?.body ?? "")).toMatchObject({
      type: "message",
      attachments: [
        { contentType: "application/vnd.microsoft.card.adaptive", content: { type: "AdaptiveCard", version: "1.5" } },
      ],
    });
    const message = JSON.parse(at(slack.path)[0]?.body ?? "") as { text: string; blocks: object[] };
    expect(message.text).toContain("failed on <https://ci.example/42|main>");
    expect(message.blocks.length).toBeGreaterThan(0);
  });

  test("can be tested at once, and the answer is told", async () => {
    const { path, wanted } = relayTo("slack");
    answers.set(`${path}?sig=secret`, [{ status: 404, body: "no_service" }]);
    const { id } = await webhook();
    const made = await target(id, wanted);
    const answer = await place.megan.call("POST", `${made.path}/test`);
    expect(answer.body).toEqual({ delivered: false, status: 404, answer: "HTTP 404: no_service" });
    expect(at(path)).toHaveLength(1);
    expect(await made.deliveries()).toEqual([]);
  });

  test.each([
    ["not an address", "no", "target/address-refused"],
    ["another protocol", "ftp://a.example/", "target/address-refused"],
    ["a private address", "http://10.1.2.3/", "outbound/refused"],
  ])("is refused for %s", async (_, url, code) => {
    const { id } = await webhook();
    const answer = await place.megan.call("POST", `/api/connectors/${id}/targets`, {
      kind: "relay",
      format: "json",
      url,
    });
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  });

  test("to a webhook of this Parvis is refused: cards would go in circles", async () => {
    const { id, url } = await webhook();
    const answer = await place.megan.call("POST", `/api/connectors/${id}/targets`, {
      kind: "relay",
      format: "json",
      url,
    });
    expect([answer.status, answer.body.code]).toEqual([400, "target/address-refused"]);
  });

  test("gets another address, keeps its secret, and is gone when removed", async () => {
    const [one, two] = [relayTo(), relayTo()];
    const { id, url } = await webhook();
    const made = await target(id, one.wanted);
    const changed = await place.megan.call<Target>("PATCH", made.path, { url: two.wanted.url });
    expect([changed.status, changed.body.secret]).toEqual([200, null]);
    await send(url, "to two");
    await until(() => at(two.path).length === 1);
    const [{ headers, body }] = at(two.path) as [Received];
    expect(() => new Webhook(made.secret ?? "").verify(body, headers as Record<string, string>)).not.toThrow();
    expect((await place.megan.call("DELETE", made.path)).status).toBe(204);
    expect((await place.megan.call("GET", made.path)).status).toBe(404);
    await send(url, "to nobody");
    expect(at(one.path)).toHaveLength(0);
  });

  test("is nobody's who is not in the team", async () => {
    const { id } = await webhook();
    const made = await target(id, relayTo().wanted);
    for (const [method, path] of [
      ["GET", made.path],
      ["GET", `${made.path}/deliveries`],
      ["POST", `${made.path}/test`],
      ["DELETE", made.path],
    ] as const) {
      expect((await place.alex.call(method, path)).status).toBe(404);
    }
    const other = await webhook();
    expect((await place.megan.call("GET", `/api/connectors/${other.id}/targets/${made.id}`)).status).toBe(404);
  });
});
