import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appPackage, connectorManifest } from "../apps/server/src/testing/packages.ts";
import { administrator, member, ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { signIn } from "./support/parts.ts";
import { expectAccessible, keepPicture } from "./support/screens.ts";
import { stopAtFailure } from "./support/steps.ts";

/** A person and their apps, from a mistyped search to an accepted update. Each test goes on where the one before stopped. */
describe("somebody's own apps", () => {
  let parvis: ParvisProcess;
  let site: Server;
  let browser: TestBrowser;
  let page: Page;
  let errors: string[];
  const ids: Record<string, string> = {};
  let manifest: ReturnType<typeof connectorManifest>;

  function personalManifest(name: string) {
    const { port } = site.address() as AddressInfo;
    return connectorManifest({
      name: { short: name, full: name },
      connectors: undefined,
      validDomains: [`localhost:${port}`],
      staticTabs: ["Home", "Tasks"].map((tab) => ({
        entityId: tab.toLowerCase(),
        name: tab,
        contentUrl: `http://localhost:${port}/${tab}`,
        scopes: ["personal"],
      })),
    });
  }

  beforeAll(async () => {
    site = createServer((request, response) => {
      response.writeHead(200, { "Content-Type": "text/html" });
      response.end(
        `<!doctype html><html lang="en"><title>Page</title><main><h1>Here is ${request.url?.slice(1)}</h1></main>`,
      );
    });
    await new Promise<void>((listening) => site.listen(0, "127.0.0.1", listening));
    parvis = await ParvisProcess.start();
    manifest = personalManifest("Timesheets");
    for (const one of [manifest, personalManifest("Lunch")]) {
      const { id, displayName } = await parvis.call<{ id: string; displayName: string }>(
        "POST",
        "/api/apps",
        appPackage(one),
      );
      ids[displayName] = id;
    }
    browser = await startBrowser();
    ({ page, errors } = await browser.open());
    await page.goto(parvis.url);
    await signIn(page, member);
  });
  stopAtFailure(() => page, "apps-client");
  afterAll(async () => {
    await browser?.close();
    await parvis?.dispose();
    site?.close();
  });

  const bar = () => page.getByRole("list", { name: "Pinned apps" });
  const pinned = async () => await bar().getByRole("link").allInnerTexts();
  const shown = () => page.frameLocator("iframe").frameLocator("iframe").getByRole("heading");

  async function setStatus(name: string, status: "allowed" | "blocked"): Promise<void> {
    // It answers with nothing, which this way of asking takes for no answer.
    await parvis.call("PUT", `/api/apps/${ids[name]}/status`, { status }).catch((error: unknown) => {
      if (!(error instanceof SyntaxError)) throw error;
    });
  }

  async function addAndPin(name: string): Promise<void> {
    await page.goto(`${parvis.url}/apps/${ids[name]}`);
    await page.getByRole("button", { name: "Add for myself" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("What it adds").waitFor();
    await dialog.getByRole("button", { name: "Agree and add" }).click();
    await page.getByRole("button", { name: `Pin ${name}` }).click();
    await bar().getByRole("link", { name }).waitFor();
  }

  test("finds an app in spite of a swapped letter", async () => {
    await page.goto(`${parvis.url}/apps`);
    await page.getByRole("heading", { name: "Built for Contoso" }).waitFor();
    await page.getByRole("main").getByRole("searchbox").fill("tmiesheets");
    await page.getByText("These come close").waitFor();
    await expectAccessible(page, "search");
    await page
      .getByRole("main")
      .getByRole("link", { name: /Timesheets/ })
      .click();
    await page.getByRole("heading", { level: 1, name: "Timesheets" }).waitFor();
  });

  test("adds apps for themselves, pins them, and puts them in order by keyboard", async () => {
    await addAndPin("Timesheets");
    await addAndPin("Lunch");
    expect(await pinned()).toEqual(["Timesheets", "Lunch"]);
    await bar().getByRole("link", { name: "Lunch" }).focus();
    await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(pinned).toEqual(["Lunch", "Timesheets"]);
    await page
      .getByText("Lunch is number 1 of 2 now")
      .or(page.getByRole("status"))
      .first()
      .waitFor({ state: "attached" });
    await page.reload();
    await expect.poll(async () => ((await bar().count()) === 0 ? [] : await pinned())).toEqual(["Lunch", "Timesheets"]);
  });

  test("opens its pages as tabs", async () => {
    await bar().getByRole("link", { name: "Timesheets" }).click();
    await expect.poll(async () => await shown().textContent()).toBe("Here is Home");
    await page.getByRole("tab", { name: "Tasks" }).click();
    await expect.poll(async () => await shown().textContent()).toBe("Here is Tasks");
    expect(new URL(page.url()).pathname).toBe(`/app/${ids.Timesheets}/tasks`);
    await keepPicture(page, "personal-app");
  });

  test("sees its page close with the reason when an administrator blocks it, and asks for it", async () => {
    await setStatus("Timesheets", "blocked");
    await page.getByRole("heading", { name: "You cannot use Timesheets" }).waitFor();
    await page.getByText("Your administrator has blocked Timesheets").waitFor();
    expect(await page.locator("main iframe").count()).toBe(0);
    await expect.poll(pinned).toEqual(["Lunch"]);
    await expectAccessible(page, "refusal");
    await keepPicture(page, "app-refused");
    await page.getByRole("button", { name: "Ask for it" }).click();
    await page.getByRole("dialog").getByRole("textbox").fill("My hours");
    await page.getByRole("button", { name: "Send request" }).click();
    await page.getByText(/Nobody has decided yet/).waitFor();
  });

  test("is told that it was allowed, and has the page back without a reload", async () => {
    await parvis.call("POST", `/api/apps/${ids.Timesheets}/requests/allow`);
    await page.getByText("You may use Timesheets now").first().waitFor();
    await expect.poll(async () => await shown().textContent()).toBe("Here is Tasks");
    await page.goto(`${parvis.url}/apps/manage?tab=requests`);
    await page.getByText(/^Allowed on/).waitFor();
  });

  test("accepts an update that asks for more", async () => {
    const more = { ...manifest, version: "2.0.0", bots: [{ botId: ids.Lunch, scopes: ["personal"] }] };
    await parvis.call("POST", `/api/apps/${ids.Timesheets}/definitions`, appPackage(more));
    await page.getByRole("tab", { name: "Updates" }).click();
    await page.getByRole("button", { name: "Update Timesheets" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("What it adds").waitFor();
    await dialog.getByRole("button", { name: "Accept for myself" }).click();
    await page.getByText("Everything is up to date").waitFor();
    await expectAccessible(page, "updates");
    await page.goto(`${parvis.url}/apps/${ids.Timesheets}`);
    const versions = page.locator("section", { has: page.getByRole("heading", { name: "Versions" }) });
    await versions.getByText("2.0.0").waitFor();
    expect(await versions.getByRole("listitem").count()).toBe(2);
    expect(await versions.getByRole("listitem").last().textContent()).toMatch(/^1\.0\.0Published on .* by Ada Admin$/);
    await expectAccessible(page, "details");
  });

  test("sees the apps of their teams, and what waits for an owner", async () => {
    const builds = connectorManifest();
    await parvis.connector(appPackage(builds));
    await page.goto(`${parvis.url}/apps/manage`);
    const row = page
      .getByRole("listitem")
      .filter({ hasText: "Fabrikam · version 1.0.0" })
      .filter({ hasText: "Builds" });
    await row.waitFor();
    await page.getByRole("heading", { name: "Engineering" }).waitFor();
    const { items } = await parvis.call<{ items: { id: string; displayName: string }[] }>(
      "GET",
      "/api/apps?view=manage",
    );
    const appId = items.find(({ displayName }) => displayName === "Builds")?.id;
    const more = { ...builds, version: "2.0.0", bots: [{ botId: ids.Lunch, scopes: ["team"] }] };
    await parvis.call("POST", `/api/apps/${appId}/definitions`, appPackage(more));
    await row.getByText("2.0.0").waitFor();
    expect(await row.getByRole("link", { name: "Update Builds in Engineering" }).count()).toBe(0);
    await expectAccessible(page, "apps of teams");
  });

  test("an owner is told in the dialog why an app cannot be added", async () => {
    await setStatus("Lunch", "blocked");
    const ada = await browser.open();
    await ada.page.goto(parvis.url);
    await signIn(ada.page, administrator);
    const { items } = await parvis.call<{ items: { id: string; channels: { id: string }[] }[] }>("GET", "/api/teams");
    const channel = `/teams/${items[0]?.id}/channels/${items[0]?.channels[0]?.id}`;
    await ada.page.goto(`${parvis.url}${channel}?connectors=all&add=${ids.Lunch}`);
    const dialog = ada.page.getByRole("dialog");
    await dialog.getByText("You cannot use Lunch").waitFor();
    await dialog.getByText("Your administrator has blocked Lunch for the organisation.").waitFor();
    await dialog.getByText(/^Set by Ada Admin on/).waitFor();
    expect(await dialog.getByRole("button", { name: "Install for Engineering" }).isEnabled()).toBe(false);
    await expectAccessible(ada.page, "refused in a dialog");
    await ada.page.goto(`${parvis.url}/apps/manage`);
    await ada.page.getByRole("link", { name: "Update Builds in Engineering" }).click();
    await ada.page.getByRole("dialog").getByText("What it adds").waitFor();
    expect(ada.errors).toEqual([]);
    await ada.context.close();
    await setStatus("Lunch", "allowed");
  });

  test("an owner accepts several updates at once, and sees which one was refused", async () => {
    const { items } = await parvis.call<{ items: { id: string }[] }>("GET", "/api/teams");
    const deploys = connectorManifest({ name: { short: "Deploys", full: "Deploys" } });
    const { id } = await parvis.call<{ id: string }>("POST", "/api/apps", appPackage(deploys));
    ids.Deploys = id;
    const { definitionId } = await parvis.call<{ definitionId: string }>("GET", `/api/apps/${id}/consent`);
    await parvis.call("POST", `/api/teams/${items[0]?.id}/installations`, { appId: id, consent: { definitionId } });
    const more = { ...deploys, version: "2.0.0", bots: [{ botId: ids.Lunch, scopes: ["team"] }] };
    await parvis.call("POST", `/api/apps/${id}/definitions`, appPackage(more));
    const ada = await browser.open();
    await ada.page.goto(`${parvis.url}/apps/manage?tab=updates`);
    await signIn(ada.page, administrator);
    await ada.page.getByText("Version 2.0.0 asks for your consent: a bot was added").first().waitFor();
    await ada.page.getByRole("tab", { name: "Updates (2)" }).waitFor();
    await ada.page.getByRole("checkbox", { name: "Select all" }).check();
    await expectAccessible(ada.page, "updates of teams");
    await ada.page.getByRole("button", { name: "Update 2 apps" }).click();
    const dialog = ada.page.getByRole("dialog");
    await dialog.getByRole("button", { name: "What Deploys adds and may do" }).click();
    await dialog.getByText("What it adds").waitFor();
    await expectAccessible(ada.page, "several updates");
    await setStatus("Deploys", "blocked");
    await dialog.getByRole("button", { name: "Accept 2 updates" }).click();
    await dialog.getByText("Updated").waitFor();
    await dialog.getByRole("alert").waitFor();
    await setStatus("Deploys", "allowed");
    await dialog.getByRole("button", { name: "Accept 1 update" }).click();
    await ada.page.getByText("2 apps are updated").first().waitFor();
    await ada.page.getByText("Everything is up to date").waitFor();
    expect(ada.errors).toEqual([]);
    await ada.context.close();
  });

  test("in French, from the search to the refusal", async () => {
    const french = await browser.open({ locale: "fr-FR" });
    await french.context.request.post(`${parvis.url}/api/session`, { data: member, headers: { Origin: parvis.url } });
    await french.page.goto(`${parvis.url}/apps?search=lunhc`);
    await french.page.getByText("Voici ce qui s’en approche").waitFor();
    await french.page.goto(`${parvis.url}/app/${ids.Lunch}`);
    await french.page.getByRole("tab", { name: "Home" }).waitFor();
    await setStatus("Lunch", "blocked");
    await french.page.getByRole("heading", { name: "Vous ne pouvez pas utiliser Lunch" }).waitFor();
    await french.page.getByRole("button", { name: "La demander" }).waitFor();
    expect(french.errors).toEqual([]);
    await french.context.close();
    expect(errors).toEqual([]);
  });
});
