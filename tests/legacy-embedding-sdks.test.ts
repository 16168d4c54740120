import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appPackage, connectorManifest } from "../apps/server/src/testing/packages.ts";
import { administrator, ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { type ConnectorSite, type SdkVersion, startConnectorSite } from "./support/connector-site.ts";
import { openChannel, signIn } from "./support/parts.ts";
import { type ThoroughPublisher, thoroughPublisher } from "./support/thorough-page.ts";

interface Case {
  readonly sdk: SdkVersion;
  readonly app: string;
}

const cases: readonly Case[] = [
  { sdk: "1.5.2", app: "Early" },
  { sdk: "1.13.1", app: "Middle" },
  { sdk: "2.58.0", app: "Late" },
];

/**
 * Pages that name no host to `initialize`, shown through Parvis, on a Parvis behind TLS under a name that no SDK knows. Their own
 * server stays where it is: this machine, which the operator lists.
 */
describe("pages shown through Parvis", () => {
  const publicUrl = "https://parvis.example.test";
  const servers = new Map<SdkVersion, { server: Server; host: string }>();
  let publisher: ThoroughPublisher;
  let parvis: ParvisProcess;
  let site: ConnectorSite;
  let browser: TestBrowser;
  let context: BrowserContext;
  let page: Page;
  let channel: string;
  let channelId: string;
  let errors: string[];

  const hostOf = (sdk: SdkVersion) => servers.get(sdk)?.host ?? "";

  beforeAll(async () => {
    publisher = thoroughPublisher((host) => cases.find(({ sdk }) => hostOf(sdk) === host)?.sdk ?? "2.58.0");
    for (const { sdk } of cases) {
      const server = createServer((request, response) => publisher.answer(hostOf(sdk), request, response));
      await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
      servers.set(sdk, { server, host: `localhost:${(server.address() as AddressInfo).port}` });
    }
    parvis = await ParvisProcess.start({
      environment: { PARVIS_PUBLIC_URL: publicUrl, PARVIS_PRIVATE_TARGETS: "localhost" },
    });
    const { hostname } = new URL(publicUrl);
    site = await startConnectorSite(parvis.localUrl, hostname);
    browser = await startBrowser({ [hostname]: site.port, [`*.apps.${hostname}`]: site.port });
    ({ context, page, errors } = await browser.open());
    const { items } = await parvis.call<{ items: { id: string; channels: { id: string; displayName: string }[] }[] }>(
      "GET",
      "/api/teams",
    );
    const [team] = items;
    channelId = team?.channels.find(({ displayName }) => displayName === "Alerts")?.id ?? "";
    for (const { sdk, app } of cases) {
      const host = hostOf(sdk);
      const manifest = connectorManifest({
        name: { short: app, full: `${app} of Fabrikam` },
        connectors: [
          {
            connectorId: "8c1f1d6e-3a0f-4a0e-9c57-2a7f3f1d9b01",
            configurationUrl: `http://${host}/configure`,
            scopes: ["team"],
          },
        ],
        validDomains: [host],
        webApplicationInfo: { id: "2c3caa80-93f9-425e-8b85-0745f50c0d24", resource: `api://${host}/2c3caa80` },
      });
      const { id: appId } = await parvis.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
      const { definitionId } = await parvis.call<{ definitionId: string }>("GET", `/api/apps/${appId}/consent`);
      await parvis.call("POST", `/api/teams/${team?.id}/installations`, { appId, consent: { definitionId } });
      await parvis.call("PUT", `/api/apps/${appId}/embedding`, { mode: "legacy" });
    }
    await page.goto(publicUrl);
    await signIn(page, administrator);
    await openChannel(page, "Alerts");
    channel = page.url().split("?")[0] ?? "";
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await parvis?.dispose();
    for (const { server } of servers.values()) {
      server.closeAllConnections();
      server.close();
    }
  });

  const dialog = () => page.getByRole("dialog");
  const inner = () => dialog().frameLocator("iframe").frameLocator("iframe").frameLocator("iframe");
  const button = (name: string) => dialog().getByRole("button", { name, exact: true });
  const shown = async (name: string) => (await inner().locator(`#told-${name}`).textContent()) ?? "";

  describe.each(cases)("with teams-js $sdk", ({ sdk, app }) => {
    test("know where they are, sign in by popup, and get a token", async () => {
      await page.goto(`${channel}?connectors=all`);
      await button(`Configure ${app}`).click();
      await expect
        .poll(async () => JSON.parse(await shown("context")))
        .toEqual(["default", "en-gb", "settings", "ada@contoso.test", "Engineering", "Alerts"]);
      for (const [ending, said] of [
        ["success", "signed in as bob"],
        ["failure", "not: bob may not"],
      ] as const) {
        await inner().getByLabel("End with").selectOption(ending);
        const opened = context.waitForEvent("page");
        await inner().getByRole("button", { name: "Sign in" }).click();
        const popup = await opened;
        await expect.poll(async () => await shown("signed-in")).toBe(said);
        if (!popup.isClosed()) await popup.waitForEvent("close");
      }
      await inner().getByRole("button", { name: "Token" }).click();
      await expect.poll(async () => JSON.parse(await shown("token")).preferred_username).toBe("ada@contoso.test");
      await inner().getByLabel("End with").selectOption("success");
    });

    test("save their settings, by the addresses that their own server has", async () => {
      await inner().getByLabel("Name").fill(app);
      await expect.poll(async () => await button("Save").isEnabled()).toBe(true);
      await button("Save").click();
      await page.getByText(`${app} is configured`).first().waitFor();
      await expect.poll(() => publisher.told(hostOf(sdk)).map(([what]) => what)).toEqual(["saved", "after"]);
      const { configured } = await parvis.call<{ configured: { id: string; name: string }[] }>(
        "GET",
        `/api/channels/${channelId}/connectors`,
      );
      const one = configured.find(({ name }) => name === app);
      const { settings } = await parvis.call<{ settings: object }>("GET", `/api/connectors/${one?.id}`);
      expect(settings).toEqual({
        entityId: `entity of ${app}`,
        contentUrl: `http://${hostOf(sdk)}/configure?edit=${app}`,
        removeUrl: `http://${hostOf(sdk)}/configure?removal=success`,
        configName: app,
      });
    });

    test("are reopened, and removed", async () => {
      await page.goto(`${channel}?connectors=configured`);
      await button(`Modify ${app}`).click();
      await expect.poll(async () => await shown("entity")).toBe(`entity of ${app}`);
      await button("Cancel").click();
      await button(`Remove ${app}`).click();
      await inner().locator("#told-initialized").waitFor();
      await button("Remove").click();
      await page.getByText(`${app} was removed`).first().waitFor();
      expect(publisher.told(hostOf(sdk)).at(-1)).toEqual(["removing", { removal: "success" }]);
    });
  });

  test("throw no errors at the client", () => {
    expect(errors).toEqual([]);
  });
});
