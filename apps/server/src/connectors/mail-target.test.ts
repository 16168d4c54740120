import { afterAll, beforeAll, expect, test } from "vitest";
import { type Contoso, contoso, post } from "../testing/contoso.ts";
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

interface Target {
  id: string;
  address: string | null;
  state: string;
  stopReason: string | null;
  pending: number;
  dead: number;
  lastAnswer: string | null;
  code?: string;
  detail?: string;
}

async function webhook(name = "Deployments"): Promise<{ id: string; url: string }> {
  const path = `/api/channels/${place.general.id}/webhooks`;
  const { body } = await place.megan.call<{ id: string; webhookUrl: string }>("POST", path, { name });
  return { id: body.id, url: body.webhookUrl };
}

async function add(configurationId: string, wanted: object, person: TestPerson = place.megan, language = "en") {
  const path = `/api/connectors/${configurationId}/targets`;
  const { status, body } = await person.call<Target>("POST", path, wanted, { "Accept-Language": language });
  const one = `${path}/${body.id}`;
  return { status, body, path: one, now: async () => (await person.call<Target>("GET", one)).body };
}

const to = (address: string) => smtp.received.filter((mail) => mail.to.includes(address));
const send = async (url: string, card: object) => await post(url, JSON.stringify(card));

test("a mailbox gets a card as a mail that reads well both ways and can be left by one click", async () => {
  const { id, url } = await webhook();
  const target = await add(id, { kind: "mail" });
  expect(target.body).toMatchObject({ kind: "mail", address: "megan@contoso.test", state: "active", secret: null });
  await send(url, {
    "@type": "MessageCard",
    summary: "Build 42 <failed>",
    themeColor: "D70000",
    title: "Build 42",
    text: "See [the log](https://ci.example/42) & <script>alert(1)</script>",
    sections: [{ facts: [{ name: "Branch", value: "main" }] }],
    potentialAction: [{ "@type": "OpenUri", name: "Open", targets: [{ os: "default", uri: "https://ci.example/" }] }],
  });
  await until(() => to("megan@contoso.test").length === 1);
  const { email } = to("megan@contoso.test")[0] ?? expect.fail("no mail");
  expect(email.subject).toBe("Build 42 <failed>");
  expect(email.from?.name).toBe("Deployments (Parvis)");
  expect(email.text).toContain("Deployments · Engineering / General");
  expect(email.text).toContain("See the log <https://ci.example/42> & <script>alert(1)</script>");
  expect(email.text).toContain("Branch: main");
  expect(email.text).toContain("Open: https://ci.example/");
  expect(email.html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(email.html).not.toContain("<script");
  expect(email.html).toContain('href="https://ci.example/42"');
  expect(email.html).toContain("#D70000");
  const headers = new Map(email.headers.map(({ key, value }) => [key, value]));
  expect(headers.get("auto-submitted")).toBe("auto-generated");
  expect(headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  const link = /^<(.*)>$/.exec(headers.get("list-unsubscribe") ?? "")?.[1] ?? "";
  expect(email.text).toContain(link);

  // Scanners follow links: looking changes nothing.
  const asked = await fetch(link, { headers: { "Accept-Language": "fr" } });
  expect([asked.status, await asked.text()]).toEqual([200, expect.stringContaining("Se désabonner")]);
  expect((await target.now()).state).toBe("active");
  const clicked = await fetch(link, { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) });
  expect(clicked.status).toBe(200);
  expect(await target.now()).toMatchObject({ state: "stopped", stopReason: "unsubscribed" });
  await send(url, { text: "not by mail" });
  await until(async () => (await target.now()).dead === 1);
  expect(to("megan@contoso.test")).toHaveLength(1);

  // Remembered, also when somebody else adds the mailbox again.
  await place.megan.call("DELETE", target.path);
  const again = await add(id, { kind: "mail", address: "megan@contoso.test" }, place.ada);
  expect([again.status, again.body.code]).toEqual([409, "target/unsubscribed"]);
  const own = await add(id, { kind: "mail" });
  expect(own.status).toBe(201);
  await send(url, { text: "by mail again" });
  await until(() => to("megan@contoso.test").length === 2);
});

test("the page of the link subscribes again, and a link that was changed does nothing", async () => {
  const { id, url } = await webhook();
  const target = await add(id, { kind: "mail" }, place.ada);
  await send(url, { text: "hello" });
  await until(() => to("ada@contoso.test").length === 1);
  const text = to("ada@contoso.test")[0]?.email.text ?? "";
  const link = /Unsubscribe: (\S+)/.exec(text)?.[1] ?? "";
  expect((await fetch(`${link.slice(0, -1)}Z`, { method: "POST" })).status).toBe(404);
  await fetch(link, { method: "POST" });
  expect((await target.now()).state).toBe("stopped");
  const back = await fetch(link, { method: "POST", body: new URLSearchParams({ action: "subscribe" }) });
  expect(await back.text()).toContain("sends its cards to you");
  expect((await target.now()).state).toBe("active");
});

test("a team without an address of its own gets one mail for each member; who leaves is left out", async () => {
  const { id, url } = await webhook();
  const target = await add(id, { kind: "groups" }, place.megan, "fr");
  const before = smtp.received.length;
  await send(url, { text: "for all" });
  await until(() => smtp.received.length === before + 2);
  const mails = smtp.received.slice(before);
  expect(mails.map((mail) => mail.to).toSorted()).toEqual([["ada@contoso.test"], ["megan@contoso.test"]]);
  expect(mails[0]?.email.text).toContain("Se désabonner");
  const ada = mails.find((mail) => mail.to[0] === "ada@contoso.test");
  await fetch(/Se désabonner\s*: (\S+)/.exec(ada?.email.text ?? "")?.[1] ?? "", { method: "POST" });
  await until(async () => (await target.now()).pending === 0);
  expect((await target.now()).state).toBe("active");
  await send(url, { text: "for the rest" });
  await until(() => smtp.received.length === before + 3);
  expect(smtp.received.at(-1)?.to).toEqual(["megan@contoso.test"]);
});

test("a member whose mailbox refuses does not keep the others from theirs, and nobody gets a card twice", async () => {
  const { id, url } = await webhook();
  const target = await add(id, { kind: "groups" });
  const before = smtp.received.length;
  smtp.refuse("ada@contoso.test", 550);
  await send(url, { text: "one" });
  await until(() => smtp.received.length === before + 1);
  await until(async () => (await target.now()).pending === 0);
  expect(await target.now()).toMatchObject({ dead: 0, lastAnswer: expect.stringMatching(/1 of 2 refused: 550/) });
  // Ada is first by name; who comes after her waits for nothing but her, and only once.
  smtp.refuse("ada@contoso.test", 0);
  smtp.refuse("megan@contoso.test", 451);
  await send(url, { text: "two" });
  await until(() => smtp.received.length === before + 2);
  await until(async () => (await target.now()).lastAnswer?.startsWith("451") === true);
  smtp.refuse("megan@contoso.test", 0);
  await place.megan.call("PATCH", target.path, { state: "active" });
  await until(async () => (await target.now()).pending === 0);
  const got = smtp.received.slice(before).map((mail) => [mail.to[0], mail.email.subject]);
  expect(got).toEqual([
    ["megan@contoso.test", "one"],
    ["ada@contoso.test", "two"],
    ["megan@contoso.test", "two"],
  ]);
});

test("a team with an address gets one mail there; only owners set it", async () => {
  const path = `/api/teams/${place.team.id}/mail`;
  expect((await place.megan.call("PUT", path, { address: "eng@contoso.test" })).status).toBe(403);
  expect((await place.alex.call("GET", path)).status).toBe(404);
  expect((await place.ada.call("PUT", path, { address: "no" })).status).toBe(400);
  expect((await place.ada.call("PUT", path, { address: "eng@contoso.test" })).body).toEqual({
    address: "eng@contoso.test",
  });
  const { id, url } = await webhook();
  await add(id, { kind: "groups" });
  await send(url, { text: "for the list" });
  await until(() => to("eng@contoso.test").length === 1);
  await place.ada.call("PUT", path, { address: null });
});

test("mail goes to people of the organisation; administrators may name any address", async () => {
  const { id } = await webhook();
  const refused = await add(id, { kind: "mail", address: "someone@elsewhere.test" });
  expect([refused.status, refused.body.code]).toEqual([400, "target/address-refused"]);
  expect((await add(id, { kind: "mail", address: "Alex@contoso.test" })).body.address).toBe("alex@contoso.test");
  expect((await add(id, { kind: "mail", address: "alex@contoso.test" })).body.code).toBe("target/exists");
  expect((await add(id, { kind: "mail", address: "someone@elsewhere.test" }, place.ada)).status).toBe(201);
  expect((await add(id, { kind: "mail", address: "not an address" }, place.ada)).status).toBe(400);
});

test("switched off for Outlook, mailboxes are refused with the reason, and waiting cards are kept", async () => {
  const { id, url } = await webhook();
  const target = await add(id, { kind: "mail", address: "alex@contoso.test" });
  await place.ada.call("PATCH", "/api/settings", { connectorsEnabledForOutlook: false });
  const refused = await add(id, { kind: "groups" });
  expect([refused.status, refused.body.code]).toEqual([403, "connector/switched-off"]);
  await send(url, { text: "kept" });
  await until(async () => (await target.now()).dead === 1);
  await place.ada.call("PATCH", "/api/settings", { connectorsEnabledForOutlook: true });
  await place.megan.call("POST", `${target.path}/redeliver`);
  await until(() => to("alex@contoso.test").length === 1);
});

test("without a mail server, targets by mail are refused with what to set", async () => {
  const without = await contoso();
  try {
    const made = await without.megan.call<{ id: string }>("POST", `/api/channels/${without.general.id}/webhooks`, {
      name: "Deployments",
    });
    const answer = await without.megan.call("POST", `/api/connectors/${made.body.id}/targets`, { kind: "mail" });
    expect([answer.status, answer.body.code, answer.body.detail]).toEqual([
      409,
      "mail/not-configured",
      expect.stringContaining("PARVIS_SMTP_URL"),
    ]);
  } finally {
    await without.server.dispose();
  }
});
