import { existsSync } from "node:fs";
import { type BrowserContext, chromium, type Frame, type Page } from "playwright-core";
import { describe } from "vitest";
import { chromiumArguments } from "../../../../tools/chromium.ts";
import "./globals.ts";
import type { Entry, Opening } from "./host-page.ts";
import { type SdkVersion, type Site, startSite } from "./site.ts";

/** How one SDK version reaches a host: which origin the host has, and where the app lives. */
export interface Setting {
  readonly sdk: SdkVersion;
  readonly hostOrigin: string;
  readonly appOrigin: string;
}

/** A host window with one app frame in it. */
export interface Scene {
  readonly page: Page;
  readonly frame: Frame;
  readonly setting: Setting;
  /** What the host has said, by name. */
  heard(name: string): Promise<readonly (readonly unknown[])[]>;
  /** Waits until the host has said `name`, and gives the arguments of the last time. */
  until(name: string): Promise<readonly unknown[]>;
}

export interface Theatre {
  readonly site: Site;
  /** Shared by all scenes, so that the SDK files are fetched once. */
  readonly context: BrowserContext;
  setting(sdk: SdkVersion): Setting;
  /** Opens a host window with one app frame, plays, and closes it. The page has not said `initialize` yet. */
  withApp(setting: Setting, opening: Partial<Opening>, play: (scene: Scene) => Promise<void>): Promise<void>;
  /** The same, with `initialize` done. */
  withInitializedApp(
    sdk: SdkVersion | Setting,
    opening: Partial<Opening>,
    play: (scene: Scene) => Promise<void>,
  ): Promise<void>;
  close(): Promise<void>;
}

const CHROMIUM = process.env.PARVIS_CHROMIUM ?? "/usr/bin/chromium";

const missingBrowser = !existsSync(CHROMIUM);

/** `describe` for tests in a real browser; where there is none they are skipped under a title that says so. */
export function describeInBrowser(title: string, tests: () => void): void {
  const hint = `${title} (skipped: no Chromium at ${CHROMIUM}; install the system's package or set PARVIS_CHROMIUM)`;
  describe.skipIf(missingBrowser)(missingBrowser ? hint : title, tests);
}

/** Names that lead to the test site over https. */
function hostRules(site: Site): string[] {
  const secure = ["teams.microsoft.com:443", "local.teams.office.com:8080", "*.test:443"];
  return secure.map((name) => `MAP ${name} 127.0.0.1:${site.httpsPort}`);
}

export async function openTheatre(): Promise<Theatre> {
  const site = await startSite();
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    // Popups must get past the browser's own blocker, as they must in real life.
    ignoreDefaultArgs: ["--disable-popup-blocking"],
    args: chromiumArguments(hostRules(site)),
  });

  const context = await browser.newContext();

  function setting(sdk: SdkVersion): Setting {
    const appOrigin = "https://app.contoso.test";
    const loopback = {
      hostOrigin: `http://127.0.0.1:${site.httpPort}`,
      appOrigin: `http://localhost:${site.httpPort}`,
    };
    const settings = {
      "1.5.2": { hostOrigin: "https://teams.microsoft.com", appOrigin },
      "1.13.1": { hostOrigin: "https://parvis.test", appOrigin },
      "2.58.0": loopback,
    };
    return { sdk, ...settings[sdk] };
  }

  async function openScene(given: Setting, opening: Partial<Opening>): Promise<Scene> {
    const page = await context.newPage();
    await page.goto(`${given.hostOrigin}/host`);
    await page.waitForFunction(() => "stage" in globalThis);
    const url = `${given.appOrigin}/app?sdk=${given.sdk}`;
    await page.evaluate((asked) => stage.open(asked), { url, ...opening });
    return {
      page,
      frame: await appFrame(page),
      setting: given,
      heard: (name) =>
        page.evaluate((asked) => stage.log.filter((entry) => entry.name === asked).map(({ args }) => args), name),
      async until(name) {
        const found = await page.waitForFunction((asked) => stage.log.findLast((entry) => entry.name === asked), name);
        return ((await found.jsonValue()) as Entry).args;
      },
    };
  }

  async function withApp(given: Setting, opening: Partial<Opening>, play: (scene: Scene) => Promise<void>) {
    const scene = await openScene(given, opening);
    try {
      await play(scene);
    } finally {
      await scene.page.close();
    }
  }

  return {
    site,
    context,
    setting,
    withApp,
    withInitializedApp: (sdk, opening, play) =>
      withApp(typeof sdk === "string" ? setting(sdk) : sdk, opening, async (scene) => {
        await scene.frame.evaluate((origin) => page.initialize([origin]), scene.setting.hostOrigin);
        await play(scene);
      }),
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/** The frame that shows the app, once its page is ready to be driven. */
export async function appFrame(page: Page, name = "app"): Promise<Frame> {
  const element = await page.waitForSelector(`iframe[name=${name}]`, { state: "attached" });
  const frame = await element.contentFrame();
  if (!frame) throw new Error(`The frame '${name}' has no document.`);
  await frame.waitForFunction(() => "page" in globalThis);
  return frame;
}
