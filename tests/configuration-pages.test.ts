import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appPackage, connectorManifest } from "../apps/server/src/testing/packages.ts";
import { administrator, ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { type ConnectorSite, type SdkVersion, startConnectorSite } from "./support/connector-site.ts";
import { openChannel, publisherPage, signIn } from "./support/parts.ts";
import { stopAtFailure } from "./support/steps.ts";
import { type ThoroughPublisher, thoroughPublisher } from "./support/thorough-page.ts";

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

interface Configured {
  readonly id: string;
  readonly name: string;
  readonly app: { readonly displayName: string } | null;
}

/**
 * Everything that a configuration page can do by teams-js, by unmodified SDKs of both generations, in the whole of Parvis: the
 * client's dialog around it, the server behind it. Parvis stands behind TLS under a name that all of them accept.
 */
describe("configuration pages", () => {
  const publicUrl = "https://teams.microsoft.com";
  let parvis: ParvisProcess;
  let publisher: ThoroughPublisher;
  let site: ConnectorSite;
  let browser: TestBrowser;
  let context: BrowserContext;
  let page: Page;
  let errors: string[];
  let teamId: string;
  let channelId: string;
  let channel: string;

  beforeAll(async () => {
    parvis = await ParvisProcess.start({ environment: { PARVIS_PUBLIC_URL: publicUrl } });
    publisher = thoroughPublisher((host) => cases.find((one) => one.host === host)?.sdk ?? "2.58.0");
    site = await startConnectorSite(parvis.localUrl, new URL(publicUrl).hostname, publisher.answer);
    const hosts = [new URL(publicUrl).hostname, ...cases.map(({ host }) => host)];
    browser = await startBrowser(Object.fromEntries(hosts.map((host) => [host, site.port])));
    ({ context, page, errors } = await browser.open());
    const { items } = await parvis.call<{ items: { id: string; channels: { id: string; displayName: string }[] }[] }>(
      "GET",
      "/api/teams",
    );
    const [team] = items;
    teamId = team?.id ?? "";
    channelId = team?.channels.find(({ displayName }) => displayName === "Alerts")?.id ?? "";
    for (const { host, app } of cases) {
      const manifest = connectorManifest({
        name: { short: app, full: `${app} of Fabrikam` },
        connectors: [
          {
            connectorId: "8c1f1d6e-3a0f-4a0e-9c57-2a7f3f1d9b01",
            configurationUrl: `https://${host}/configure?theme={theme}`,
            scopes: ["team"],
          },
        ],
        validDomains: [host],
        webApplicationInfo: { id: "2c3caa80-93f9-425e-8b85-0745f50c0d24", resource: `api://${host}/2c3caa80` },
      });
      const { id: appId } = await parvis.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
      const { definitionId } = await parvis.call<{ definitionId: string }>("GET", `/api/apps/${appId}/consent`);
      await parvis.call("POST", `/api/teams/${team?.id}/installations`, { appId, consent: { definitionId } });
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
  });

  const dialog = () => page.getByRole("dialog");
  const inner = () => publisherPage(page);
  const button = (name: string) => dialog().getByRole("button", { name, exact: true });
  const shown = async (name: string) => (await inner().locator(`#told-${name}`).textContent()) ?? "";
  const webhookOf = async (id: string) =>
    (await parvis.call<{ webhookUrl: string }>("GET", `/api/connectors/${id}`)).webhookUrl;

  async function configured(app: string): Promise<Configured[]> {
    const { configured: list } = await parvis.call<{ configured: Configured[] }>(
      "GET",
      `/api/channels/${channelId}/connectors`,
    );
    return list.filter((one) => one.app?.displayName === app);
  }

  async function openPage(list: "all" | "configured", press: string): Promise<void> {
    await page.goto(`${channel}?connectors=${list}`);
    await button(press).click();
    await inner().locator("#told-initialized").waitFor();
  }

  async function save(name: string, choices: { ending?: string; removing?: string } = {}): Promise<void> {
    await inner().getByLabel("Name").fill(name);
    for (const [label, value] of [["End with", choices.ending] as const, ["Remove with", choices.removing] as const])
      if (value !== undefined) await inner().getByLabel(label).selectOption(value);
    await expect.poll(async () => await button("Save").isEnabled()).toBe(true);
    await button("Save").click();
  }

  describe.each(cases)("with teams-js $sdk", ({ sdk, host, app }) => {
    stopAtFailure(() => page, `configuration-page-${sdk}`);

    test("initialize twice, know where they are, and follow the theme", async () => {
      await openPage("all", `Configure ${app}`);
      await expect
        .poll(async () => JSON.parse(await shown("context")))
        .toEqual(["default", "en-gb", "settings", "ada@contoso.test", "Engineering", "Alerts"]);
      expect(page.frames().map((frame) => frame.url())).toContain(`https://${host}/configure?theme=default`);
      await page.emulateMedia({ colorScheme: "dark" });
      await expect.poll(async () => await shown("theme")).toBe("dark");
      await page.emulateMedia({ colorScheme: "light" });
      await expect.poll(async () => await shown("theme")).toBe("default");
    });

    test("switch Save on and off, and say why they cannot save", async () => {
      expect(await button("Save").isDisabled()).toBe(true);
      await save(`${app} First`, { ending: "failure" });
      await dialog().getByText("Choose a repository first.").waitFor();
      expect(await configured(app)).toEqual([]);
      await inner().getByLabel("Name").fill("");
      await expect.poll(async () => await button("Save").isDisabled()).toBe(true);
    });

    test("know the webhook before Save, see their settings at once, and go on posting when the dialog has closed", async () => {
      const early = await shown("webhook");
      expect(early).toMatch(/^https:\/\/teams\.microsoft\.com\/webhookb2\//);
      expect(await shown("entity")).toBe("null");
      publisher.delayMilliseconds = 3_000;
      await save(`${app} First`, { ending: "success", removing: "success" });
      await page.getByText(`${app} First is configured`).first().waitFor();
      await dialog().waitFor({ state: "detached" });
      // The second request begins when the first has been answered, long after the dialog.
      await expect.poll(() => publisher.told(host).map(([what]) => what)).toEqual(["saved", "after"]);
      publisher.delayMilliseconds = 0;
      expect(publisher.told(host)[0]?.[1]).toMatchObject({
        entityId: `entity of ${app} First`,
        contentUrl: `https://${host}/configure?edit=${app}%20First`,
        removeUrl: `https://${host}/configure?removal=success`,
        configName: `${app} First`,
        webhookUrl: early,
        result: early,
      });
      const [one] = await configured(app);
      expect(one?.name).toBe(`${app} First`);
      expect(await webhookOf(one?.id ?? "")).toBe(early);
    });

    test("cannot be saved from the moment that connectors are switched off", async () => {
      await openPage("all", `Configure ${app}`);
      await inner().getByLabel("Name").fill("Late");
      await expect.poll(async () => await button("Save").isEnabled()).toBe(true);
      const set = async (connectorsEnabled: boolean) =>
        await parvis.call("PATCH", `/api/teams/${teamId}/connector-switches`, { connectorsEnabled });
      await set(false);
      await dialog().getByText("Connectors are switched off for this team").waitFor();
      expect(await button("Save").isDisabled()).toBe(true);
      await set(true);
      await expect.poll(async () => await button("Save").isEnabled()).toBe(true);
    });

    test("are configured more than once in a channel, each with a webhook of its own", async () => {
      await openPage("all", `Configure ${app}`);
      expect(await shown("entity")).toBe("null");
      await save(`${app} Second`, { removing: "nothing" });
      await page.getByText(`${app} Second is configured`).first().waitFor();
      const both = await configured(app);
      expect(both.map(({ name }) => name)).toEqual([`${app} First`, `${app} Second`]);
      const webhooks = await Promise.all(both.map(async ({ id }) => await webhookOf(id)));
      expect(new Set(webhooks).size).toBe(2);
    });

    test("are reopened where they asked to be, with their own settings and webhook, and changed", async () => {
      const [one] = await configured(app);
      await openPage("configured", `Modify ${app} First`);
      expect(page.frames().map((frame) => frame.url())).toContain(`https://${host}/configure?edit=${app}%20First`);
      await expect.poll(async () => await shown("entity")).toBe(`entity of ${app} First`);
      expect(await shown("webhook")).toBe(await webhookOf(one?.id ?? ""));
      await save(`${app} Changed`, { removing: "failure" });
      await page.getByText(`${app} Changed is configured`).first().waitFor();
      expect((await configured(app)).map(({ name }) => name)).toEqual([`${app} Changed`, `${app} Second`]);
    });

    test("sign people in by a popup, or say that it failed", async () => {
      await openPage("all", `Configure ${app}`);
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
    });

    test("get a token that says who looks at them", async () => {
      await inner().getByRole("button", { name: "Token" }).click();
      await expect.poll(async () => await inner().locator("#told-token").count()).toBe(1);
      expect(JSON.parse(await shown("token"))).toMatchObject({
        aud: "2c3caa80-93f9-425e-8b85-0745f50c0d24",
        preferred_username: "ada@contoso.test",
      });
      await button("Cancel").click();
    });

    test("can say no to their removal, which people can do without them", async () => {
      await openPage("configured", `Remove ${app} Changed`);
      expect(page.frames().map((frame) => frame.url())).toContain(`https://${host}/configure?removal=failure`);
      await button("Remove").click();
      await dialog().getByText("Builds are still running.").waitFor();
      expect((await configured(app)).length).toBe(2);
      await button("Remove anyway").click();
      await page.getByText(`${app} Changed was removed`).first().waitFor();
      expect(publisher.told(host).at(-1)).toEqual(["removing", { removal: "failure" }]);
    });

    test("are removed without being asked when they named no page for it", async () => {
      const before = publisher.told(host).length;
      await page.goto(`${channel}?connectors=configured`);
      await button(`Remove ${app} Second`).click();
      await button("Remove").click();
      await page.getByText(`${app} Second was removed`).first().waitFor();
      expect(await configured(app)).toEqual([]);
      expect(publisher.told(host).length).toBe(before);
    });

    async function removed(name: string, removing: string): Promise<void> {
      await openPage("all", `Configure ${app}`);
      await save(name, { removing });
      await page.getByText(`${name} is configured`).first().waitFor();
      await openPage("configured", `Remove ${name}`);
      await button("Remove").click();
      await page.getByText(`${name} was removed`).first().waitFor({ timeout: 45_000 });
      expect(publisher.told(host).at(-1)).toEqual(["removing", { removal: removing }]);
      expect(await configured(app)).toEqual([]);
    }

    test("are removed when they agree", async () => {
      await removed(`${app} Agreeing`, "success");
    });

    // The wait is the dialog's and not the SDK's: once is enough. All of them keep a host waiting in packages/host.
    if (sdk === "1.5.2") {
      test("are removed after thirty seconds when they never answer", async () => {
        await removed(`${app} Silent`, "silence");
      });
    }
  });

  test("throw no errors at the client", () => {
    expect(errors).toEqual([]);
  });
});
