import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, contoso, contosoFile, tenantId } from "../../testing/contoso.ts";
import { accessToken } from "../../testing/tokens.ts";
import { until } from "../../testing/until.ts";

const clientId = "99999999-9999-4999-8999-999999999999";
const otherId = "77777777-7777-4777-8777-777777777777";
const secret = "s3cret-s3cret";
const file = `${contosoFile}
appRegistrations:
  - { clientId: ${clientId}, displayName: siem, secret: ${secret}, appRoles: [ActivityFeed.Read] }
  - { clientId: ${otherId}, displayName: other, secret: ${secret}, appRoles: [ActivityFeed.Read] }
settings: { auditEnabled: true }
`;

let place: Contoso;
let token: string;
let receiver: Server;
let address: string;
const heard: { headers: IncomingMessage["headers"]; body: unknown }[] = [];
let answer = 200;

beforeAll(async () => {
  place = await contoso({ file });
  token = await accessToken(place.server.url, clientId, secret, "https://manage.office.com");
  receiver = createServer((request, response) => {
    void text(request).then((body) => {
      heard.push({ headers: request.headers, body: JSON.parse(body) as unknown });
      response.writeHead(answer).end();
    });
  });
  await new Promise<void>((done) => receiver.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
afterAll(async () => {
  receiver.close();
  await place.server.dispose();
});

interface Piece {
  contentType: string;
  contentId: string;
  contentUri: string;
  contentCreated: string;
  contentExpiration: string;
}
interface Refusal {
  error: { code: string; message: string };
}

async function feed<Body>(method: string, path: string, body?: unknown, bearer = token, tenant = tenantId) {
  const url = path.startsWith("http") ? path : `${place.server.url}/api/v1.0/${tenant}/activity/feed/${path}`;
  const response = await fetch(url, {
    method,
    headers: { Authorization: `Bearer ${bearer}` },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const read = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (read === "" ? undefined : JSON.parse(read)) as Body,
  };
}

/** Something that is recorded, and is by the time this returns. */
async function happen(name: string): Promise<void> {
  await place.ada.call("POST", "/api/teams", { displayName: name });
  await until(async () => {
    const { body } = await place.ada.call<{ items: unknown[] }>("GET", `/api/audit?text=${encodeURIComponent(name)}`);
    return body.items.length > 0;
  });
}

async function recordsOf(pieces: readonly Piece[]): Promise<string[]> {
  const all = await Promise.all(
    pieces.map(async ({ contentUri }) => (await feed<{ TeamName?: string }[]>("GET", contentUri)).body),
  );
  return all.flat().flatMap(({ TeamName }) => TeamName ?? []);
}

const general = "contentType=Audit.General";

test("hands out what is recorded while a subscription runs, and nothing before or between", async () => {
  await happen("Before");
  const started = await feed("POST", `subscriptions/start?${general}`);
  expect([started.status, started.body]).toEqual([
    200,
    { contentType: "Audit.General", status: "enabled", webhook: null },
  ]);
  await happen("During");
  const first = await feed<Piece[]>("GET", `subscriptions/content?${general}`);
  expect(first.body[0]).toMatchObject({
    contentType: "Audit.General",
    contentId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(Date.parse(first.body[0]?.contentExpiration ?? "") - Date.parse(first.body[0]?.contentCreated ?? "")).toBe(
    7 * 86_400_000,
  );
  expect(await recordsOf(first.body)).toEqual(["During"]);
  expect((await feed("POST", `subscriptions/stop?${general}`)).status).toBe(200);
  await happen("Stopped");
  await feed("POST", `subscriptions/start?${general}`);
  await happen("Again");
  const second = await feed<Piece[]>("GET", `subscriptions/content?${general}`);
  expect(await recordsOf(second.body)).toEqual(["During", "Again"]);
  const list = await feed("GET", "subscriptions/list");
  expect(list.body).toEqual([{ contentType: "Audit.General", status: "enabled", webhook: null }]);
});

test("tells a webhook that has confirmed, again when it failed, and lists what was told", async () => {
  const webhook = { address, authId: "o365", expiration: "" };
  answer = 500;
  const refused = await feed<Refusal>("POST", `subscriptions/start?${general}`, { webhook });
  expect([refused.status, refused.body.error.code]).toEqual([400, "AF20021"]);
  answer = 200;
  heard.length = 0;
  const started = await feed("POST", `subscriptions/start?${general}`, { webhook });
  expect(started.body).toMatchObject({ webhook: { status: "enabled", address, authId: "o365", expiration: null } });
  expect(heard[0]?.headers).toMatchObject({ "webhook-authid": "o365", "webhook-validationcode": expect.any(String) });
  expect(heard[0]?.body).toEqual({ validationCode: heard[0]?.headers["webhook-validationcode"] });
  answer = 503;
  await happen("Told");
  await feed("GET", `subscriptions/content?${general}`);
  await until(() => heard.length >= 2);
  answer = 200;
  await until(async () => {
    const { body } = await feed<(Piece & { notificationStatus: string })[]>(
      "GET",
      `subscriptions/notifications?${general}`,
    );
    return body.some(({ notificationStatus }) => notificationStatus === "success");
  });
  const pieces = heard.at(-1)?.body as (Piece & { tenantId: string; clientId: string })[];
  expect(pieces[0]).toMatchObject({ tenantId, clientId, contentType: "Audit.General" });
  expect(await recordsOf(pieces)).toEqual(["Told"]);
  await feed("POST", `subscriptions/start?${general}`);
});

describe("refusals carry the API's numbers", () => {
  const day = 86_400_000;
  const at = (offset: number) => new Date(Date.now() + offset).toISOString().slice(0, 19);
  test.each<[string, string, string, unknown, number, string]>([
    ["no content type", "POST", "subscriptions/start", undefined, 400, "AF20001"],
    ["an unknown content type", "POST", "subscriptions/start?contentType=Audit.Teams", undefined, 400, "AF20020"],
    ["a type not subscribed to", "GET", "subscriptions/content?contentType=Audit.Exchange", undefined, 400, "AF20022"],
    [
      "one end of the time",
      "GET",
      `subscriptions/content?${general}&startTime=${at(-1000)}`,
      undefined,
      400,
      "AF20030",
    ],
    [
      "more than a day",
      "GET",
      `subscriptions/content?${general}&startTime=${at(-2 * day)}&endTime=${at(0)}`,
      undefined,
      400,
      "AF20030",
    ],
    [
      "more than a week ago",
      "GET",
      `subscriptions/content?${general}&startTime=${at(-9 * day)}&endTime=${at(-8.5 * day)}`,
      undefined,
      400,
      "AF20030",
    ],
    ["no time", "GET", `subscriptions/content?${general}&startTime=soon&endTime=later`, undefined, 400, "AF20002"],
    ["a page that is none", "GET", `subscriptions/content?${general}&nextPage=x`, undefined, 400, "AF20031"],
    ["unknown content", "GET", `audit/${clientId}`, undefined, 404, "AF20050"],
    [
      "a webhook without TLS",
      "POST",
      `subscriptions/start?${general}`,
      { webhook: { address: "http://siem.example/" } },
      400,
      "AF20002",
    ],
    [
      "an expiry in the past",
      "POST",
      `subscriptions/start?${general}`,
      { webhook: { address: "https://siem.example/", expiration: "2020-01-01T00:00:00" } },
      400,
      "AF20003",
    ],
    [
      "a webhook in a private network",
      "POST",
      `subscriptions/start?${general}`,
      { webhook: { address: "https://10.0.0.1/" } },
      400,
      "AF20021",
    ],
  ])("%s", async (_, method, path, body, status, code) => {
    const refused = await feed<Refusal>(method, path, body);
    expect([refused.status, refused.body.error.code]).toEqual([status, code]);
  });

  test.each([
    ["not-an-id", 400, "AF20013"],
    ["22222222-2222-4222-8222-222222222222", 404, "AF20011"],
  ])("the organisation %s", async (tenant, status, code) => {
    const refused = await feed<Refusal>("GET", "subscriptions/list", undefined, token, tenant);
    expect([refused.status, refused.body.error.code]).toEqual([status, code]);
  });

  test("another application's content, and no token", async () => {
    const other = await accessToken(place.server.url, otherId, secret, "https://manage.office.com");
    const [piece] = (await feed<Piece[]>("GET", `subscriptions/content?${general}`)).body;
    expect((await feed("GET", piece?.contentUri ?? "", undefined, other)).status).toBe(404);
    expect((await feed("GET", "subscriptions/list", undefined, "none")).status).toBe(401);
    const graphToken = await accessToken(place.server.url, clientId, secret);
    expect((await feed("GET", "subscriptions/list", undefined, graphToken)).status).toBe(401);
  });
});
