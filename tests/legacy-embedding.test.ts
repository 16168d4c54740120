import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appPackage, connectorManifest } from "../apps/server/src/testing/packages.ts";
import { administrator, member, ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { type DocumentedSite, startDocumentedSite } from "./support/documented-page.ts";
import { openChannel, signIn } from "./support/parts.ts";
import { expectAccessible, keepPicture } from "./support/screens.ts";
import { stopAtFailure } from "./support/steps.ts";

/**
 * The measure of legacy embedding: the configuration page that the public documentation shows, unmodified, with SDK 1.5.2, on a
 * Parvis that is started as it comes, at http://localhost. Each test goes on where the one before stopped.
 */
describe("a page that knows no host but Microsoft's", () => {
  let parvis: ParvisProcess;
  let site: DocumentedSite;
  let browser: TestBrowser;
  let page: Page;
  let errors: string[];
  let appId: string;
  let channelId: string;

  beforeAll(async () => {
    parvis = await ParvisProcess.start({ environment: { PARVIS_PRIVATE_TARGETS: "localhost" } });
    site = await startDocumentedSite();
    const manifest = connectorManifest({
      name: { short: "Tasks", full: "Tasks of Fabrikam" },
      connectors: [
        {
          connectorId: "8c1f1d6e-3a0f-4a0e-9c57-2a7f3f1d9b01",
          configurationUrl: `${site.url}/configure`,
          scopes: ["team"],
        },
      ],
      validDomains: [new URL(site.url).host],
    });
    ({ channelId } = await parvis.connector(appPackage(manifest)));
    const { items } = await parvis.call<{ items: { id: string }[] }>("GET", "/api/apps?view=manage");
    appId = items[0]?.id ?? "";
    for (const { id } of await configured()) await remove(id);
    browser = await startBrowser();
    ({ page, errors } = await browser.open());
    await page.goto(parvis.url);
    await signIn(page, administrator);
  });
  stopAtFailure(() => page, "legacy-embedding");
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await parvis?.dispose();
  });

  async function configured() {
    const { configured: list } = await parvis.call<{ configured: { id: string; name: string }[] }>(
      "GET",
      `/api/channels/${channelId}/connectors`,
    );
    return list;
  }
  const remove = async (id: string) => await parvis.call("DELETE", `/api/connectors/${id}`).catch(() => undefined);

  const dialog = () => page.getByRole("dialog");
  /** The publisher's page: in the shim, in our document, in the dialog. */
  const publisher = () => dialog().frameLocator("iframe").frameLocator("iframe").frameLocator("iframe");
  const save = () => dialog().getByRole("button", { name: "Save" });

  async function openConnectors() {
    await page.goto(parvis.url);
    await openChannel(page, "Alerts");
    await page.getByRole("button", { name: "Connectors" }).click();
  }

  test("stays silent, and the dialog suggests to show it through Parvis", async () => {
    await openConnectors();
    await page.getByRole("button", { name: "Configure Tasks" }).click();
    const offer = dialog().getByRole("button", { name: "Show it through Parvis" });
    await offer.waitFor({ timeout: 60_000 });
    await dialog().getByText("The page of Tasks does not accept this Parvis").waitFor();
    await expectAccessible(page, "silent page");
    await keepPicture(page, "legacy-offer");
    site.framedByMicrosoftOnly = true;
    await offer.click();
    await publisher().getByLabel("Created").waitFor();
  });

  test("configures: two radio buttons, Save, and its own server has the webhook", async () => {
    expect(await save().isDisabled()).toBe(true);
    await expect.poll(async () => await publisher().locator("#user").textContent()).toBe("ada@contoso.test csrf=abc");
    await publisher().getByLabel("Created").click();
    await expect.poll(async () => await save().isEnabled()).toBe(true);
    // Its requests outlive the dialog.
    site.delayMilliseconds = 4_000;
    await save().click();
    await page.getByText("Create is configured").first().waitFor();
    await expect.poll(() => site.told.map(([path]) => path), { timeout: 60_000 }).toEqual(["/hook", "/hook/done"]);
    site.delayMilliseconds = 0;
    const { url, event } = JSON.parse(site.told[0]?.[1] ?? "{}");
    expect(event).toBe("createTask");
    const answer = await fetch(url, { method: "POST", body: JSON.stringify({ text: "from the documented page" }) });
    expect(await answer.text()).toBe("1");
    const [one] = await configured();
    const { settings } = await parvis.call<{ settings: object }>("GET", `/api/connectors/${one?.id}`);
    expect(settings).toEqual({
      entityId: "createTask",
      contentUrl: `${site.url}/configure`,
      removeUrl: `${site.url}/remove`,
      configName: "Create",
    });
  });

  test("edits: the choice is there, and another one is kept", async () => {
    await openConnectors();
    await page.getByRole("tab", { name: /Configured/ }).click();
    await page.getByRole("button", { name: "Modify Create" }).click();
    await expect.poll(async () => await publisher().getByLabel("Created").isChecked()).toBe(true);
    await publisher().getByLabel("Updated").click();
    await expect.poll(async () => await save().isEnabled()).toBe(true);
    await save().click();
    await page.getByText("Update is configured").first().waitFor();
    expect((await configured()).map(({ name }) => name)).toEqual(["Update"]);
  });

  test("cannot reach Parvis, nor what lies beside it", async () => {
    await openConnectors();
    await page.getByRole("tab", { name: /Configured/ }).click();
    await page.getByRole("button", { name: "Modify Update" }).click();
    await publisher().getByLabel("Updated").waitFor();
    const [frame] = page.frames().filter((one) => new URL(one.url()).pathname === "/configure");
    const seen = await frame?.evaluate(async (parvisUrl) => {
      const reach = async (url: string) =>
        await fetch(url, { credentials: "include" }).then(
          async (answer) => `${answer.status} ${(await answer.text()).slice(0, 20)}`,
          () => "refused",
        );
      const client = () => {
        try {
          return window.parent.parent.document.title;
        } catch {
          return "refused";
        }
      };
      return {
        host: location.hostname,
        cookies: document.cookie,
        api: await reach(`${parvisUrl}/api/session`),
        own: await reach("/api/session"),
        client: client(),
      };
    }, parvis.url);
    expect(seen).toEqual({
      host: `${appId}.localhost`,
      cookies: "csrf=abc",
      api: "refused",
      // Its own server's, whatever the path.
      own: expect.stringContaining("200 <!doctype html>"),
      client: "refused",
    });
  });

  test("is removed by its removal page", async () => {
    await openConnectors();
    await page.getByRole("tab", { name: /Configured/ }).click();
    await page.getByRole("button", { name: "Remove Update" }).click();
    await publisher().getByText("The notifications end.").waitFor();
    await dialog().getByRole("button", { name: "Remove", exact: true }).click();
    await page
      .getByText(/Update .*(removed|gone)/)
      .first()
      .waitFor();
    await expect.poll(() => site.told.at(-1)?.[0]).toBe("/hook/removed");
    expect(await configured()).toEqual([]);
  });

  test("is switched back by the administrator, for everybody", async () => {
    await page.goto(`${parvis.url}/admin/apps/${appId}?tab=settings`);
    const toggle = page.getByRole("switch", { name: "Shown through Parvis" });
    await toggle.waitFor();
    await expectAccessible(page, "settings tab");
    await toggle.click();
    await page.getByRole("switch", { name: "Loaded from the publisher directly" }).waitFor();
    const { page: megans, context } = await browser.open();
    await megans.goto(parvis.url);
    await signIn(megans, member);
    await openChannel(megans, "Alerts");
    await megans.getByRole("button", { name: "Connectors" }).click();
    await megans.getByRole("button", { name: "Configure Tasks" }).click();
    await megans.getByText("An administrator can have Tasks shown through Parvis").waitFor({ timeout: 60_000 });
    expect(await megans.getByRole("button", { name: "Show it through Parvis" }).count()).toBe(0);
    await context.close();
  });

  test("no page has thrown an error", () => {
    expect(errors).toEqual([]);
  });
});
