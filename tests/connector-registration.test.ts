import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { administrator, member, ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { askToAdd, openChannel, signIn, uploadApp } from "./support/parts.ts";
import { expectAccessible, keepPicture } from "./support/screens.ts";
import { stopAtFailure } from "./support/steps.ts";

/** From the form of a publisher to the list of connectors in a channel. */
describe("a registered connector", () => {
  let parvis: ParvisProcess;
  let browser: TestBrowser;
  let megan: Page;
  let ada: Page;
  let errors: string[];
  let bytes: Buffer;

  beforeAll(async () => {
    parvis = await ParvisProcess.start();
    browser = await startBrowser();
    ({ page: megan, errors } = await browser.open());
    await megan.goto(`${parvis.url}/publisher/connectors/new`);
    await signIn(megan, member);
    ({ page: ada } = await browser.open());
    await ada.goto(`${parvis.url}/admin/apps`);
    await signIn(ada, administrator);
  });
  stopAtFailure(() => megan, "registration-megan");
  stopAtFailure(() => ada, "registration-ada");
  afterAll(async () => {
    await browser?.close();
    await parvis?.dispose();
  });

  test("is refused with every wrong answer at once", async () => {
    await megan.getByLabel(/^Name/).fill("Tide gauge");
    await megan.getByLabel("Website").fill("http://pier.contoso.test");
    await megan.getByRole("button", { name: "Register", exact: true }).click();
    await megan.getByText("Expected an address that begins with https://.").first().waitFor();
    expect(await megan.getByText("Fill this in.").count()).toBeGreaterThan(2);
    await expectAccessible(megan, "a form with faults");
  });

  test("gets an id and a package from its form", async () => {
    await megan.getByLabel("Website").fill("https://pier.contoso.test");
    await megan.getByLabel("Company").fill("Pier works");
    await megan.getByLabel("Short description").fill("Says how high the water stands.");
    await megan
      .getByLabel("Detailed description")
      .fill("Posts a card at high and at low tide, with the height of both.");
    await megan.getByLabel("Configuration page").fill("https://pier.contoso.test/configure.html");
    await megan.getByRole("button", { name: "Register", exact: true }).click();
    await megan.getByText("What comes next").waitFor();
    await expectAccessible(megan, "a registered connector");
    await keepPicture(megan, "connector-registration");
    const [download] = await Promise.all([
      megan.waitForEvent("download"),
      megan
        .getByRole("link", { name: /Download package/ })
        .or(megan.getByRole("button", { name: /Download package/ }))
        .click(),
    ]);
    bytes = await readFile((await download.path()) ?? "");
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
  });

  test("is in the connectors of a channel once its package is uploaded and added", async () => {
    await uploadApp(ada, "tide-gauge.zip", bytes);
    await ada.getByText("Tide gauge").first().waitFor();
    // The publisher's page tells how far it got, without a reload.
    await megan.getByText(/is in the organisation’s catalogue/).waitFor();
    await ada.goto(`${parvis.url}/apps?search=Tide`);
    await ada
      .getByRole("link", { name: /Tide gauge/ })
      .first()
      .click();
    const dialog = await askToAdd(ada, "Engineering");
    await dialog.getByRole("button", { name: "Install for Engineering" }).click();
    await dialog.getByText("Tide gauge is in Engineering now").waitFor();
    await ada.goto(parvis.url);
    await openChannel(ada, "Alerts");
    await ada.getByRole("button", { name: "Connectors" }).click();
    await ada.getByRole("button", { name: "Configure Tide gauge" }).waitFor();
  });

  test("reads in French", async () => {
    const { context, page } = await browser.open({ locale: "fr-FR", colorScheme: "dark" });
    await context.addCookies(await megan.context().cookies());
    await page.goto(megan.url());
    await page.getByText("Identifiant du connecteur").first().waitFor();
    await expectAccessible(page, "the page in French and dark");
    await page.screenshot({ path: "test-results/registration-fr.png" });
    await context.close();
  });

  test("nothing went wrong in the pages", () => expect(errors).toEqual([]));
});
