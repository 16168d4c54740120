import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { appPackage, connectorManifest } from "../apps/server/src/testing/packages.ts";
import { administrator, ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { type ConnectorSite, type SdkVersion, startConnectorSite } from "./support/connector-site.ts";
import { signIn } from "./support/parts.ts";
import { personalPublisher } from "./support/personal-site.ts";

interface Case {
  readonly sdk: SdkVersion;
  readonly host: string;
  readonly app: string;
}

const cases: readonly Case[] = [
  { sdk: "1.5.2", host: "one-five.fabrikam.test", app: "Early" },
  { sdk: "1.13.1", host: "one-thirteen.fabrikam.test", app: "Middle" },
  { sdk: "2.58.0", host: "two.fabrikam.test", app: "Late" },
];
const identity = "2c3caa80-93f9-425e-8b85-0745f50c0d24";

/** @param base with scheme. */
function personalManifest(name: string, base: string) {
  const { host } = new URL(base);
  return connectorManifest({
    name: { short: name, full: `${name} of Fabrikam` },
    connectors: undefined,
    validDomains: [host],
    staticTabs: ["Home", "Tasks"].map((tab) => ({
      entityId: tab.toLowerCase(),
      name: tab,
      contentUrl: `${base}/${tab}?who={loginHint}&page={entityId}`,
      scopes: ["personal"],
    })),
    webApplicationInfo: { id: identity, resource: `api://${host}/2c3caa80` },
  });
}

async function addForMyself(parvis: ParvisProcess, manifest: ReturnType<typeof personalManifest>): Promise<string> {
  const { id } = await parvis.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
  const { definitionId } = await parvis.call<{ definitionId: string }>("GET", `/api/apps/${id}/consent`);
  await parvis.call("POST", "/api/me/apps", { appId: id, consent: { definitionId } });
  return id;
}

interface Session {
  readonly person: { readonly id: string };
  readonly organisation: { readonly id: string };
}

/** What the page is to know, by either SDK. */
async function expectedContext(parvis: ParvisProcess, page: string, sub?: string) {
  const { person, organisation } = await parvis.call<Session>("GET", "/api/session");
  return {
    page,
    ...(sub === undefined ? {} : { sub }),
    frame: "content",
    user: "ada@contoso.test",
    person: person.id,
    tenant: organisation.id,
    theme: "default",
    locale: "en-gb",
  };
}

async function shown(frame: FrameLocator, name: string): Promise<string> {
  return (await frame.locator(`#told-${name}`).textContent()) ?? "";
}

async function signInByPopup(context: BrowserContext, frame: FrameLocator): Promise<void> {
  const opened = context.waitForEvent("page");
  await frame.getByRole("button", { name: "Sign in" }).click();
  const popup = await opened;
  await expect.poll(async () => await shown(frame, "signed-in")).toBe("signed in as bob");
  if (!popup.isClosed()) await popup.waitForEvent("close");
}

async function expectToken(frame: FrameLocator): Promise<void> {
  await frame.getByRole("button", { name: "Token" }).click();
  await expect.poll(async () => await frame.locator("#told-token").count()).toBe(1);
  expect(JSON.parse(await shown(frame, "token"))).toMatchObject({
    aud: identity,
    preferred_username: "ada@contoso.test",
  });
}

/** Pages of somebody's own apps, by unmodified SDKs, on a Parvis under a name that all of them accept. */
describe("pages of personal apps", () => {
  const publicUrl = "https://teams.microsoft.com";
  const ids = new Map<string, string>();
  let parvis: ParvisProcess;
  let site: ConnectorSite;
  let browser: TestBrowser;
  let context: BrowserContext;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    parvis = await ParvisProcess.start({ environment: { PARVIS_PUBLIC_URL: publicUrl } });
    const publisher = personalPublisher((host) => cases.find((one) => one.host === host)?.sdk ?? "2.58.0");
    site = await startConnectorSite(parvis.localUrl, new URL(publicUrl).hostname, publisher);
    const hosts = [new URL(publicUrl).hostname, ...cases.map(({ host }) => host)];
    browser = await startBrowser(Object.fromEntries(hosts.map((host) => [host, site.port])));
    ({ context, page, errors } = await browser.open());
    for (const { app, host } of cases)
      ids.set(app, await addForMyself(parvis, personalManifest(app, `https://${host}`)));
    await page.goto(publicUrl);
    await signIn(page, administrator);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await page.screenshot({ path: "test-results/personal-pages.png" });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await parvis?.dispose();
  });

  const inner = () => page.locator("main").frameLocator("iframe").frameLocator("iframe");

  describe.each(cases)("with teams-js $sdk", ({ app, host }) => {
    test("initialize twice, know where they are, and follow the theme", async () => {
      await page.goto(`${publicUrl}/app/${ids.get(app)}`);
      await inner().locator("#told-known").waitFor();
      expect(JSON.parse(await shown(inner(), "context"))).toEqual(await expectedContext(parvis, "home"));
      const address = `https://${host}/Home?who=ada%40contoso.test&page=home`;
      expect(page.frames().map((frame) => frame.url())).toContain(address);
      await page.emulateMedia({ colorScheme: "dark" });
      await expect.poll(async () => await shown(inner(), "theme")).toBe("dark");
      await page.emulateMedia({ colorScheme: "light" });
      await expect.poll(async () => await shown(inner(), "theme")).toBe("default");
    });

    test("get a token that says who looks at them, and sign people in by a popup", async () => {
      await expectToken(inner());
      await signInByPopup(context, inner());
    });

    test("know which tab they are, and the place that a link named", async () => {
      await page.getByRole("tab", { name: "Tasks" }).click();
      await inner().getByRole("heading", { name: "Here is Tasks" }).waitFor();
      await inner().locator("#told-known").waitFor();
      expect(JSON.parse(await shown(inner(), "context"))).toEqual(await expectedContext(parvis, "tasks"));
      await page.goto(`${publicUrl}/app/${ids.get(app)}/home?sub=hour%207`);
      await inner().locator("#told-known").waitFor();
      expect(JSON.parse(await shown(inner(), "context"))).toEqual(await expectedContext(parvis, "home", "hour 7"));
    });
  });

  test("lead to another tab of their app", async () => {
    await page.goto(`${publicUrl}/app/${ids.get("Late")}`);
    await inner().locator("#told-known").waitFor();
    await inner().getByRole("button", { name: "Other page" }).click();
    await inner().getByRole("heading", { name: "Here is Tasks" }).waitFor();
    await inner().locator("#told-known").waitFor();
    expect(JSON.parse(await shown(inner(), "context"))).toEqual(await expectedContext(parvis, "tasks", "task 7"));
    expect(errors).toEqual([]);
  });
});

/** A Parvis as it comes, at http://localhost: an address that no SDK takes for a host. */
describe("pages of personal apps at localhost", () => {
  const ids = new Map<string, string>();
  const servers: Server[] = [];
  let parvis: ParvisProcess;
  let browser: TestBrowser;
  let context: BrowserContext;
  let page: Page;
  let errors: string[];

  async function serve(sdk: SdkVersion): Promise<string> {
    const answer = personalPublisher(() => sdk);
    const server = createServer((request, response) => answer("localhost", request, response));
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    servers.push(server);
    return `http://localhost:${(server.address() as AddressInfo).port}`;
  }

  beforeAll(async () => {
    parvis = await ParvisProcess.start({ environment: { PARVIS_PRIVATE_TARGETS: "localhost" } });
    browser = await startBrowser();
    ({ context, page, errors } = await browser.open());
    for (const { sdk, app } of cases) {
      ids.set(app, await addForMyself(parvis, personalManifest(app, await serve(sdk))));
    }
    await page.goto(parvis.url);
    await signIn(page, administrator);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await page.screenshot({ path: "test-results/personal-pages-local.png" });
  });
  afterAll(async () => {
    await browser?.close();
    await parvis?.dispose();
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });

  const inner = () => page.locator("main").frameLocator("iframe").frameLocator("iframe").frameLocator("iframe");

  test.each(cases)("with teams-js $sdk are told of, and work through Parvis", async ({ app, sdk }) => {
    await page.goto(`${parvis.url}/app/${ids.get(app)}`);
    await page.getByText(`${app} does not accept this Parvis`).waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Show it through Parvis" }).click();
    await inner().locator("#told-known").waitFor();
    expect(JSON.parse(await shown(inner(), "context"))).toEqual(await expectedContext(parvis, "home"));
    expect(await page.getByRole("alert").count()).toBe(0);
    await expectToken(inner());
    // 2.x opens popups at https alone.
    if (sdk !== "2.58.0") await signInByPopup(context, inner());
    await page.getByRole("tab", { name: "Tasks" }).click();
    await inner().getByRole("heading", { name: "Here is Tasks" }).waitFor();
    await inner().locator("#told-known").waitFor();
    expect(JSON.parse(await shown(inner(), "context"))).toMatchObject({ page: "tasks" });
    expect(errors).toEqual([]);
  });
});
