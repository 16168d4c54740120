import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appPackage, connectorManifest, personalManifest } from "../apps/server/src/testing/packages.ts";
import { member, ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { signIn } from "./support/parts.ts";
import { expectAccessible } from "./support/screens.ts";
import { stopAtFailure } from "./support/steps.ts";

/** A member uploads a custom app for their team and uses its connector, until the team's owners leave that to themselves. */
describe("uploads for a team", () => {
  let parvis: ParvisProcess;
  let browser: TestBrowser;
  let megan: Page;
  let errors: string[];
  let teamId: string;
  let channelId: string;

  beforeAll(async () => {
    parvis = await ParvisProcess.start();
    const { items } = await parvis.call<{ items: { id: string; channels: { id: string }[] }[] }>("GET", "/api/teams");
    teamId = items[0]?.id ?? "";
    channelId = items[0]?.channels[0]?.id ?? "";
    browser = await startBrowser();
    ({ page: megan, errors } = await browser.open());
    await megan.goto(`${parvis.url}/teams/${teamId}`);
    await signIn(megan, member);
  });
  stopAtFailure(() => megan, "uploads");
  afterAll(async () => {
    await browser?.close();
    await parvis?.dispose();
  });

  const choose = async (manifest: object) => {
    await megan.getByRole("button", { name: "Upload an app" }).click();
    const dialog = megan.getByRole("dialog");
    const buffer = Buffer.from(appPackage(manifest));
    await dialog.locator("input[type=file]").setInputFiles({ name: "app.zip", mimeType: "application/zip", buffer });
    await dialog.getByRole("button", { name: "Upload", exact: true }).click();
    return dialog;
  };
  const manifest = connectorManifest({ name: { short: "Release notes", full: "Release notes of Fabrikam" } });

  test("a member uploads a connector app, agrees, and finds it under Uploaded in a channel", async () => {
    const wrong = await choose({ ...manifest, version: "one" });
    await wrong
      .getByText(/finding/i)
      .first()
      .waitFor();
    await expectAccessible(megan, "a package with findings");
    await wrong.getByRole("button", { name: "Cancel" }).click();

    const dialog = await choose(manifest);
    await dialog.getByText("What it adds").waitFor();
    await dialog.getByRole("button", { name: /Install for/ }).click();
    await dialog.waitFor({ state: "detached" });
    await megan.getByText("Uploaded by Megan Bowen").waitFor();
    // What she brought herself she also takes away again, though an owner manages the rest.
    await megan.getByRole("button", { name: "Remove Release notes" }).first().click();
    await megan.getByRole("dialog").getByText("Remove Release notes from Engineering?").waitFor();
    await megan.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();

    await megan.goto(`${parvis.url}/teams/${teamId}/channels/${channelId}?connectors=uploaded`);
    await megan
      .getByRole("dialog")
      .getByRole("button", { name: /Configure Release notes|Release notes/ })
      .first()
      .waitFor();
    expect(errors).toEqual([]);
  });

  test("where only owners upload, the button goes from open pages, and what is there stays", async () => {
    await megan.goto(`${parvis.url}/teams/${teamId}`);
    const button = megan.getByRole("button", { name: "Upload an app" });
    await button.waitFor();
    await megan.getByText("Uploaded by Megan Bowen").waitFor();
    // Without the notice of the installation, which is half-way in or out.
    await expectAccessible(megan, "a team's uploaded apps");
    await parvis.call("PATCH", `/api/teams/${teamId}/settings`, { membersMayUpload: false });
    await button.waitFor({ state: "detached" });
    await megan.getByText(/Only owners of this team upload apps\. Set by Ada Admin/).waitFor();
    await megan.goto(`${parvis.url}/teams/${teamId}?tab=settings`);
    await megan.getByText(/^Set by Ada Admin, /).waitFor();
    await expectAccessible(megan, "a team's settings that an administrator changed");
    await megan.goto(`${parvis.url}/teams/${teamId}`);
    await megan.getByText("Uploaded by Megan Bowen").waitFor();
    await parvis.call("PATCH", `/api/teams/${teamId}/settings`, { membersMayUpload: true });
    await button.waitFor();
  });

  test("in French, a refusal says why in French", async () => {
    const french = await browser.open({ locale: "fr-FR", colorScheme: "dark", viewport: { width: 360, height: 740 } });
    await french.page.goto(`${parvis.url}/teams/${teamId}`);
    await french.page.getByLabel("Identifiant").fill(member.upn);
    await french.page.getByLabel(/^Mot de passe/).fill(member.password);
    await french.page.getByRole("button", { name: "Se connecter" }).click();
    await french.page.getByRole("button", { name: "Charger une application" }).click();
    const dialog = french.page.getByRole("dialog");
    const personal = personalManifest({ name: { short: "Carnet", full: "Carnet" } });
    const buffer = Buffer.from(appPackage(personal));
    await dialog.locator("input[type=file]").setInputFiles({ name: "app.zip", mimeType: "application/zip", buffer });
    await dialog.getByRole("button", { name: "Charger", exact: true }).click();
    await dialog.getByText("Carnet n’a rien pour une équipe.").waitFor();
    await expectAccessible(french.page, "a refused upload in French");
    await parvis.call("PATCH", `/api/teams/${teamId}/settings`, { membersMayUpload: false });
    await french.page.goto(`${parvis.url}/teams/${teamId}?tab=settings`);
    await french.page.getByText(/^Réglé par Ada Admin le/).waitFor();
    expect(french.errors).toEqual([]);
    await french.context.close();
  });
});
