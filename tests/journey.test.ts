import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writePackage } from "@parvis/manifest";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTodoConnector } from "../examples/todo-connector/src/server.ts";
import { ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { serveExample } from "./support/connector-site.ts";
import { askToAdd, openChannel, publisherPage, signIn, uploadApp } from "./support/parts.ts";
import { expectAccessible, keepPicture } from "./support/screens.ts";
import { stopAtFailure } from "./support/steps.ts";

const example = join(import.meta.dirname, "../examples/todo-connector/package");
const ada = { upn: "ada@contoso.test", password: "correct-horse-1" };
const megan = { upn: "megan@contoso.test", password: "correct-horse-2" };

/** The example's package with its page where this test serves it. @param change other faults or versions. */
async function todoPackage(
  connectorUrl: string,
  change: Record<string, unknown> = {},
  leaveOut?: string,
): Promise<Buffer> {
  const manifest = JSON.parse(
    (await readFile(join(example, "manifest.json"), "utf8")).replaceAll("http://localhost:4710", connectorUrl),
  ) as object;
  const text = JSON.stringify({ ...manifest, validDomains: [new URL(connectorUrl).host], ...change }, null, 2);
  const names = ["color.png", "outline.png"].filter((name) => name !== leaveOut);
  const icons = await Promise.all(
    names.map(async (name) => [name, new Uint8Array(await readFile(join(example, name)))] as const),
  );
  return Buffer.from(writePackage(new Map([["manifest.json", new TextEncoder().encode(text)], ...icons])));
}

/**
 * The main job as people do it, in order, on one Parvis: from the setup link to a card in every open browser, and again after a
 * stop and after kill -9. Each test goes on where the one before stopped.
 */
describe("an app package becomes an installed app whose connector posts a card into a channel", () => {
  let parvis: ParvisProcess;
  let connector: Awaited<ReturnType<typeof serveExample>>;
  let browser: TestBrowser;
  let adaPage: Page;
  let meganPage: Page;
  let adaContext: BrowserContext;
  let errors: string[];
  let webhookUrl: string;

  beforeAll(async () => {
    parvis = await ParvisProcess.start({ bare: true });
    const todo = createTodoConnector({ parvisUrl: parvis.url });
    connector = await serveExample((request) => todo.fetch(request));
    browser = await startBrowser();
    ({ context: adaContext, page: adaPage, errors } = await browser.open());
  });
  stopAtFailure(() => adaPage, "journey-ada");
  stopAtFailure(() => meganPage, "journey-megan");
  afterAll(async () => {
    await browser?.close();
    await connector?.close();
    await parvis?.dispose();
  });

  test("the printed link sets the organisation up", async () => {
    await adaPage.goto(parvis.setupLink ?? "");
    await adaPage.getByLabel("Name of the organisation").fill("Contoso");
    await adaPage.getByLabel("Your name").fill("Ada Admin");
    await adaPage.getByLabel("Your sign-in name").fill(ada.upn);
    await adaPage.getByLabel(/^Password/).fill(ada.password);
    await expectAccessible(adaPage, "setup");
    await keepPicture(adaPage, "setup");
    await adaPage.getByRole("button", { name: "Set up Parvis" }).click();
    await adaPage.getByRole("banner").getByText("Contoso").waitFor();
  });

  test("the link works once", async () => {
    const { page, context } = await browser.open();
    await page.goto(parvis.setupLink ?? "");
    await page.getByRole("heading", { name: "This Parvis is set up already" }).waitFor();
    await context.close();
  });

  test("an administrator adds a person, and a team with channels", async () => {
    await adaPage.goto(`${parvis.url}/admin/people`);
    await adaPage.getByRole("button", { name: "Add a person" }).click();
    const drawer = adaPage.getByRole("dialog");
    await drawer.getByRole("textbox", { name: "Name", exact: true }).fill("Megan Bowen");
    await drawer.getByLabel("Sign-in name").fill(megan.upn);
    await drawer.getByLabel(/^Password/).fill(megan.password);
    await drawer.getByRole("button", { name: "Add person" }).click();
    await adaPage.getByRole("cell", { name: megan.upn }).or(adaPage.getByText(megan.upn)).first().waitFor();

    await adaPage.goto(`${parvis.url}/admin/teams`);
    await adaPage.getByRole("button", { name: "Create a team" }).first().click();
    const team = adaPage.getByRole("dialog");
    await team.getByRole("textbox", { name: "Name", exact: true }).fill("Engineering");
    await team.getByLabel("Name of a channel").fill("Alerts");
    await team.getByRole("button", { name: "Add", exact: true }).click();
    await team.getByRole("button", { name: "Create this team" }).click();
    await team.waitFor({ state: "detached" });
    await adaPage.getByText("Engineering").first().waitFor();
    await parvis.call("POST", `/api/teams/${await teamId()}/members`, { upn: megan.upn }).catch(() => undefined);
  });

  async function teamId(): Promise<string> {
    const { items } = await parvis.call<{ items: { id: string }[] }>("GET", "/api/teams?search=Engineering");
    return items[0]?.id ?? "";
  }

  test("a package with faults is refused with every finding, and nothing is stored", async () => {
    await adaPage.goto(`${parvis.url}/admin/apps`);
    const faulty = await todoPackage(connector.url, { accentColor: "blue", version: "one" }, "outline.png");
    await uploadApp(adaPage, "faulty.zip", faulty);
    const dialog = adaPage.getByRole("dialog");
    for (const rule of ["schema/pattern", "icon/missing"]) await dialog.getByText(rule).first().waitFor();
    await keepPicture(adaPage, "upload-refused");
    await expectAccessible(adaPage, "refused upload");
    await adaPage.keyboard.press("Escape");
    const { items } = await parvis.call<{ items: unknown[] }>("GET", "/api/apps?view=manage");
    expect(items).toEqual([]);
  });

  test("a valid package appears in the list", async () => {
    await adaPage.goto(`${parvis.url}/admin/apps`);
    await uploadApp(adaPage, "todo.zip", await todoPackage(connector.url));
    const list = adaPage.getByRole("grid").or(adaPage.getByRole("table")).first();
    await list.getByText("Todo").first().waitFor();
    await list.getByText("Parvis examples").first().waitFor();
    await list.getByText("1.0.0").first().waitFor();
    await list.getByText("Allowed").first().waitFor();
    await adaPage.keyboard.press("Escape");
    await keepPicture(adaPage, "manage-apps");
  });

  test("the app is found, consented to and added to a team", async () => {
    await adaPage.goto(`${parvis.url}/apps`);
    await adaPage.getByText("Built for Contoso").waitFor();
    await keepPicture(adaPage, "apps");
    await adaPage.getByRole("link", { name: /Todo/ }).first().click();
    const dialog = await askToAdd(adaPage, "Engineering");
    await dialog.getByRole("heading", { name: "Add Todo to Engineering?" }).waitFor();
    await dialog.getByRole("checkbox", { name: /on behalf of Contoso/ }).waitFor();
    await expectAccessible(adaPage, "consent");
    await keepPicture(adaPage, "consent");
    await dialog.getByRole("button", { name: "Install for Engineering" }).click();
    await dialog.getByText("Todo is in Engineering now").waitFor();
    await dialog.getByRole("button", { name: "Later" }).click();
  });

  test("its connector is configured in the publisher's page, with teams-js 2", async () => {
    await adaPage.goto(parvis.url);
    await openChannel(adaPage, "Alerts");
    await adaPage.getByRole("button", { name: "Connectors" }).click();
    await adaPage.getByRole("button", { name: "Configure Todo" }).click();
    const save = adaPage.getByRole("dialog").getByRole("button", { name: "Save" });
    const page = publisherPage(adaPage);
    await page.getByRole("heading", { name: "Follow a todo list" }).waitFor();
    expect(await save.isDisabled()).toBe(true);
    await page.getByLabel("Release").check();
    await expect.poll(async () => await save.isEnabled()).toBe(true);
    await keepPicture(adaPage, "configure");
    await expectAccessible(adaPage, "configuration");
    await save.click();
    await adaPage
      .getByText(/is configured/)
      .first()
      .waitFor();
    const channel = await channelId("Alerts");
    const { configured } = await parvis.call<{ configured: { id: string; name: string }[] }>(
      "GET",
      `/api/channels/${channel}/connectors`,
    );
    expect(configured.map(({ name }) => name)).toEqual(["Release list"]);
    ({ webhookUrl } = await parvis.call<{ webhookUrl: string }>("GET", `/api/connectors/${configured[0]?.id}`));
    await adaPage
      .getByText(webhookUrl)
      .or(adaPage.locator(`input[value="${webhookUrl}"]`))
      .first()
      .waitFor();
  });

  async function channelId(name: string): Promise<string> {
    const { channels } = await parvis.call<{ channels: { id: string; displayName: string }[] }>(
      "GET",
      `/api/teams/${await teamId()}`,
    );
    return channels.find((channel) => channel.displayName === name)?.id ?? "";
  }

  test("a posted card is answered 1, and in every open browser at once without a reload", async () => {
    for (const close of await adaPage.getByRole("button", { name: "Close" }).all()) await close.click();
    await adaPage.keyboard.press("Escape");
    ({ page: meganPage } = await browser.open());
    await meganPage.goto(parvis.url);
    await signIn(meganPage, megan);
    await openChannel(meganPage, "Alerts");
    await adaPage.goto(meganPage.url());
    // The connector's own server has posted its welcome from the save handler.
    for (const page of [adaPage, meganPage]) await page.getByText("This channel follows a todo list").waitFor();
    const posted = performance.now();
    await postCard({
      "@type": "MessageCard",
      "@context": "https://schema.org/extensions",
      summary: "Build 7",
      title: "Build 7 passed",
      text: "All **212** checks",
    });
    await Promise.all([adaPage, meganPage].map(async (page) => await page.getByText("Build 7 passed").waitFor()));
    console.log(`The card was in both browsers ${Math.round(performance.now() - posted)} ms after it was posted.`);
    await meganPage.getByText("212").waitFor();
  });

  async function postCard(card: object): Promise<void> {
    const answer = await fetch(webhookUrl, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(card),
    });
    expect([answer.status, await answer.text()]).toEqual([200, "1"]);
  }

  test("what is done in the publisher's own app becomes a card", async () => {
    expect(await addTask()).toEqual({ channels: 1, failed: 0 });
    await meganPage.getByText("Write the release notes").waitFor();
  });

  async function addTask(): Promise<unknown> {
    const answer = await fetch(`${connector.url}/tasks`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ list: "Release", title: "Write the release notes" }),
    });
    return await answer.json();
  }

  test("an Adaptive Card is shown too, in light and in dark", async () => {
    const content = {
      type: "AdaptiveCard",
      version: "1.5",
      body: [
        { type: "TextBlock", text: "Release 2.4 is out", size: "Large", weight: "Bolder" },
        { type: "FactSet", facts: [{ title: "Version", value: "2.4.0" }] },
      ],
      actions: [{ type: "Action.OpenUrl", title: "Release notes", url: "https://example.com/" }],
    };
    await postCard({
      type: "message",
      attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content }],
    });
    await meganPage.getByText("Release 2.4 is out").waitFor();
    await meganPage.getByText("Release notes", { exact: true }).waitFor();
    await keepPicture(meganPage, "channel-light");
    await meganPage.emulateMedia({ colorScheme: "dark" });
    await meganPage.waitForTimeout(300);
    await keepPicture(meganPage, "channel-dark");
    await expectAccessible(meganPage, "channel in dark");
    await meganPage.emulateMedia({ colorScheme: "light" });
  });

  test("after a stop and a start all of it is there, and open pages go on by themselves", async () => {
    await parvis.end();
    // What is loaded when it is first used waits for the server, and so does whoever reads.
    await adaPage.getByRole("button", { name: "Connectors" }).click();
    await meganPage.getByText("The connection to Parvis is lost").waitFor();
    await parvis.start();
    await adaPage.getByRole("dialog").getByText("Connectors of Alerts").waitFor();
    await adaPage.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await meganPage.getByText("The connection to Parvis is lost").waitFor({ state: "detached" });
    await postCard({ text: "after the restart" });
    await meganPage.getByText("after the restart").waitFor({ timeout: 60_000 });
    await meganPage.reload();
    for (const text of ["Build 7 passed", "Release 2.4 is out", "after the restart"])
      await meganPage.getByText(text).waitFor();
  });

  test("after kill -9 as well", async () => {
    await postCard({ text: "before the crash" });
    await parvis.end("SIGKILL");
    await parvis.start();
    await postCard({ text: "after the crash" });
    await meganPage.getByText("after the crash").waitFor({ timeout: 60_000 });
    expect(await meganPage.getByText("before the crash").count()).toBe(1);
  });

  test("the configuration is reopened with what was chosen, and removed by the same page", async () => {
    await adaPage.reload();
    await adaPage.getByRole("button", { name: "Connectors" }).click();
    await adaPage.getByRole("tab", { name: "Configured (1)" }).click();
    await adaPage.getByRole("button", { name: "Modify Release list" }).click();
    await publisherPage(adaPage).getByRole("heading", { name: "Follow a todo list" }).waitFor();
    await expect.poll(async () => await publisherPage(adaPage).getByLabel("Release").isChecked()).toBe(true);
    await adaPage.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await adaPage.getByRole("button", { name: "Remove Release list" }).click();
    await adaPage.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
    await expect
      .poll(async () => (await fetch(webhookUrl, { method: "POST", body: '{"text":"x"}' })).status, { timeout: 35_000 })
      .toBe(410);
    // The page has told its own server.
    expect(await addTask()).toEqual({ channels: 0, failed: 0 });
  });

  test("no page has thrown an error", () => {
    expect(errors).toEqual([]);
    expect(adaContext.pages()).toHaveLength(1);
  });
});
