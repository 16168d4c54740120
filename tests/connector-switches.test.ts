import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { administrator, member, ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { signIn } from "./support/parts.ts";
import { expectAccessible, keepPicture } from "./support/screens.ts";
import { stopAtFailure } from "./support/steps.ts";

/** Connectors switched off and on by an administrator, as they see it and as a member with an open page does. */
describe("connector switches", () => {
  let parvis: ParvisProcess;
  let browser: TestBrowser;
  let ada: Page;
  let megan: Page;
  let errors: string[];
  let teamId: string;
  let webhookUrl: string;

  beforeAll(async () => {
    parvis = await ParvisProcess.start();
    const { items } = await parvis.call<{ items: { id: string; channels: { id: string }[] }[] }>("GET", "/api/teams");
    teamId = items[0]?.id ?? "";
    const channelId = items[0]?.channels[0]?.id ?? "";
    const made = await parvis.call<{ webhookUrl: string }>("POST", `/api/channels/${channelId}/webhooks`, {
      name: "Deployments",
    });
    webhookUrl = made.webhookUrl;
    browser = await startBrowser();
    ({ page: ada, errors } = await browser.open());
    await ada.goto(`${parvis.url}/admin/settings`);
    await signIn(ada, administrator);
    ({ page: megan } = await browser.open());
    await megan.goto(`${parvis.url}/teams/${teamId}/channels/${channelId}?connectors=webhooks`);
    await signIn(megan, member);
  });
  stopAtFailure(() => megan, "switches-megan");
  stopAtFailure(() => ada, "switches-ada");
  afterAll(async () => {
    await browser?.close();
    await parvis?.dispose();
  });

  const post = async () => {
    const response = await fetch(webhookUrl, { method: "POST", body: '{"text":"deployed"}' });
    return await response.text();
  };
  const reason = (page: Page, text: string) => page.getByRole("dialog").getByText(text);

  test("one for the organisation: asks with what stops, says who set it, and open pages follow", async () => {
    const all = ada.getByRole("switch", { name: "Connectors", exact: true });
    await all.waitFor();
    await all.click();
    const dialog = ada.getByRole("alertdialog");
    await dialog.getByText("1 webhook stops working.").waitFor();
    await expectAccessible(ada, "switching connectors off");
    await dialog.getByRole("button", { name: "Switch off for Contoso" }).click();
    await ada.getByText(/Set by Ada Admin/).waitFor();
    expect(await all.isChecked()).toBe(false);
    await reason(megan, "Connectors are switched off for the organisation").waitFor();
    expect(await post()).toContain("HTTP error 403");
    await keepPicture(ada, "connector-switches");
    await expectAccessible(ada, "the settings");

    await all.click();
    await reason(megan, "Connectors are switched off for the organisation").waitFor({ state: "detached" });
    await expect.poll(post).toBe("1");
  });

  test("one for a team, and one for its members", async () => {
    await ada.goto(`${parvis.url}/admin/teams/${teamId}?tab=connectors`);
    await ada.getByText("The team has 1 connector or webhook.").waitFor();
    await ada.getByRole("switch", { name: "Members may manage connectors" }).click();
    await reason(megan, "Only owners").first().waitFor();
    await ada.getByRole("switch", { name: "Members may manage connectors" }).click();
    await reason(megan, "Only owners").first().waitFor({ state: "detached" });

    await ada.getByRole("switch", { name: "Connectors in this team" }).click();
    const dialog = ada.getByRole("alertdialog");
    await dialog.getByText(/1 webhook refuses cards/).waitFor();
    await dialog.getByRole("button", { name: "Switch off in Engineering" }).click();
    await reason(megan, "Connectors are switched off for this team").waitFor();
    expect(await post()).toContain("HTTP error 403");
    await expectAccessible(ada, "the team's switches");
    await ada.getByRole("switch", { name: "Connectors in this team" }).click();
    await expect.poll(post).toBe("1");
  });

  test("a program is registered, given a secret that is shown once, and signs in with it", async () => {
    await ada.goto(`${parvis.url}/admin/app-registrations`);
    await ada.getByRole("button", { name: "Register an app" }).click();
    const drawer = ada.getByRole("dialog");
    await drawer.getByLabel("Name").fill("Nightly pipeline");
    await drawer.getByRole("combobox", { name: "Permissions" }).fill("Exchange.ManageAsApp");
    await drawer.getByRole("button", { name: "Add", exact: true }).click();
    await drawer.getByText("Exchange.ManageAsApp", { exact: true }).waitFor();
    await expectAccessible(ada, "registering an app");
    await drawer.getByRole("button", { name: "Register", exact: true }).click();
    await drawer.getByRole("button", { name: "Make a secret" }).click();
    const secret = await drawer.getByLabel("New secret", { exact: true }).inputValue();
    const clientId = await drawer.getByLabel("Client ID", { exact: true }).inputValue();
    await expectAccessible(ada, "a new secret");
    const response = await fetch(`${parvis.url}/contoso.test/oauth2/v2.0/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: clientId,
        client_secret: secret,
        scope: "https://outlook.office365.com/.default",
      }),
    });
    const { access_token: token } = (await response.json()) as { access_token: string };
    const invoked = await fetch(`${parvis.url}/adminapi/beta/contoso.test/InvokeCommand`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}` },
      body: JSON.stringify({ CmdletInput: { CmdletName: "Get-OrganizationConfig" } }),
    });
    expect(await invoked.json()).toMatchObject({ value: [{ ConnectorsEnabled: true }] });

    await drawer.getByRole("button", { name: "Cancel" }).click();
    await ada.getByRole("link", { name: "Nightly pipeline" }).click();
    expect(await drawer.getByText(secret).count()).toBe(0);
    await drawer.getByRole("button", { name: "Delete registration" }).click();
    await ada.getByRole("alertdialog").getByRole("button", { name: "Delete Nightly pipeline" }).click();
    await ada.getByText("No app is registered").waitFor();
  });

  test("nothing went wrong in the pages", () => expect(errors).toEqual([]));
});
