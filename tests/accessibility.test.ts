import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ParvisProcess } from "../tools/parvis-process.ts";
import { type Demo, startDemo } from "./accessibility/demo.ts";
import { administrator, furnish } from "./accessibility/furnish.ts";
import { everyTheme, faultsInThemes, settled } from "./accessibility/look.ts";
import { type Known, placesOf } from "./accessibility/places.ts";
import { startBrowser, type TestBrowser } from "./support/browser.ts";

/** Where TanStack Router keeps itself for its developer tools. */
interface ClientWindow {
  readonly __TSR_ROUTER__?: { readonly routesByPath: object; navigate(to: { href: string }): Promise<void> };
}

/** Opens a page as its address does: everything is loaded anew. */
async function load(page: Page, url: string): Promise<void> {
  await page.goto(url);
}

/** Goes to a page as a link does: what is loaded already stays. */
async function go(page: Page, url: string): Promise<void> {
  const { origin } = new URL(url);
  if (!page.url().startsWith(`${origin}/`)) return await load(page, url);
  const moved = page.evaluate(
    async (href) => await (globalThis as ClientWindow).__TSR_ROUTER__?.navigate({ href }),
    url.slice(origin.length),
  );
  // A page that needs a document of its own is loaded, and nobody is left to answer.
  await moved.catch(async () => await page.waitForLoadState());
}

const timeout = 900_000;
/** What teams-js in the example connector's page says when the page is left before a busy machine has answered it. */
const givenUp = "SDK initialization timed out.";

describe("axe finds nothing serious", () => {
  let demo: Demo;
  let browser: TestBrowser;
  let known: Known;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(), startBrowser()]);
    known = await furnish(demo.url);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  /** Motion would only be waited for. */
  const visitor = async (locale: string) => await browser.open({ locale });

  async function signIn(context: BrowserContext): Promise<void> {
    const headers = { Origin: demo.url };
    const answer = await context.request.post(`${demo.url}/api/session`, { data: administrator, headers });
    expect(answer.status()).toBeLessThan(300);
  }

  test("every route of the client has its places here", async () => {
    const { context, page } = await visitor("en-GB");
    await page.goto(`${demo.url}/sign-in`);
    await settled(page);
    const routes = await page.evaluate(() =>
      Object.keys((globalThis as ClientWindow).__TSR_ROUTER__?.routesByPath ?? {}),
    );
    await context.close();
    expect(Object.keys(placesOf).sort()).toEqual(routes.sort());
  });

  // Colours do not change with the language: one theme does for the second. There each page is loaded by its address, which
  // shows words that were not loaded with it; in the first they are gone to from each other, in two halves at a time.
  test.concurrent.for([
    ["English, the one half", { locale: "en-GB", themes: everyTheme, open: go, part: 0, parts: 2 }],
    ["English, the other half", { locale: "en-GB", themes: everyTheme, open: go, part: 1, parts: 2 }],
    ["French", { locale: "fr-FR", themes: ["dark"], open: load, part: 0, parts: 1 }],
  ] as const)(
    "on any page for an administrator, in %s",
    { timeout },
    async ([, { locale, themes, open, part, parts }]) => {
      const { context, page, errors } = await visitor(locale);
      await signIn(context);
      const faults: string[] = [];
      const places = Object.values(placesOf).flatMap((of) => of(known));
      for (const { address, dialog } of places.filter((_, index) => index % parts === part)) {
        await open(page, demo.url + address);
        await settled(page, dialog).catch((error: unknown) => {
          throw new Error(`${address} (${locale}) does not show what it is for`, { cause: error });
        });
        expect(await page.locator("html").getAttribute("lang"), address).toBe(locale.slice(0, 2));
        faults.push(...(await faultsInThemes(page, `${address} (${locale})`, themes)));
        // A page whose words were not loaded shows their names.
        expect(await page.locator("body").innerText(), address).not.toMatch(/\bclient\.[a-z]\w*\.[a-z]\w*/);
      }
      expect(faults).toEqual([]);
      expect(errors.filter((error) => error !== givenUp)).toEqual([]);
      await context.close();
    },
  );

  test.concurrent("on the pages for whoever has not signed in, nor set Parvis up", { timeout }, async () => {
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

  test.concurrent("in the documentation", { timeout }, async () => {
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
