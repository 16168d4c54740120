import { afterAll, beforeAll, expect, test } from "vitest";
import { type Contoso, contoso, post, tenantId } from "../testing/contoso.ts";
import { type MailServer, mailServer } from "../testing/mail-server.ts";
import type { TestPerson } from "../testing/test-server.ts";
import { until } from "../testing/until.ts";

let place: Contoso;
let smtp: MailServer;

beforeAll(async () => {
  smtp = await mailServer();
  place = await contoso({ settings: { smtpUrl: smtp.url } });
});
afterAll(async () => {
  await place.server.dispose();
  await smtp.stop();
});

interface MailWebhook {
  id: string;
  name: string;
  appType: string;
  team: { id: string } | null;
  mode: string;
  webhookUrl: string;
  lastUsedAt: string | null;
  code?: string;
}

async function make(wanted: object, person: TestPerson = place.megan) {
  return await person.call<MailWebhook>("POST", "/api/mail-webhooks", wanted);
}
const to = (address: string) => smtp.received.filter((mail) => mail.to.includes(address));

test("a person makes a webhook for their own mailbox, and its cards are mails and nothing else", async () => {
  const made = await make({ name: "Backups" });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ name: "Backups", appType: "mail", team: null, mode: "compatible" });
  expect(new URL(made.body.webhookUrl).pathname).toMatch(
    new RegExp(`^/webhookb2/[0-9a-f-]{36}@${tenantId}/IncomingWebhook/[0-9a-f]{32}/[0-9a-f-]{36}$`),
  );
  const answer = await post(made.body.webhookUrl, '{"text":"backup **done**"}');
  expect([answer.status, answer.text]).toEqual([200, "1"]);
  await until(() => to("megan@contoso.test").length === 1);
  expect(to("megan@contoso.test")[0]?.email.subject).toBe("backup done");
  expect(to("megan@contoso.test")[0]?.email.text).not.toContain("Open the channel");
  const messages = await place.megan.call<{ items: object[] }>("GET", `/api/channels/${place.general.id}/messages`);
  expect(messages.body.items).toEqual([]);

  const log = await place.megan.call<{ items: { verdict: string }[] }>(
    "GET",
    `/api/connectors/${made.body.id}/deliveries`,
  );
  expect(log.body.items).toMatchObject([{ verdict: "accepted" }]);
  const again = await place.megan.call<{ verdict: string }>(
    "POST",
    `/api/connectors/${made.body.id}/deliveries/${answer.headers.get("request-id")}/again`,
  );
  expect([again.status, again.body.verdict]).toEqual([201, "accepted"]);
  await until(() => to("megan@contoso.test").length === 2);
  const targets = await place.megan.call<{ items: object[] }>("GET", `/api/connectors/${made.body.id}/targets`);
  expect(targets.body.items).toMatchObject([{ kind: "mail", address: "megan@contoso.test" }]);
});

test("it is its owner's alone, who renames, rotates and removes it", async () => {
  const { body } = await make({ name: "Mine" });
  const path = `/api/mail-webhooks/${body.id}`;
  for (const [method, other] of [
    ["GET", path],
    ["PATCH", path],
    ["DELETE", path],
    ["GET", `/api/connectors/${body.id}/targets`],
    ["GET", `/api/connectors/${body.id}/deliveries`],
  ] as const) {
    const answer = await place.alex.call(method, other, method === "PATCH" ? { name: "x" } : undefined);
    expect([method, other, answer.status]).toEqual([method, other, 404]);
  }
  const renamed = await place.megan.call<MailWebhook>("PATCH", path, { name: "Yours", mode: "strict" });
  expect(renamed.body).toMatchObject({ name: "Yours", mode: "strict" });
  const rotated = await place.megan.call<MailWebhook>("POST", `${path}/rotate`, { graceSeconds: 60 });
  expect(rotated.body.webhookUrl).not.toBe(body.webhookUrl);
  expect((await post(body.webhookUrl, '{"text":"old"}')).status).toBe(200);
  const mine = await place.megan.call<{ items: MailWebhook[] }>("GET", "/api/mail-webhooks");
  expect(mine.body.items.map(({ name }) => name)).toContain("Yours");
  expect((await place.alex.call<{ items: MailWebhook[] }>("GET", "/api/mail-webhooks")).body.items).toEqual([]);
  expect((await place.megan.call("DELETE", path)).status).toBe(204);
  expect((await post(rotated.body.webhookUrl, '{"text":"x"}')).status).toBe(410);
});

test("it is none of a channel's", async () => {
  const { body } = await make({ name: "Apart" });
  expect((await place.megan.call("GET", `/api/connectors/${body.id}`)).status).toBe(404);
  const ofTeam = await place.megan.call<{ items: object[] }>("GET", `/api/teams/${place.team.id}/connectors`);
  expect(ofTeam.body.items).toEqual([]);
});

test("a team's mail has webhooks too, for its members", async () => {
  expect((await make({ name: "Team news", teamId: place.team.id }, place.alex)).status).toBe(404);
  const made = await make({ name: "Team news", teamId: place.team.id });
  expect(made.body).toMatchObject({ appType: "groups", team: { id: place.team.id } });
  expect(made.body.webhookUrl).toContain(`/${place.team.id}@`);
  const before = smtp.received.length;
  await post(made.body.webhookUrl, '{"text":"to all"}');
  await until(() => smtp.received.length === before + 2);
  const listed = await place.ada.call<{ items: MailWebhook[] }>("GET", `/api/mail-webhooks?teamId=${place.team.id}`);
  expect(listed.body.items.map(({ id }) => id)).toEqual([made.body.id]);
});

test("refused posts are logged and nothing is sent; with connectors off for Outlook, posts are refused too", async () => {
  const { body } = await make({ name: "Strict", mode: "strict" }, place.ada);
  const before = smtp.received.length;
  expect((await post(body.webhookUrl, "[1]")).status).toBe(400);
  await place.ada.call("PATCH", "/api/settings", { connectorsEnabledForOutlook: false });
  await until(async () => (await post(body.webhookUrl, '{"text":"x"}')).status === 403);
  await place.ada.call("PATCH", "/api/settings", { connectorsEnabledForOutlook: true });
  const log = await place.ada.call<{ items: { verdict: string }[] }>("GET", `/api/connectors/${body.id}/deliveries`);
  expect(log.body.items.map(({ verdict }) => verdict)).toContain("refused");
  expect(smtp.received).toHaveLength(before);
});

test("two posts at once, one to a channel and one to a mailbox, share a batch", async () => {
  const { body } = await make({ name: "Mixed", rateLimits: [] }, place.ada);
  const channel = await place.megan.call<{ webhookUrl: string }>("POST", `/api/channels/${place.general.id}/webhooks`, {
    name: "Channel",
    rateLimits: [],
  });
  const before = to("ada@contoso.test").length;
  const answers = await Promise.all(
    Array.from(
      { length: 20 },
      async (_, index) =>
        await post(index % 2 === 0 ? body.webhookUrl : channel.body.webhookUrl, `{"text":"card ${index}"}`),
    ),
  );
  expect(answers.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, () => "1"));
  const messages = await place.megan.call<{ items: object[] }>("GET", `/api/channels/${place.general.id}/messages`);
  expect(messages.body.items).toHaveLength(10);
  await until(() => to("ada@contoso.test").length === before + 10);
});
