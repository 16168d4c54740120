import { createRemoteJWKSet, jwtVerify } from "jose";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "../platform/identifiers.ts";
import { type Contoso, configuredConnector, contoso, post, tenantId } from "../testing/contoso.ts";
import { startTarget, type Target } from "../testing/target.ts";
import type { TestPerson } from "../testing/test-server.ts";
import { until } from "../testing/until.ts";

interface MessageBody {
  readonly id: string;
  readonly revision: number;
  readonly summary: string;
  readonly body: string;
  readonly statuses: { card: number; action: string; text: string | null; actor: { name: string }; at: string }[];
  readonly code?: string;
  readonly detail?: string;
  readonly issues?: { id: string; problem: string }[];
}

interface Pressing {
  readonly person?: TestPerson;
  readonly at?: string;
  readonly card?: number;
  readonly revision?: number;
  readonly pressId?: string;
  readonly inputs?: Record<string, string>;
}

let place: Contoso;
let target: Target;
let webhookUrl: string;

beforeAll(async () => {
  [place, target] = await Promise.all([contoso(), startTarget()]);
  ({ webhookUrl } = await configuredConnector(place));
});
afterAll(async () => {
  await place?.server.dispose();
  await target?.close();
});
beforeEach(async () => {
  target.received.length = 0;
  target.reply = {};
  // Each test presses as somebody who has pressed nothing lately.
  await query("update card_press set started_at = started_at - interval '2 minutes'");
});

async function query<Row>(statement: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: place.server.databaseUrl });
  await client.connect();
  return (await client.query(statement, values).finally(async () => await client.end())).rows as Row[];
}

/** Posts a card. @returns its message's id. */
async function posted(card: object): Promise<string> {
  const answer = await post(webhookUrl, JSON.stringify(card));
  if (answer.text !== "1") throw new Error(`The card was refused: ${answer.text}`);
  return answer.headers.get("request-id") ?? "";
}

const httpPost = (fields: object = {}) => ({ "@type": "HttpPOST", name: "Approve", target: target.url, ...fields });
const asking = (action: object, fields: object = {}) => ({
  "@type": "MessageCard",
  text: "May I?",
  potentialAction: [action],
  ...fields,
});

async function press(messageId: string, { person = place.megan, ...asked }: Pressing = {}) {
  const body = { pressId: newId(), revision: 0, card: 0, at: "/potentialAction/0", inputs: {}, ...asked };
  return await person.call<MessageBody>(
    "POST",
    `/api/channels/${place.general.id}/messages/${messageId}/presses`,
    body,
  );
}

async function read(messageId: string): Promise<MessageBody> {
  const page = await place.megan.call<{ items: MessageBody[] }>("GET", `/api/channels/${place.general.id}/messages`);
  const found = page.body.items.find(({ id }) => id === messageId);
  if (found === undefined) throw new Error("The message is not in the channel.");
  return found;
}

async function personId(person: TestPerson): Promise<string> {
  return (await person.call<{ person: { id: string } }>("GET", "/api/session")).body.person.id;
}

describe("an HttpPOST", () => {
  test("carries a token that anybody can check by the published keys, with the claims of the actor and the target", async () => {
    const { connectorId } = { connectorId: "8c1f1d6e-3a0f-4a0e-9c57-2a7f3f1d9b01" };
    const id = await posted(asking(httpPost({ target: `${target.url}/approve?id=7` }), { correlationId: "order-7" }));
    expect((await press(id)).status).toBe(200);
    const [request] = target.received;
    expect(request).toMatchObject({ method: "POST", path: "/approve?id=7" });
    expect(request?.headers).toMatchObject({ "card-correlation-id": "order-7", "content-type": "application/json" });
    expect(request?.headers["action-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    const token = (request?.headers.authorization ?? "").replace(/^Bearer /, "");
    const keys = createRemoteJWKSet(new URL(`${place.server.url}/${tenantId}/discovery/v2.0/keys`));
    const { payload } = await jwtVerify(token, keys, {
      audience: target.origin,
      issuer: `${place.server.url}/${tenantId}/v2.0`,
      algorithms: ["RS256"],
    });
    const megan = await personId(place.megan);
    expect(payload).toMatchObject({ sub: megan, oid: megan, tid: tenantId, sender: connectorId });
    expect(payload).not.toHaveProperty("email");
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
  });

  test("moves the token aside where the card has an Authorization of its own, empty or not, and takes other headers", async () => {
    for (const [value, own] of [
      ["", undefined],
      [null, undefined],
      ["Basic eA==", "Basic eA=="],
    ] as const) {
      const headers = [
        { name: "Authorization", value },
        { name: "X-Own", value: "é" },
        { name: "Host", value: "evil.example" },
        { name: "Bad\r\nName", value: "x" },
        { name: "X-Bad", value: "a\r\nb: c" },
      ];
      await press(await posted(asking(httpPost({ headers }))));
      const got = target.received.at(-1)?.headers;
      expect(got?.authorization).toBe(own);
      expect(got?.["action-authorization"]).toMatch(/^Bearer ey/);
      expect(Buffer.from(got?.["x-own"]?.toString() ?? "", "latin1").toString("utf8")).toBe("é");
      expect(got?.host).toBe(new URL(target.url).host);
      expect(got).not.toHaveProperty("x-bad");
    }
  });

  test("puts inputs into target and body, encoded for where they stand, in both types of body", async () => {
    const inputs = [{ "@type": "TextInput", id: "why", title: "Why" }];
    const fields = { target: `${target.url}/{{why.value}}`, body: '{"why":"{{why.value}}"}' };
    const form = { ...fields, body: "why={{why.value}}&x=1", bodyContentType: "application/x-www-form-urlencoded" };
    const card = asking({ "@type": "ActionCard", name: "More", inputs, actions: [httpPost(fields), httpPost(form)] });
    const id = await posted(card);
    const why = 'a"b&c/../é';
    await press(id, { at: "/potentialAction/0/actions/0", inputs: { why, other: "never sent" } });
    await press(id, { at: "/potentialAction/0/actions/1", revision: 1, inputs: { why } });
    const [json, encoded] = target.received;
    expect(json?.path).toBe(`/${encodeURIComponent(why)}`);
    expect(JSON.parse(json?.body ?? "")).toEqual({ why });
    expect(new URLSearchParams(encoded?.body).get("why")).toBe(why);
    expect(encoded?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  });

  test("is not sent when what was filled in does not fit, with every reason", async () => {
    const inputs = [
      { "@type": "TextInput", id: "why", title: "Why", isRequired: true },
      { "@type": "DateInput", id: "when" },
      { "@type": "MultichoiceInput", id: "who", choices: [{ display: "A", value: "a" }] },
    ];
    const id = await posted(asking({ "@type": "ActionCard", name: "More", inputs, actions: [httpPost()] }));
    const at = "/potentialAction/0/actions/0";
    const answer = await press(id, { at, inputs: { when: "tomorrow", who: "b" } });
    expect([answer.status, answer.body.code]).toEqual([422, "card/inputs-wrong"]);
    expect(answer.body.issues?.map(({ id: input, problem }) => [input, problem])).toEqual([
      ["why", "required"],
      ["when", "not-a-date"],
      ["who", "not-a-choice"],
    ]);
    expect(target.received).toEqual([]);
  });
});

describe("what the other side answers", () => {
  test("CARD-ACTION-STATUS is kept with the card, with who and when, in any language and as text", async () => {
    target.reply = { headers: { "CARD-ACTION-STATUS": "Approuvé — <b>merci</b>" } };
    const id = await posted(asking(httpPost()));
    const answer = await press(id);
    expect(answer.status).toBe(200);
    const [status] = answer.body.statuses;
    expect(status).toMatchObject({
      card: 0,
      action: "Approve",
      text: "Approuvé — <b>merci</b>",
      actor: { name: "Megan Bowen" },
    });
    expect(Date.parse(status?.at ?? "")).toBeGreaterThan(Date.now() - 60_000);
    expect(await read(id)).toMatchObject({ revision: 1, statuses: [status] });
  });

  test("CARD-UPDATE-IN-BODY replaces the card and its summary, for everybody at once", async () => {
    const id = await posted(asking(httpPost()));
    const abort = new AbortController();
    const stream = await fetch(`${place.server.url}/api/live`, {
      headers: { Cookie: place.ada.cookie },
      signal: abort.signal,
    });
    let heard = "";
    void (async () => {
      for await (const chunk of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) heard += chunk;
    })().catch(() => undefined);
    await until(() => heard.includes("event: hello"));
    target.reply = {
      headers: { "CARD-UPDATE-IN-BODY": "true", "CARD-ACTION-STATUS": "Approved" },
      body: JSON.stringify({ "@type": "MessageCard", title: "Approved by Megan" }),
    };
    const answer = await press(id);
    expect(answer.body).toMatchObject({ revision: 1, summary: "Approved by Megan", statuses: [{ text: "Approved" }] });
    expect(JSON.parse((await read(id)).body)).toEqual({ "@type": "MessageCard", title: "Approved by Megan" });
    await until(() => /event: revision\ndata: .*Approved by Megan/.test(heard));
    expect(heard).not.toContain("event: message");
    abort.abort();
  });

  test("the old card's buttons are gone with it: who still sees them is told", async () => {
    target.reply = {
      headers: { "CARD-UPDATE-IN-BODY": "true" },
      body: JSON.stringify(asking(httpPost({ name: "Undo" }))),
    };
    const id = await posted(asking(httpPost()));
    await press(id);
    const late = await press(id, { person: place.ada });
    expect([late.status, late.body.code]).toEqual([409, "card/changed"]);
    expect(target.received).toHaveLength(1);
    expect((await press(id, { person: place.ada, revision: 1 })).body.statuses[0]?.action).toBe("Undo");
  });

  test("a card of several keeps the others and their statuses", async () => {
    const attachments = ["one", "two"].map((name) => ({
      contentType: "application/vnd.microsoft.teams.card.o365connector",
      content: asking(httpPost({ name })),
    }));
    const id = await posted({ type: "message", attachments });
    await press(id, { card: 1 });
    target.reply = { headers: { "CARD-UPDATE-IN-BODY": "true" }, body: '{"text":"first is done"}' };
    const { body } = await press(id, { card: 0, revision: 1 });
    expect(body.statuses.map(({ card, action }) => [card, action])).toEqual([
      [1, "two"],
      [0, "one"],
    ]);
    expect(body.body).toContain("first is done");
    expect(body.body).toContain('"two"');
  });

  test.each([
    [
      { status: 403, headers: { "CARD-ACTION-STATUS": "Only managers may." } },
      "card/target-refused",
      /answered 403.*Only managers may\./,
    ],
    [{ status: 500, body: "<html>trace</html>" }, "card/target-refused", /answered 500/],
    [{ status: 302, headers: { Location: "http://169.254.169.254/" } }, "card/target-refused", /302.*does not follow/],
    [{ hangUp: true }, "card/target-failed", /cannot be reached/],
    [{ headers: { "CARD-UPDATE-IN-BODY": "true" }, body: "no card" }, "card/answer-unreadable", /stays as it was/],
  ])("%j changes nothing and is told in words", async (reply, code, words) => {
    target.reply = reply;
    const id = await posted(asking(httpPost()));
    const before = await read(id);
    const answer = await press(id);
    expect([answer.status, answer.body.code]).toEqual([502, code]);
    expect(answer.body.detail).toMatch(words);
    expect(await read(id)).toEqual(before);
    // Pressed again it is sent again: who presses after a failure means it.
    target.reply = {};
    expect((await press(id)).status).toBe(200);
  });

  test("one who takes too long is given up, and the card stays", async () => {
    target.reply = { after: new Promise((done) => setTimeout(done, 60_000).unref()) };
    const id = await posted(asking(httpPost()));
    const answer = await press(id);
    expect(answer.body).toMatchObject({ code: "card/target-failed", detail: expect.stringContaining("in time") });
    expect((await read(id)).revision).toBe(0);
  });

  test.each(["http://10.0.0.1/", "http://169.254.169.254/latest", "http://[::1]:1/", "http://0.0.0.0:1/"])(
    "nothing is sent to the private address %s",
    async (address) => {
      const answer = await press(await posted(asking(httpPost({ target: address }))));
      expect([answer.status, answer.body.code]).toEqual([403, "card/target-not-allowed"]);
      expect(answer.body.detail).toContain("PARVIS_PRIVATE_TARGETS");
    },
  );
});

describe("pressing twice", () => {
  test("sends once: a double click, two tabs, a request tried again; each gets the first's outcome", async () => {
    let answerNow: () => void = () => undefined;
    const after = new Promise<void>((done) => {
      answerNow = done;
    });
    target.reply = { after, headers: { "CARD-ACTION-STATUS": "Counted" } };
    const id = await posted(asking(httpPost()));
    const pressId = newId();
    const presses = [press(id, { pressId }), press(id, { pressId }), press(id), press(id)];
    await until(() => target.received.length > 0);
    answerNow();
    const answers = await Promise.all(presses);
    expect(answers.map(({ status, body }) => [status, body.statuses[0]?.text])).toEqual(
      Array(4).fill([200, "Counted"]),
    );
    // An answer that was lost on its way is asked for again, however late.
    await query("update card_press set started_at = started_at - interval '1 hour'");
    expect((await press(id, { pressId })).body.revision).toBe(1);
    // So is a press from a page that has not seen what the first one did.
    expect((await press(id, { revision: 0 })).status).toBe(200);
    expect(target.received).toHaveLength(1);
    // Who saw it and presses again means it.
    expect((await press(id, { revision: 1 })).body.revision).toBe(2);
    expect(target.received).toHaveLength(2);
  });

  test("two people are two presses", async () => {
    const id = await posted(asking(httpPost()));
    await Promise.all([press(id), press(id, { person: place.ada })]);
    expect(target.received).toHaveLength(2);
    expect((await read(id)).revision).toBe(2);
  });

  test("with other inputs is another press", async () => {
    const inputs = [{ "@type": "TextInput", id: "why" }];
    const id = await posted(asking({ "@type": "ActionCard", name: "More", inputs, actions: [httpPost()] }));
    const at = "/potentialAction/0/actions/0";
    await Promise.all([press(id, { at, inputs: { why: "a" } }), press(id, { at, inputs: { why: "b" } })]);
    expect(target.received).toHaveLength(2);
  });

  test("after a node stopped in between says that nobody knows, and can be done anew", async () => {
    const id = await posted(asking(httpPost()));
    const pressId = newId();
    await press(id, { pressId });
    await query(
      "update card_press set state = 'running', started_at = now() - interval '31 seconds' where press_id = $1",
      [pressId],
    );
    expect((await press(id, { pressId })).body.code).toBe("card/outcome-unknown");
    expect((await press(id, { revision: 1 })).status).toBe(200);
    expect(target.received).toHaveLength(2);
  });

  test("more than thirty a minute is too often", async () => {
    await query("delete from card_press");
    const id = await posted(asking(httpPost()));
    await press(id);
    await query(
      `insert into card_press select tenant_id, person_id, gen_random_uuid(), channel_id, message_id, sameness, revision, 'failed', null, now(), now()
       from card_press, generate_series(1, 29)`,
    );
    const answer = await press(id, { revision: 1 });
    expect([answer.status, answer.body.code]).toEqual([429, "card/pressed-too-often"]);
    await query("delete from card_press");
  });
});

describe("who may press what", () => {
  test("only those a card expects, by their address; then the token names it", async () => {
    const id = await posted(asking(httpPost(), { expectedActors: ["Megan@Contoso.test", "boss@contoso.test"] }));
    const other = await press(id, { person: place.ada });
    expect([other.status, other.body.code]).toEqual([403, "card/not-expected"]);
    expect((await press(id)).status).toBe(200);
    const [request] = target.received;
    const claims = request?.headers.authorization?.split(".")[1] ?? "";
    expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({ email: "megan@contoso.test" });
  });

  test("nobody outside the team, and nothing but buttons of the stored card", async () => {
    const id = await posted(asking(httpPost()));
    expect((await press(id, { person: place.alex })).status).toBe(404);
    expect((await press(newId())).body.code).toBe("message/not-found");
    for (const at of ["/potentialAction/1", "/sections/0/potentialAction/0", "/answer/0", "nonsense"])
      expect((await press(id, { at })).body.code).toBe("card/action-not-found");
    expect((await press(id, { card: 1 })).body.code).toBe("card/action-not-found");
    expect(target.received).toEqual([]);
  });

  test("nobody while the organisation has buttons switched off; then everything works as before", async () => {
    const id = await posted(asking(httpPost()));
    const buttons = async () =>
      (await place.megan.call<{ refusal: object | null }>("GET", `/api/channels/${place.general.id}/card-buttons`))
        .body;
    await place.ada.call("PATCH", "/api/settings", { connectorsActionableMessagesEnabled: false });
    expect(await buttons()).toMatchObject({ refusal: { code: "connector/buttons-off" } });
    const answer = await press(id);
    expect([answer.status, answer.body.code]).toEqual([403, "connector/buttons-off"]);
    expect(target.received).toEqual([]);
    await place.ada.call("PATCH", "/api/settings", { connectorsActionableMessagesEnabled: true });
    expect(await buttons()).toMatchObject({ refusal: null });
    expect((await press(id)).status).toBe(200);
  });

  test("each press is an event, whatever came of it", async () => {
    const id = await posted(asking(httpPost()));
    await press(id);
    target.reply = { status: 500 };
    await press(id, { revision: 1 });
    const events = await query<{ actor_id: string; team_id: string; detail: object }>(
      "select actor_id, team_id, detail from event where operation = 'PerformedCardAction' and subject_id = $1 order by position",
      [id],
    );
    const host = new URL(target.url).host;
    expect(events.map(({ detail }) => detail)).toEqual([
      { action: "Approve", target: host, outcome: "done" },
      { action: "Approve", target: host, outcome: "card/target-refused" },
    ]);
    expect(events[0]).toMatchObject({ actor_id: await personId(place.megan), team_id: place.team.id });
  });
});

describe("answers of Adaptive Cards", () => {
  const card = (...actions: object[]) => ({
    type: "AdaptiveCard",
    version: "1.5",
    body: [
      { type: "TextBlock", text: "Done?" },
      { type: "Input.Text", id: "note", isRequired: true },
    ],
    actions,
  });

  test("Action.Submit sends its data and the inputs to the target that the card names", async () => {
    const data = { "parvis:target": `${target.url}/answers`, ticket: 7 };
    const id = await posted(card({ type: "Action.Submit", title: "OK", data }));
    expect((await press(id, { at: "/answer/0" })).body.code).toBe("card/inputs-wrong");
    target.reply = { headers: { "CARD-ACTION-STATUS": "Noted" } };
    const answer = await press(id, { at: "/answer/0", inputs: { note: "yes" } });
    expect(answer.body.statuses).toMatchObject([{ action: "OK", text: "Noted" }]);
    const [request] = target.received;
    expect(request?.path).toBe("/answers");
    expect(JSON.parse(request?.body ?? "")).toEqual({ ticket: 7, note: "yes" });
    expect(request?.headers.authorization).toMatch(/^Bearer ey/);
  });

  test("Action.Execute sends what a bot gets, and takes a bot's answers: a card, a message, an error", async () => {
    const data = { "parvis:target": target.url };
    const id = await posted(card({ type: "Action.Execute", title: "Do", verb: "do", id: "a1", data }));
    const asked = { at: "/answer/0", inputs: { note: "x" } };
    target.reply = {
      body: JSON.stringify({
        statusCode: 400,
        type: "application/vnd.microsoft.error",
        value: { code: "Bad", message: "Not today." },
      }),
    };
    const refused = await press(id, asked);
    expect(refused.body).toMatchObject({ code: "card/target-refused", detail: expect.stringContaining("Not today.") });
    expect(JSON.parse(target.received[0]?.body ?? "")).toMatchObject({
      type: "invoke",
      name: "adaptiveCard/action",
      value: { action: { type: "Action.Execute", verb: "do", id: "a1", data: { note: "x" } } },
    });
    target.reply = {
      body: JSON.stringify({ statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "Doing it" }),
    };
    expect((await press(id, asked)).body.statuses).toMatchObject([{ text: "Doing it" }]);
    const next = { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text: "All done" }] };
    target.reply = {
      body: JSON.stringify({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: next }),
    };
    expect((await press(id, { ...asked, revision: 1 })).body).toMatchObject({ summary: "All done", revision: 2 });
  });

  test("without a target goes where the connector's registration says, if it says", async () => {
    const { configurationId, webhookUrl: registeredUrl } = await configuredConnector(place);
    const answer = await post(
      registeredUrl,
      JSON.stringify(card({ type: "Action.Submit", title: "OK", data: { a: 1 } })),
    );
    const id = answer.headers.get("request-id") ?? "";
    const asked = { at: "/answer/0", inputs: { note: "x" } };
    expect((await press(id, asked)).body.code).toBe("card/target-not-allowed");
    const buttons = async () =>
      (
        await place.megan.call<{ receivers: string[]; refusal: null }>(
          "GET",
          `/api/channels/${place.general.id}/card-buttons`,
        )
      ).body;
    expect(await buttons()).toEqual({ refusal: null, receivers: [] });
    await query(
      `insert into connector_registration (tenant_id, connector_id, app_id, name, short_description, detailed_description, company_name,
         website_url, configuration_url, valid_domains, callback_urls, actions_enabled, actions_url)
       select tenant_id, connector_id::uuid, app_id, 'n', '', '', '', '', '', '{}', '{}', true, $2
       from connector_configuration where configuration_id = $1`,
      [configurationId, `${target.url}/registered`],
    );
    expect((await buttons()).receivers).toContain(configurationId);
    expect((await press(id, asked)).status).toBe(200);
    expect(target.received[0]?.path).toBe("/registered");
  });
});
