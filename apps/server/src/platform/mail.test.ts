import { afterAll, beforeAll, expect, test } from "vitest";
import { type MailServer, mailServer } from "../testing/mail-server.ts";
import { createMail, type Mail } from "./mail.ts";

let server: MailServer;
let mail: Mail;
const message = { subject: "Übung", text: "text", html: "<p>html</p>", messageId: "1" };

beforeAll(async () => {
  server = await mailServer();
  mail = createMail({ smtpUrl: server.url, mailFrom: undefined }, () => "https://parvis.contoso.test");
});
afterAll(async () => {
  mail.close();
  await server.stop();
});

test("a mail arrives with both parts, its sender and what marks it as sent by a machine", async () => {
  await mail.send({ ...message, to: "megan@contoso.test", fromName: "Builds", headers: { "X-One": "1" } });
  const [{ from, to, email }] = server.received as [(typeof server.received)[0]];
  expect([from, to]).toEqual(["parvis@parvis.contoso.test", ["megan@contoso.test"]]);
  expect(email).toMatchObject({
    subject: "Übung",
    from: { name: "Builds (Parvis)", address: "parvis@parvis.contoso.test" },
    messageId: "<1@parvis.contoso.test>",
  });
  expect([email.text?.trim(), email.html?.trim()]).toEqual(["text", "<p>html</p>"]);
  const headers = new Map(email.headers.map(({ key, value }) => [key, value]));
  expect([headers.get("auto-submitted"), headers.get("x-one")]).toEqual(["auto-generated", "1"]);
});

test("what a sender calls itself and an address cannot add recipients or headers", async () => {
  await mail.send({
    ...message,
    to: "megan@contoso.test",
    subject: "a\r\nBcc: eve@evil.test",
    fromName: 'x" <eve@evil.test>,\r\nBcc: eve@evil.test',
  });
  const { to, email } = server.received.at(-1) ?? expect.fail("nothing arrived");
  expect(to).toEqual(["megan@contoso.test"]);
  expect(email.bcc).toBeUndefined();
  expect(email.from?.address).toBe("parvis@parvis.contoso.test");
});

test("the operator's sender is used, with or without a name", async () => {
  for (const [mailFrom, name] of [
    ["Builds <builds@contoso.test>", "Builds"],
    ["builds@contoso.test", "Parvis"],
  ] as const) {
    const own = createMail({ smtpUrl: server.url, mailFrom }, () => "https://parvis.contoso.test");
    await own.send({ ...message, to: "megan@contoso.test" });
    own.close();
    expect(server.received.at(-1)?.email.from).toMatchObject({ name, address: "builds@contoso.test" });
  }
});

test("a refusal says whether trying again can help", async () => {
  server.refuse("gone@contoso.test", 550);
  server.refuse("full@contoso.test", 452);
  await expect(mail.send({ ...message, to: "gone@contoso.test" })).rejects.toMatchObject({
    permanent: true,
    code: 550,
    message: expect.stringContaining("no such mailbox"),
  });
  await expect(mail.send({ ...message, to: "full@contoso.test" })).rejects.toMatchObject({ permanent: false });
  const nowhere = createMail({ smtpUrl: "smtp://127.0.0.1:1", mailFrom: undefined }, () => "http://localhost");
  await expect(nowhere.send({ ...message, to: "megan@contoso.test" })).rejects.toMatchObject({ permanent: false });
  nowhere.close();
});

test("without a server it says what to set", async () => {
  const none = createMail({ smtpUrl: undefined, mailFrom: undefined }, () => "http://localhost");
  await expect(none.send({ ...message, to: "megan@contoso.test" })).rejects.toMatchObject({
    code: "mail/not-configured",
    message: expect.stringContaining("PARVIS_SMTP_URL"),
  });
});
