import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, chromium, type Page } from "playwright-core";
import { chromiumArguments, ensureChromium } from "../chromium.ts";
import { member, type ParvisProcess } from "../parvis-process.ts";

/** How long changes of a policy took until they held, one value a change. */
export interface ChangeTimes {
  /** Until another node decided by it. */
  readonly decided: readonly number[];
  /** Until a page that another node had opened said so, in a browser. */
  readonly shown: readonly number[];
}

export interface ObservedApp {
  readonly id: string;
  readonly displayName: string;
}

export async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(member),
  });
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

/** The Apps page of a member, with the one app in it. */
async function openApps(browser: Browser, url: string, app: ObservedApp): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(`${url}/apps?search=${encodeURIComponent(app.displayName)}`);
  await page.getByLabel("Sign-in name").fill(member.upn);
  await page.getByLabel(/^Password/).fill(member.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await shows(page, app, true);
  return page;
}

/** Waits for the frame in which the page has the app, or has it no more. */
async function shows(page: Page, app: ObservedApp, wanted: boolean): Promise<void> {
  await page.waitForFunction(
    ([id, there]) => (document.querySelector(`a[href*="${id}"]`) !== null) === there,
    [app.id, wanted] as const,
    { polling: "raf" },
  );
}

/** Blocks and allows custom apps in Global on one node, and watches another one and a page of it. */
export async function changeTimes(
  one: ParvisProcess,
  other: ParvisProcess,
  app: ObservedApp,
  changes: number,
): Promise<ChangeTimes> {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments([]) });
  try {
    const cookie = await signIn(other.localUrl);
    const page = await openApps(browser, other.localUrl, app);
    const everything = { type: "BlockedAppList", apps: [] };
    const nothing = { type: "AllowedAppList", apps: [] };
    const mayUse = async () => {
      const response = await fetch(`${other.localUrl}/api/apps/${app.id}/access`, { headers: { Cookie: cookie } });
      return ((await response.json()) as { allowed: boolean }).allowed;
    };
    const decided: number[] = [];
    const shown: number[] = [];
    for (let change = 0; change < changes; change++) {
      const allowed = change % 2 === 1;
      const content = { microsoft: everything, thirdParty: everything, custom: allowed ? everything : nothing };
      const began = performance.now();
      const onPage = shows(page, app, allowed).then(() => shown.push(performance.now() - began));
      await one.call("PATCH", "/api/policies/permission/00000000-0000-4000-8000-000000000001", { content });
      while ((await mayUse()) !== allowed) await sleep(1);
      decided.push(performance.now() - began);
      await onPage;
    }
    return { decided, shown };
  } finally {
    await browser.close();
  }
}
