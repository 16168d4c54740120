import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MailServer, mailServer } from "../apps/server/src/testing/mail-server.ts";
import { administrator, ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { openChannel, signIn } from "./support/parts.ts";
import { expectAccessible, keepPicture } from "./support/screens.ts";
import { stopAtFailure } from "./support/steps.ts";

/** A webhook's whole life in the browser: made, posted to, looked into, sent on, given a new address, removed. */
describe("a webhook made in a channel", () => {
  let parvis: ParvisProcess;
  let mails: MailServer;
  let browser: TestBrowser;
  let page: Page;
  let errors: string[];
  let address: string;
  let place: string;

  beforeAll(async () => {
    mails = await mailServer();
    parvis = await ParvisProcess.start({ environment: { PARVIS_SMTP_URL: mails.url } });
    browser = await startBrowser();
    ({ page, errors } = await browser.open());
    await page.goto(parvis.url);
    await signIn(page, administrator);
    await openChannel(page, "Alerts");
  });
  stopAtFailure(() => page, "webhooks");
  afterAll(async () => {
    await browser?.close();
    await parvis?.dispose();
    await mails?.stop();
  });

  const dialog = (): Locator => page.getByRole("dialog");
  const post = async (to: string, body: object | string) => {
    const answer = await fetch(to, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) });
    return [answer.status, await answer.text()] as const;
  };

  test("is made with a name, and its address takes cards at once", async () => {
    await page.getByRole("button", { name: "Connectors" }).click();
    await dialog().getByRole("tab", { name: "Webhooks" }).click();
    await dialog().getByRole("button", { name: "Create webhook" }).click();
    await dialog().getByText("New webhook in Alerts").waitFor();
    await dialog().getByRole("button", { name: "Create webhook" }).click();
    await dialog().getByText("Give it a name.").waitFor();
    await dialog().getByLabel("Name").fill("Nightly build");
    await dialog().getByRole("button", { name: "Create webhook" }).click();
    await dialog().getByText("Nightly build is ready").waitFor();
    await expectAccessible(page, "a new webhook");
    address = await dialog().getByLabel("Webhook address", { exact: true }).inputValue();
    expect(await post(address, { title: "Build 41", text: "All **212** checks passed" })).toEqual([200, "1"]);
    expect(await post(address, "{}")).toEqual([400, expect.any(String)]);
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
    await page.getByText("Build 41").waitFor();
    await page.getByText("Nightly build").first().waitFor();
  });

  test("shows what was posted, what was answered and what became of it", async () => {
    await page.getByRole("button", { name: "Connectors" }).click();
    await dialog()
      .getByRole("tab", { name: /Webhooks/ })
      .click();
    await dialog()
      .getByRole("link", { name: /Details|Deliveries/ })
      .or(dialog().getByRole("button", { name: /Details|Deliveries/ }))
      .first()
      .click();
    await page.getByRole("tab", { name: "Deliveries" }).click();
    place = page.url();
    await page.getByText("2 deliveries").waitFor();
    await page.getByText("It is JSON, but no card that Parvis knows").first().waitFor();
    await keepPicture(page, "webhook-deliveries");
    await page.getByText("Build 41").first().click();
    await dialog().getByText("What was posted").waitFor();
    await dialog().getByText("What the channel shows").waitFor();
    await expectAccessible(page, "a delivery");
    await dialog().getByRole("button", { name: "Send again" }).click();
    await page.getByText("It was sent again").first().waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("3 deliveries").waitFor();
  });

  test("sends its cards on to a mailbox, which can end that by one click", async () => {
    await page.getByRole("tab", { name: "Targets" }).click();
    await page.getByRole("button", { name: "Add a target" }).first().click();
    await dialog().getByRole("radio", { name: "A mailbox" }).check();
    await dialog().getByLabel("Mail address").fill("megan@contoso.test");
    await expectAccessible(page, "a new target");
    await dialog().getByRole("button", { name: "Add", exact: true }).click();
    await dialog().getByRole("button", { name: "Send a test card" }).waitFor();
    expect(await post(address, { title: "Build 42", text: "broken" })).toEqual([200, "1"]);
    await expect.poll(() => mails.received.length, { timeout: 30_000 }).toBe(1);
    const { email, to } = mails.received[0] ?? { email: undefined, to: [] };
    expect(to).toEqual(["megan@contoso.test"]);
    expect(email?.subject).toContain("Build 42");
    expect(email?.text).toContain("broken");
    expect(email?.headers.some(({ key }) => key === "list-unsubscribe")).toBe(true);
    await dialog().getByText("Build 42").waitFor();
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
  });

  test("gets a new address, and the old one works on for the time that was chosen", async () => {
    await page.getByRole("tab", { name: "Address" }).click();
    await page.getByRole("button", { name: "Replace the address" }).click();
    await page
      .getByRole("dialog")
      .or(page.getByRole("alertdialog"))
      .getByRole("button", { name: "Make a new address" })
      .click();
    await page.getByText("The webhook has a new address").first().waitFor();
    await page.getByText(/The address before still works until/).waitFor();
    const next = await page.getByLabel("Webhook address", { exact: true }).inputValue();
    expect(next).not.toBe(address);
    expect(await post(address, { text: "by the old address" })).toEqual([200, "1"]);
    expect(await post(next, { text: "by the new address" })).toEqual([200, "1"]);
    await page.getByRole("button", { name: "End it now" }).click();
    await expect.poll(async () => (await post(address, { text: "too late" }))[0]).toBe(410);
    address = next;
  });

  test("answers strictly once that was chosen", async () => {
    await page.getByRole("tab", { name: "Settings" }).click();
    await page.getByRole("radio", { name: /Strictly/ }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("The webhook was saved").first().waitFor();
    const refused = await fetch(address, { method: "POST", body: "{}" });
    expect([refused.status, refused.headers.get("content-type")]).toEqual([
      400,
      expect.stringContaining("application/problem+json"),
    ]);
  });

  test("reads in French, on a phone as well", async () => {
    const {
      context,
      page: phone,
      errors: thrown,
    } = await browser.open({ locale: "fr-FR", viewport: { width: 360, height: 740 } });
    await context.addCookies(await page.context().cookies());
    await phone.goto(place);
    await phone.getByRole("tab", { name: "Livraisons" }).waitFor();
    await expectAccessible(phone, "deliveries on a phone");
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(thrown).toEqual([]);
    await context.close();
  });

  test("is removed, and its address is gone", async () => {
    await page
      .getByRole("button", { name: /Remove/ })
      .first()
      .click();
    await page
      .getByRole("dialog")
      .or(page.getByRole("alertdialog"))
      .getByRole("button", { name: /Remove/ })
      .last()
      .click();
    await expect.poll(async () => (await post(address, { text: "gone" }))[0]).toBe(410);
  });

  test("nothing went wrong in the pages", () => expect(errors).toEqual([]));
});
