import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { writePackage } from "@parvis/manifest";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../apps/server/src/testing/own-database.ts";
import { hasPrivateServer, ParvisProcess } from "../tools/parvis-process.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";

const administrator = { upn: "admin@contoso.test", password: "correct-horse-1" };

/** What stands in the addresses of the demo's organisation. */
interface Known {
  readonly team: string;
  readonly channel: string;
  readonly app: string;
  /** An app that the team does not have yet. */
  readonly addable: string;
  readonly configuration: string;
  /** A connector that was registered. */
  readonly registration: string;
  /** A registered connector's link to *Connect*, packed. */
  readonly connect: string;
  /** An app that waits for approval. */
  readonly submission: string;
  /** A webhook of the administrator's mailbox. */
  readonly mailWebhook: string;
  /** A group with a permission policy. */
  readonly group: string;
  readonly policy: string;
}

/**
 * Every route of the client with the addresses to look at: its plain state, its tabs, its dialogs. A route that is not here
 * fails a test below.
 */
const placesOf: Record<string, (known: Known) => readonly string[]> = {
  "/sign-in": () => [],
  "/setup": () => ["/setup"],
  "/connect": ({ connect }) => ["/connect", `/connect?request=${connect}`],
  "/": () => ["/", "/no/such/page"],
  "/teams/$teamId": ({ team, app }) => [
    ...["", "?tab=connectors", "?tab=settings"].map((tab) => `/teams/${team}${tab}`),
    `/teams/${team}?remove=${app}`,
  ],
  "/teams/$teamId/channels/$channelId": ({ team, channel, addable, configuration }) => {
    const address = `/teams/${team}/channels/${channel}`;
    const dialogs = ["all", "uploaded", "configured", "webhooks", "webhooks&step=new", `all&add=${addable}`];
    for (const step of ["webhook", "remove"]) dialogs.push(`configured&configuration=${configuration}&step=${step}`);
    return [address, ...dialogs.map((dialog) => `${address}?connectors=${dialog}`)];
  },
  "/teams/$teamId/connectors/$configurationId": ({ team, configuration }) =>
    ["", "?tab=deliveries", "?tab=targets", "?tab=settings"].map(
      (tab) => `/teams/${team}/connectors/${configuration}${tab}`,
    ),
  "/mail-webhooks": () => ["/mail-webhooks"],
  "/mail-webhooks/$configurationId": ({ mailWebhook }) => [`/mail-webhooks/${mailWebhook}`],
  "/apps": () => ["/apps", "/apps?search=nothing-like-it", "/apps?category=connector", "/apps?category=bot"],
  "/apps/manage": () =>
    ["", "?tab=updates", "?tab=consents", "?tab=submissions", "?tab=requests"].map((tab) => `/apps/manage${tab}`),
  "/apps/$appId": ({ app, addable, team }) => [`/apps/${app}`, `/apps/${addable}?add=true&team=${team}`],
  "/app/$appId/{-$entityId}": ({ app }) => [`/app/${app}`],
  "/l/app/$appId": ({ app }) => [`/l/app/${app}`],
  "/publisher": () => ["/publisher"],
  "/publisher/check": () => [],
  "/publisher/compare": () => ["/publisher/compare"],
  "/publisher/edit": () => ["/publisher/edit"],
  "/publisher/connectors": () => ["/publisher/connectors"],
  "/publisher/connectors/new": () => ["/publisher/connectors/new"],
  "/publisher/connectors/$connectorId": ({ registration }) =>
    ["", "?edit=true"].map((search) => `/publisher/connectors/${registration}${search}`),
  "/admin": () => ["/admin"],
  "/admin/apps": () => ["/admin/apps", "/admin/apps?upload=true"],
  "/admin/apps/$appId": ({ app }) =>
    ["about", "permissions", "versions", "availability", "requests", "access", "settings", "history"].map(
      (tab) => `/admin/apps/${app}?tab=${tab}`,
    ),
  "/admin/approvals": () => ["/admin/approvals"],
  "/admin/approvals/$submissionId": ({ submission }) => [`/admin/approvals/${submission}`],
  "/admin/requests": () => ["/admin/requests"],
  "/admin/teams": () => ["/admin/teams", "/admin/teams?open=new"],
  "/admin/teams/$teamId": ({ team }) => [
    `/admin/teams/${team}`,
    `/admin/teams/${team}?tab=channels`,
    `/admin/teams/${team}?tab=apps`,
    `/admin/teams/${team}?tab=connectors`,
  ],
  "/admin/audit": () => [
    "/admin/audit",
    "/admin/audit?open=filter",
    "/admin/audit?open=export",
    "/admin/audit?open=verify",
  ],
  "/admin/groups": () => ["/admin/groups", "/admin/groups?open=new"],
  "/admin/groups/$groupId": ({ group }) => [`/admin/groups/${group}`],
  "/admin/policies/$kind": () => [
    ...[
      "",
      "?open=new",
      "?tab=groups",
      "?tab=groups&open=assign",
      "?tab=people",
      "?tab=people&whose=admin@contoso.test",
    ].map((search) => `/admin/policies/permission${search}`),
    ...["?tab=people&open=assign", "?tab=people&open=file"].map((search) => `/admin/policies/setup${search}`),
  ],
  "/admin/policies/$kind/$policyId": ({ policy }) => [
    `/admin/policies/permission/${policy}`,
    "/admin/policies/setup/00000000-0000-4000-8000-000000000001",
  ],
  "/admin/people": () => ["/admin/people", "/admin/people?open=new"],
  "/admin/app-registrations": () => ["/admin/app-registrations", "/admin/app-registrations?open=new"],
  "/admin/settings": () => ["/admin/settings"],
};

const callbackUrl = "https://pulse.fabrikam.example/connected";

/** Themes follow the machine. */
const media = {
  light: { colorScheme: "light", contrast: "no-preference" },
  dark: { colorScheme: "dark", contrast: "no-preference" },
  contrast: { colorScheme: "light", contrast: "more" },
} as const;
type ThemeName = keyof typeof media;
const everyTheme: readonly ThemeName[] = ["light", "dark", "contrast"];
/** All rules are asked in the first theme of a page; the others change nothing but colours. */
const rulesOfColour = ["color-contrast", "link-in-text-block"];

/** What axe calls serious or critical, a line each: rule, page, element. */
async function faultsOf(page: Page, where: string, rules?: string[]): Promise<string[]> {
  // Legacy mode stays out of frames of other sites, which are not ours, and needs no page of its own for each answer.
  // The dummies are Fluent's: they pass focus on in the same moment, and nobody can rest on one.
  const builder = new AxeBuilder({ page }).setLegacyMode().exclude("[data-tabster-dummy]");
  const { violations } = await (rules === undefined ? builder : builder.withRules(rules)).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} on ${where}: ${html.slice(0, 200)}`));
}

/** Waits until a page shows what it is for: its heading, no skeletons, nothing that moves. */
async function settled(page: Page): Promise<void> {
  await page.locator("h1, h2, [role=dialog]").first().waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector(".fui-Skeleton") === null &&
      document.getAnimations().every(({ playState }) => playState !== "running"),
  );
}

const fadeMilliseconds = 1_000;

/** Looks at a page that is open. @param where to be named with what is found. */
async function faultsInThemes(page: Page, where: string, themes: readonly ThemeName[] = everyTheme): Promise<string[]> {
  const faults: string[] = [];
  for (const theme of themes) {
    await page.emulateMedia(media[theme]);
    await settled(page);
    const look = async () =>
      await faultsOf(page, `${where} in ${theme}`, theme === themes[0] ? undefined : rulesOfColour);
    let found = await look();
    if (found.length > 0) {
      // An answer that came this moment fades its buttons in; what is a fault is one still.
      await page.waitForTimeout(fadeMilliseconds);
      found = await look();
    }
    faults.push(...found);
  }
  return faults;
}

/** Contoso as `npm run demo` shows it, in a data folder of its own. */
async function startDemo(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "parvis-accessibility-"));
  const database = hasPrivateServer ? undefined : await ownDatabase(process.env.PARVIS_DATABASE_URL ?? "");
  const child: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, "../apps/cli/bin/parvis.js"), "start", "--demo"],
    {
      stdio: ["ignore", "pipe", "inherit"],
      // PORT is the example connector's: any.
      env: {
        ...process.env,
        PARVIS_DATA: folder,
        PARVIS_DATABASE_URL: database?.url ?? "",
        PARVIS_PORT: "0",
        PORT: "0",
        PARVIS_LOG_LEVEL: "silent",
        // Webhooks of mailboxes need a mail server by name; nothing is sent there.
        PARVIS_SMTP_URL: "smtp://127.0.0.1:9",
      },
    },
  );
  const stop = async () => {
    if (child.exitCode === null && child.kill("SIGTERM")) await once(child, "exit");
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  };
  const url = await new Promise<string | undefined>((resolve) => {
    let said = "";
    child.stdout?.on("data", (part: Buffer) => {
      said += part.toString();
      const ready = /ready at (\S+)/.exec(said)?.[1];
      if (ready !== undefined) resolve(ready);
    });
    child.once("exit", () => resolve(undefined));
  });
  if (url !== undefined) return { url, stop };
  await stop();
  throw new Error("The demo did not start; the reason stands above.");
}

describe("axe finds nothing serious", () => {
  let demo: Awaited<ReturnType<typeof startDemo>>;
  let browser: TestBrowser;
  let known: Known;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(), startBrowser()]);
    const { context } = await visitor("en-GB");
    await signIn(context);
    known = await learn(context);
    await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  /** Motion would only be waited for. */
  const visitor = async (locale: string) => await browser.open({ locale, reducedMotion: "reduce" });

  async function signIn(context: BrowserContext): Promise<void> {
    const answer = await context.request.post(`${demo.url}/api/session`, {
      data: administrator,
      headers: { Origin: demo.url },
    });
    expect(answer.status()).toBeLessThan(300);
  }

  async function learn(context: BrowserContext): Promise<Known> {
    const ask = async <T>(path: string) => (await (await context.request.get(`${demo.url}/api/${path}`)).json()) as T;
    type List<T> = { items: T[] };
    const teams = await ask<List<{ id: string; channels: { id: string }[] }>>("teams");
    for (const { id: team, channels } of teams.items) {
      const { items: installed } = await ask<List<{ app: { id: string } }>>(`teams/${team}/installations`);
      const { items: apps } = await ask<List<{ id: string }>>("apps?view=manage");
      const addable = apps.find(({ id }) => !installed.some(({ app }) => app.id === id));
      for (const { id: channel } of channels) {
        const { configured } = await ask<{ configured: { id: string }[] }>(`channels/${channel}/connectors`);
        const [app, configuration] = [installed[0]?.app, configured[0]];
        if (app && addable && configuration) {
          const [registration, mailWebhook] = [await register(context), await makeMailWebhook(context)];
          const governed = await govern(context, app.id);
          const ids = { app: app.id, addable: addable.id, configuration: configuration.id };
          const link = `app_id=${registration}&callback_url=${callbackUrl}`;
          const connect = Buffer.from(link).toString("base64url");
          const submission = await submit(context);
          return { team, channel, ...ids, registration, connect, mailWebhook, submission, ...governed };
        }
      }
    }
    throw new Error("The demo has no channel with a connector, in a team that lacks an app.");
  }

  /** @returns the id of a connector that is registered for this. */
  async function register(context: BrowserContext): Promise<string> {
    const answer = await context.request.post(`${demo.url}/api/connector-registrations`, {
      headers: { Origin: demo.url },
      data: {
        name: "Pulse",
        shortDescription: "Cards for incidents",
        detailedDescription: "Posts a card for every incident.",
        companyName: "Fabrikam",
        websiteUrl: "https://www.fabrikam.example",
        configurationUrl: "http://pulse.fabrikam.example/configure",
        callbackUrls: [callbackUrl],
      },
    });
    return ((await answer.json()) as { connectorId: string }).connectorId;
  }

  /** @returns the id of an update that waits for approval. */
  async function submit(context: BrowserContext): Promise<string> {
    const folder = join(import.meta.dirname, "../examples/todo-connector/package");
    const read = async (name: string) => new Uint8Array(await readFile(join(folder, name)));
    const manifest: unknown = JSON.parse(new TextDecoder().decode(await read("manifest.json")));
    const text = JSON.stringify({
      ...(manifest as object),
      id: crypto.randomUUID(),
      name: { short: "Submitted", full: "Submitted" },
    });
    const pictures = ["color.png", "outline.png"].map(async (name) => [name, await read(name)] as const);
    const files = new Map([
      ["manifest.json", new TextEncoder().encode(text)] as const,
      ...(await Promise.all(pictures)),
    ]);
    const answer = await context.request.post(`${demo.url}/api/submissions`, {
      headers: { Origin: demo.url, "Content-Type": "application/zip" },
      data: Buffer.from(writePackage(files)),
    });
    return ((await answer.json()) as { id: string }).id;
  }

  async function makeMailWebhook(context: BrowserContext): Promise<string> {
    const answer = await context.request.post(`${demo.url}/api/mail-webhooks`, {
      headers: { Origin: demo.url },
      data: { name: "Backup" },
    });
    return ((await answer.json()) as { id: string }).id;
  }

  /** @returns a group, and the policy it has, which names an app that is there and one that is not. */
  async function govern(context: BrowserContext, app: string): Promise<{ group: string; policy: string }> {
    const ask = async (method: string, path: string, data: unknown) =>
      (await (
        await context.request.fetch(`${demo.url}/api/${path}`, { method, data, headers: { Origin: demo.url } })
      ).json()) as { id: string };
    const { id: group } = await ask("POST", "groups", { displayName: "Sales", members: ["megan@contoso.test"] });
    const all = { type: "BlockedAppList", apps: [] };
    const custom = { type: "BlockedAppList", apps: [app, "11111111-2222-4333-8444-555555555555"] };
    const content = { microsoft: all, thirdParty: all, custom };
    const { id: policy } = await ask("POST", "policies/permission", { name: "Sellers", content });
    await ask("PUT", `policies/permission/assignments/groups/${group}`, { policyId: policy, rank: 1 });
    await ask("PUT", "policies/permission/assignments/people", { people: ["megan@contoso.test"], policyId: policy });
    const setup = {
      allowSideLoading: true,
      allowUserPinning: true,
      pinnedAppBarApps: [app],
      pinnedMessageBarApps: [],
      appPresetList: [app],
    };
    await ask("PATCH", "policies/setup/00000000-0000-4000-8000-000000000001", { content: setup });
    return { group, policy };
  }

  test("every route of the client has its places here", async () => {
    const { context, page } = await visitor("en-GB");
    await page.goto(`${demo.url}/sign-in`);
    await settled(page);
    // Where TanStack Router keeps itself for its developer tools: the routes of the client as it was built.
    const routes = await page.evaluate(() =>
      Object.keys((globalThis as { __TSR_ROUTER__?: { routesByPath: object } }).__TSR_ROUTER__?.routesByPath ?? {}),
    );
    await context.close();
    expect(Object.keys(placesOf).sort()).toEqual(routes.sort());
  });

  // Colours do not change with the language: one theme does for the second.
  test.concurrent.for([
    ["English", "en-GB", everyTheme],
    ["French", "fr-FR", ["dark"]],
  ] as const)("on any page for an administrator, in %s", { timeout: 600_000 }, async ([, locale, themes]) => {
    const { context, page, errors } = await visitor(locale);
    await signIn(context);
    const faults: string[] = [];
    for (const address of Object.values(placesOf).flatMap((places) => places(known))) {
      await page.goto(demo.url + address);
      await settled(page);
      expect(await page.locator("html").getAttribute("lang"), address).toBe(locale.slice(0, 2));
      faults.push(...(await faultsInThemes(page, `${address} (${locale})`, themes)));
      // A page whose words were not loaded shows their names.
      expect(await page.locator("body").innerText(), address).not.toMatch(/\bclient\.[a-z]\w*\.[a-z]\w*/);
    }
    expect(faults).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  test("on the pages for whoever has not signed in, nor set Parvis up", async () => {
    const bare = await ParvisProcess.start({ bare: true });
    const faults: string[] = [];
    for (const locale of ["en-GB", "fr-FR"]) {
      const { context, page } = await visitor(locale);
      for (const address of [`${demo.url}/sign-in`, bare.setupLink ?? "", `${bare.url}/setup`]) {
        await page.goto(address);
        faults.push(...(await faultsInThemes(page, `${new URL(address).pathname} (${locale})`)));
      }
      await context.close();
    }
    await bare.dispose();
    expect(faults).toEqual([]);
  });

  test("in the documentation", async () => {
    const { context, page } = await visitor("en-GB");
    const faults: string[] = [];
    for (const path of ["/api/docs", "/docs/guides/embedded-pages", "/docs/reference/rules/icon/missing"]) {
      const answer = await page.goto(demo.url + path);
      expect(answer?.status(), path).toBe(200);
      faults.push(...(await faultsInThemes(page, path)));
    }
    await context.close();
    expect(faults).toEqual([]);
  });
});
