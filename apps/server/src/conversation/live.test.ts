import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Contoso, configuredConnector, contoso, post } from "../testing/contoso.ts";
import type { TestPerson } from "../testing/test-server.ts";
import { until } from "../testing/until.ts";

let place: Contoso;
let webhookUrl: string;

beforeAll(async () => {
  place = await contoso();
  ({ webhookUrl } = await configuredConnector(place));
});
afterAll(async () => await place.server.dispose());

interface Heard {
  readonly id: number;
  readonly event: string;
  readonly data: { summary?: string; operation?: string };
}

/** Listens as a browser does. */
async function listen(person: TestPerson, lastEventId?: number) {
  const abort = new AbortController();
  const headers = {
    Cookie: person.cookie,
    ...(lastEventId === undefined ? {} : { "Last-Event-ID": String(lastEventId) }),
  };
  const response = await fetch(`${place.server.url}/api/live`, { headers, signal: abort.signal });
  const heard: Heard[] = [];
  const reading = (async () => {
    let rest = "";
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const frames = (rest + chunk).split("\n\n");
      rest = frames.pop() ?? "";
      for (const frame of frames.filter((text) => text.startsWith("id:"))) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(frame)?.[1] ?? "";
        heard.push({ id: Number(field("id")), event: field("event"), data: JSON.parse(field("data")) });
      }
    }
  })().catch(() => undefined);
  await until(() => heard.length > 0);
  return {
    status: response.status,
    heard,
    ended: reading,
    close: async () => {
      abort.abort();
      await reading;
    },
  };
}

const messages = (heard: readonly Heard[]) =>
  heard.filter((one) => one.event === "message").map((one) => one.data.summary);

test("tells every open browser of a card at once", async () => {
  const browsers = await Promise.all([listen(place.ada), listen(place.megan), listen(place.megan)]);
  await post(webhookUrl, '{"text":"to everybody"}');
  for (const { heard } of browsers) await until(() => messages(heard).includes("to everybody"));
  for (const browser of browsers) await browser.close();
});

test("tells nobody outside the team", async () => {
  const [outside, inside] = await Promise.all([listen(place.alex), listen(place.megan)]);
  await post(webhookUrl, '{"text":"among us"}');
  await until(() => messages(inside.heard).includes("among us"));
  // What everybody hears comes after the card in the same log: Alex hears the one and not the other.
  await place.ada.call("PATCH", "/api/settings", { consentRules: "current" });
  await until(() => outside.heard.some((one) => one.data.operation === "TeamsTenantSettingChanged"));
  expect(messages(outside.heard)).toEqual([]);
  await outside.close();
  await inside.close();
});

test("goes on where a browser stopped, and misses nothing in between", async () => {
  const first = await listen(place.megan);
  await post(webhookUrl, '{"text":"heard"}');
  await until(() => messages(first.heard).includes("heard"));
  const last = first.heard.at(-1)?.id ?? 0;
  await first.close();
  for (let number = 0; number < 450; number++) await post(webhookUrl, `{"text":"missed ${number}"}`);
  const second = await listen(place.megan, last);
  expect(second.heard[0]?.event).toBe("resumed");
  await until(() => messages(second.heard).length >= 450);
  expect(messages(second.heard)).toEqual(Array.from({ length: 450 }, (_, number) => `missed ${number}`));
  await second.close();
});

test("begins anew for a position that is not of this log", async () => {
  const listener = await listen(place.megan, 999_999_999);
  expect(listener.heard[0]?.event).toBe("hello");
  await listener.close();
});

test("follows somebody into a team and out of it", async () => {
  const listener = await listen(place.alex);
  await place.ada.call("POST", `/api/teams/${place.team.id}/members`, { upn: "alex@contoso.test" });
  await post(webhookUrl, '{"text":"welcome"}');
  await until(() => messages(listener.heard).includes("welcome"));
  const { body } = await place.alex.call<{ person: { id: string } }>("GET", "/api/session");
  await place.ada.call("DELETE", `/api/teams/${place.team.id}/members/${body.person.id}`);
  await until(() => listener.heard.some((one) => one.data.operation === "MemberRemoved"));
  await post(webhookUrl, '{"text":"without you"}');
  await place.ada.call("PATCH", "/api/settings", { consentRules: "classic" });
  await until(() => listener.heard.some((one) => one.data.operation === "TeamsTenantSettingChanged"));
  expect(messages(listener.heard)).toEqual(["welcome"]);
  await listener.close();
});

test("a reader that takes nothing holds nobody up, and gets everything when it reads on", async () => {
  const slow = await new Promise<import("node:http").IncomingMessage>((resolve) => {
    request(`${place.server.url}/api/live`, { headers: { Cookie: place.megan.cookie } }, resolve).end();
  });
  slow.pause();
  const quick = await listen(place.megan);
  const big = "x".repeat(20_000);
  await Promise.all(
    Array.from(
      { length: 600 },
      async (_, number) => await post(webhookUrl, JSON.stringify({ summary: `big ${number}`, text: big })),
    ),
  );
  await until(() => messages(quick.heard).length >= 600);
  let text = "";
  slow.on("data", (chunk) => {
    text += chunk;
  });
  slow.resume();
  await until(() => (text.match(/^event: message$/gm) ?? []).length >= 600);
  expect(new Set(text.match(/"summary":"big \d+"/g)).size).toBe(600);
  slow.destroy();
  await quick.close();
}, 60_000);

test("ends when the listener's roles or password change, so that nobody listens on as who they were", async () => {
  const [changed, other] = await Promise.all([listen(place.alex), listen(place.megan)]);
  const { body } = await place.alex.call<{ person: { id: string } }>("GET", "/api/session");
  const path = `/api/people/${body.person.id}`;
  expect((await place.ada.call("PATCH", path, { password: "correct-horse-9" })).status).toBe(200);
  await changed.ended;
  await post(webhookUrl, '{"text":"for who is still here"}');
  await until(() => messages(other.heard).includes("for who is still here"));
  const again = await fetch(`${place.server.url}/api/live`, { headers: { Cookie: place.alex.cookie } });
  expect(again.status).toBe(401);
  await other.close();
});

test("is for people with a session", async () => {
  expect((await fetch(`${place.server.url}/api/live`)).status).toBe(401);
});
