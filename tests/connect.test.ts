import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { administrator, member, ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { openChannel } from "./support/parts.ts";
import { expectAccessible, keepPicture } from "./support/screens.ts";
import { type SendingSite, startSendingSite } from "./support/sending-site.ts";

/** A site sends its users to `/connectors/Connect`, as sites did with Office 365, and gets a webhook of the channel they pick. */
describe("a connector that is added from the site that sends", () => {
  let parvis: ParvisProcess;
  let site: SendingSite;
  let browser: TestBrowser;
  let page: Page;
  let errors: string[];
  let connectorId: string;
  let teamId: string;
  // A number to whoever does not look: states come back as they were.
  const state = "00123456789012345678";
  const link = (callback: string, id = connectorId) =>
    `${parvis.url}/connectors/Connect?state=${state}&app_id=${id}&callback_url=${callback}`;

  beforeAll(async () => {
    parvis = await ParvisProcess.start();
    site = await startSendingSite();
    ({ connectorId } = await parvis.call<{ connectorId: string }>("POST", "/api/connector-registrations", {
      name: "Pulse",
      shortDescription: "Cards for what happens in Pulse",
      detailedDescription: "Posts a card for every incident that opens or closes in Pulse.",
      companyName: "Fabrikam",
      websiteUrl: "https://www.fabrikam.example",
      configurationUrl: "https://pulse.fabrikam.example/configure",
      callbackUrls: [`${site.url}/connected`],
    }));
    const { items } = await parvis.call<{ items: { id: string; displayName: string }[] }>("GET", "/api/teams");
    teamId = items.find(({ displayName }) => displayName === "Engineering")?.id ?? "";
    browser = await startBrowser();
    ({ page, errors } = await browser.open());
  });
  beforeEach(() => {
    site.link = link(`${site.url}/connected`);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await parvis?.dispose();
  });

  const allow = (where = page) => where.getByRole("button", { name: "Allow" });

  test("goes by way of signing in to the channel, and back with a webhook that works", async () => {
    await page.goto(site.url);
    await page.getByRole("link", { name: "Connect" }).click();
    await page.getByLabel("Sign-in name").fill(member.upn);
    await page.getByLabel(/^Password/).fill(member.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Connect Pulse to a channel" }).waitFor();
    await page.getByText("Signed in as Megan Bowen").waitFor();
    await page.getByLabel("Channel").selectOption("Alerts");
    await expectAccessible(page, "connect");
    await keepPicture(page, "connect");
    await allow().click();
    await page.getByRole("heading", { name: "Back" }).waitFor();
    const came = new URLSearchParams(site.came.at(-1));
    expect([...came.keys()]).toEqual(["state", "webhook_url", "group_name", "app_type", "user_objectId"]);
    expect(Object.fromEntries(came)).toMatchObject({ state, group_name: "Engineering", app_type: "teams" });
    const text = JSON.stringify({ text: "Opened: the first incident" });
    const answer = await fetch(came.get("webhook_url") ?? "", { method: "POST", body: text });
    expect(await answer.text()).toBe("1");
    // Nothing of Parvis is left behind "back".
    await page.goBack();
    await page.getByRole("button", { name: "In a window" }).waitFor();
    await page.goto(parvis.url);
    await openChannel(page, "Alerts");
    await page.getByText("Opened: the first incident").waitFor();
    await page.getByRole("button", { name: "Connectors" }).click();
    await page.getByRole("tab", { name: /Webhooks/ }).click();
    await page
      .getByText(/Megan Bowen/)
      .first()
      .waitFor();
    await expectAccessible(page, "connected");
  });

  test("is refused with Cancel", async () => {
    await page.goto(site.url);
    await page.getByRole("link", { name: "Connect" }).click();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("heading", { name: "Back" }).waitFor();
    expect(Object.fromEntries(new URLSearchParams(site.came.at(-1)))).toEqual({ state, error: "AccessDenied" });
  });

  test("works in a popup, which tells the site that opened it", async () => {
    await page.goto(site.url);
    const opening = page.waitForEvent("popup");
    await page.getByRole("button", { name: "In a window" }).click();
    const popup = await opening;
    await allow(popup).click();
    await expect.poll(async () => await page.locator("#heard").textContent()).toBe("Engineering");
    await popup.close();
  });

  test("sends nobody to an address that the registration does not name", async () => {
    const before = site.came.length;
    for (const [address, says] of [
      [link(`${site.url}/connected?more`), "The link leads back to an address that is not trusted."],
      [link("https://evil.example/"), "The link leads back to an address that is not trusted."],
      [link(`${site.url}/connected`, "made-up"), "There is no such connector registration."],
      [`${parvis.url}/connectors/Connect?state=1`, "This link is not complete"],
    ] as const) {
      await page.goto(address);
      await page.getByText(says).waitFor();
      expect(new URL(page.url()).origin).toBe(parvis.url);
      expect(await page.getByRole("button", { name: /Allow|Cancel/ }).count()).toBe(0);
    }
    await expectAccessible(page, "incomplete link");
    expect(site.came.length).toBe(before);
  });

  test("says at once when the organisation, the team or its owners do not want it", async () => {
    await page.goto(site.link);
    await allow().waitFor();
    const set = async (switches: object) =>
      await parvis.call("PATCH", `/api/teams/${teamId}/connector-switches`, switches);
    await set({ connectorsEnabled: false });
    await page.getByText("Connectors are switched off for this team").waitFor();
    expect(await allow().getAttribute("aria-disabled")).toBe("true");
    await set({ connectorsEnabled: true });
    await expect.poll(async () => await allow().getAttribute("aria-disabled")).not.toBe("true");
  });

  test("can be allowed by another account, in French, on a phone, in the dark", async () => {
    const {
      page: phone,
      context,
      errors: thrown,
    } = await browser.open({
      locale: "fr-FR",
      colorScheme: "dark",
      viewport: { width: 360, height: 740 },
    });
    await phone.goto(site.link);
    const signInAs = async ({ upn, password }: typeof member) => {
      await phone.getByLabel(/^Identifiant/).fill(upn);
      await phone.getByLabel(/^Mot de passe/).fill(password);
      await phone.getByRole("button", { name: "Se connecter" }).click();
    };
    await signInAs(member);
    await phone.getByRole("button", { name: "Utiliser un autre compte" }).click();
    await signInAs(administrator);
    await phone.getByText("Connecté en tant que Ada Admin").waitFor();
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expectAccessible(phone, "connect, French and dark");
    await phone.getByRole("button", { name: "Autoriser" }).click();
    await phone.getByRole("heading", { name: "Back" }).waitFor();
    expect(site.came.at(-1)).toContain("webhook_url=");
    expect(thrown).toEqual([]);
    await context.close();
  });

  test("no page has thrown an error", () => {
    expect(errors).toEqual([]);
  });
});
