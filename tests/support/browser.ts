import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { chromiumArguments, findChromium } from "../../tools/chromium.ts";

/** Host names that the browser is to look for on this machine, with the port they are at; every other name leads nowhere. */
export type HostMap = Readonly<Record<string, number>>;

/** What it is started with besides. */
export interface BrowserSetup {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface TestBrowser {
  /**
   * A browser of its own: own cookies, own storage. English, light, and with errors of its pages collected. It asks for
   * reduced motion, so that nothing is looked at half faded, a notice that comes or goes by itself least of all.
   */
  open(options?: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page; errors: string[] }>;
  close(): Promise<void>;
}

/** Starts the system's Chromium so that no test leaves the machine. */
export async function startBrowser(hosts: HostMap = {}, { args = [], env }: BrowserSetup = {}): Promise<TestBrowser> {
  const executablePath = findChromium();
  if (executablePath === undefined || !existsSync(executablePath))
    throw new Error("There is no Chromium; npm test installs it.");
  const maps = Object.entries(hosts).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`);
  const browser: Browser = await chromium.launch({
    executablePath,
    args: [...chromiumArguments(maps), ...args],
    env: { ...process.env, ...env },
  });
  return {
    open: async (options = {}) => {
      const context = await browser.newContext({
        locale: "en-GB",
        colorScheme: "light",
        reducedMotion: "reduce",
        viewport: { width: 1280, height: 800 },
        ...options,
      });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      return { context, page, errors };
    },
    close: async () => await browser.close(),
  };
}
