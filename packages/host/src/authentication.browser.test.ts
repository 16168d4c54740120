import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Settled } from "./testing/app-page.ts";
import type { Opening } from "./testing/host-page.ts";
import { SDK_FILES, type SdkVersion } from "./testing/site.ts";
import { describeInBrowser, openTheatre, type Scene, type Setting, type Theatre } from "./testing/theatre.ts";

type Ending = "success" | "failure" | "stay";

describeInBrowser("signing in by popup", () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  /** Over https wherever the host is: 2.x refuses to send any other address to its host (v2: validateUrl). */
  function over(sdk: SdkVersion): Setting {
    return { ...theatre.setting(sdk), appOrigin: "https://app.contoso.test" };
  }

  function popupUrl({ setting }: Scene, end: Ending, origin = setting.appOrigin): string {
    return `${origin}/popup?sdk=${setting.sdk}&end=${end}&host=${encodeURIComponent(setting.hostOrigin)}`;
  }

  /** Clicks in the frame, as a person must before a browser lets a popup open. */
  async function signIn({ frame }: Scene, url: string): Promise<{ popup: Page; result: Promise<Settled> }> {
    const opened = theatre.context.waitForEvent("page");
    const result = frame.evaluate((address) => page.onClick(() => page.authenticate(address, { width: 9999 })), url);
    await frame.click("#act");
    return { popup: await opened, result };
  }

  async function untilClosed(popup: Page): Promise<void> {
    if (!popup.isClosed()) await popup.waitForEvent("close");
  }

  async function endings(scene: Scene): Promise<void> {
    const success = await signIn(scene, popupUrl(scene, "success"));
    expect(await success.result).toEqual({ ok: true, value: "signed-in" });
    await untilClosed(success.popup);

    const failure = await signIn(scene, popupUrl(scene, "failure"));
    expect(await failure.result).toEqual({ ok: false, value: "no-access" });
    await untilClosed(failure.popup);

    const closed = await signIn(scene, popupUrl(scene, "stay"));
    await closed.popup.close();
    expect(await closed.result).toEqual({ ok: false, value: "CancelledByUser" });
  }

  describe.each(Object.keys(SDK_FILES) as SdkVersion[])("with SDK %s", (sdk) => {
    test("succeeds, fails, or is cancelled", () => theatre.withInitializedApp(over(sdk), {}, endings));
  });

  // Where 1.x asks its host; with the client type `web` it opens the popup itself and the host sees nothing.
  const asksHost: readonly (readonly [SdkVersion, Partial<Opening>])[] = [
    ["1.5.2", { hostClientType: "desktop" }],
    ["1.13.1", { hostClientType: "desktop" }],
    ["2.58.0", {}],
  ];

  describe.each(asksHost)("asked of the host with SDK %s", (sdk, opening) => {
    test("succeeds, fails, or is cancelled", () => theatre.withInitializedApp(over(sdk), opening, endings));

    test("opens one popup at a time, the newest", () =>
      theatre.withInitializedApp(over(sdk), opening, async (scene) => {
        const first = await signIn(scene, popupUrl(scene, "stay"));
        await first.popup.waitForLoadState();
        const second = await signIn(scene, popupUrl(scene, "success"));
        expect(await first.result).toEqual({ ok: false, value: "CancelledByUser" });
        await untilClosed(first.popup);
        expect(await second.result).toEqual({ ok: true, value: "signed-in" });
      }));

    test("ends with the host", () =>
      theatre.withInitializedApp(over(sdk), { ...opening, timings: { lingerMilliseconds: 200 } }, async (scene) => {
        const { popup, result } = await signIn(scene, popupUrl(scene, "stay"));
        // Chromium under a debugger never finishes a close that falls into the popup's first navigation.
        await popup.waitForLoadState();
        await scene.page.evaluate(() => stage.host.dispose());
        expect(await result).toEqual({ ok: false, value: "CancelledByUser" });
        await untilClosed(popup);
      }));

    test("hears nothing from a popup of another origin", () =>
      theatre.withInitializedApp(over(sdk), opening, async (scene) => {
        const { popup, result } = await signIn(scene, popupUrl(scene, "success", "https://foreign.test"));
        await popup.waitForLoadState();
        await popup.evaluate(() => {
          window.opener.postMessage({ id: 7, func: "authentication.authenticate.success", args: ["forged"] }, "*");
        });
        await popup.close();
        expect(await result).toEqual({ ok: false, value: "CancelledByUser" });
      }));

    test("refuses addresses that are neither https nor the app's own", () =>
      theatre.withInitializedApp(over(sdk), opening, async ({ frame }) => {
        const pages = theatre.context.pages().length;
        for (const url of ["http://foreign.test/login", "javascript:alert(1)", "data:text/html,hello"]) {
          const answer = await frame.evaluate((address) => page.authenticate(address), url);
          expect(answer.ok).toBe(false);
        }
        expect(theatre.context.pages()).toHaveLength(pages);
      }));
  });
});
