import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SDK_FILES, type SdkVersion } from "./testing/site.ts";
import { appFrame, describeInBrowser, openTheatre, type Scene, type Theatre } from "./testing/theatre.ts";

describeInBrowser("pages that mean no good", () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  /** Puts another frame beside the app's, and lets it send `messages` to the host. */
  async function sendFromSibling({ page: host }: Scene, url: string, messages: readonly unknown[]): Promise<void> {
    await host.evaluate((address) => {
      const frame = document.createElement("iframe");
      frame.name = "sibling";
      frame.src = address;
      document.body.append(frame);
    }, url);
    const sibling = await (await host.waitForSelector("iframe[name=sibling]", { state: "attached" })).contentFrame();
    await sibling?.waitForURL(url);
    await sibling?.evaluate((sent) => {
      for (const message of sent) window.parent.postMessage(message, "*");
    }, messages);
  }

  /** Sends raw messages from the app's own frame, and waits until the host has dealt with them. */
  async function sendFromApp({ frame }: Scene, messages: readonly unknown[]): Promise<void> {
    await frame.evaluate((sent) => {
      for (const message of sent) window.parent.postMessage(message, "*");
    }, messages);
    await frame.evaluate(() => page.getContext());
  }

  describe.each(Object.keys(SDK_FILES) as SdkVersion[])("with SDK %s", (sdk) => {
    test("messages of another window are ignored, whatever its origin", () =>
      theatre.withInitializedApp(sdk, { timings: { saveMilliseconds: 600 } }, async (scene) => {
        await scene.frame.evaluate(() => page.onSave(() => {}));
        const forged = [
          { id: 0, func: "initialize", args: ["1.5.2"] },
          { id: 1, func: "settings.setValidityState", args: [true] },
          { id: 2, func: "settings.setSettings", args: [{ contentUrl: "https://foreign.test/" }] },
          { id: 3, func: "settings.save.success", args: [] },
        ];
        const saving = scene.page.evaluate(() => stage.host.save());
        // Even the app's own origin in another frame: two open dialogs of one app must not answer for each other.
        await sendFromSibling(scene, `${scene.setting.appOrigin}/blank`, forged);
        expect(await saving).toEqual({ outcome: "timed-out" });
        const state = await scene.page.evaluate(() => stage.host.state);
        expect(state).toMatchObject({ sdkVersion: sdk, valid: false, settings: {} });
      }));

    test("a page that has gone to a foreign origin is not heard, and told nothing", () =>
      theatre.withInitializedApp(sdk, { timings: { saveMilliseconds: 300 } }, async (scene) => {
        const { page: host, frame, setting, heard, until } = scene;
        await frame.evaluate(() => page.setValidityState(true));
        await until("validityState");
        await frame.evaluate((url) => window.location.assign(url), `https://foreign.test/app?sdk=${sdk}`);
        await frame.waitForURL("https://foreign.test/**");
        const foreign = await appFrame(host);
        await foreign.evaluate((origin) => {
          window.addEventListener("message", ({ data }) => page.events.push({ name: "message", value: data }));
          void page.initialize([origin]);
        }, setting.hostOrigin);
        expect(await until("foreignOrigin")).toEqual(["https://foreign.test"]);
        await host.evaluate(() => stage.host.setTheme("dark"));
        const saved = await host.evaluate(() => stage.host.save({ webhookUrl: "https://parvis.test/webhook/secret" }));
        expect(saved).toEqual({ outcome: "timed-out" });
        expect(await foreign.evaluate(() => page.events)).toEqual([]);
        expect(await heard("foreignOrigin")).toHaveLength(1);
      }));
  });

  test("malformed messages and borrowed names do no harm", () =>
    theatre.withInitializedApp("2.58.0", {}, async (scene) => {
      const errors: unknown[] = [];
      scene.page.on("pageerror", (error) => errors.push(error));
      await sendFromApp(scene, [
        null,
        "text",
        42,
        [],
        [1, { func: "initialize" }],
        {},
        { id: "0", func: "getContext" },
        { id: -1, func: "getContext" },
        { id: 1e300, func: "getContext" },
        { id: Number.MAX_SAFE_INTEGER, func: "getContext", args: "none" },
        { id: 5, func: { toString: 1 } },
        { id: 6, func: "x".repeat(100_000) },
        { id: 7, func: "__proto__", args: [] },
        { id: 8, func: "constructor", args: [] },
        { id: 9, func: "hasOwnProperty", args: [{}] },
        { id: 10, func: "getContext", args: [], uuidAsString: "u".repeat(100_000) },
        {
          id: 11,
          func: "settings.setSettings",
          args: [JSON.parse('{"__proto__":{"webhookUrl":"x"},"constructor":1}')],
        },
        {
          id: 12,
          func: "settings.setSettings",
          args: [{ contentUrl: "c".repeat(100_000), entityId: { nested: true } }],
        },
        { id: 13, func: "settings.setValidityState", args: ["true"] },
        { id: 14, func: "registerHandler", args: [{ name: "save" }] },
        { id: 15, func: "settings.save.failure", args: ["nobody is saving"] },
        { id: 16, func: "authentication.authenticate", args: [{}, Number.NaN, "wide"] },
        { id: 17, func: "tasks.startTask", args: [null] },
        { id: 18, func: "appInitialization.failure", args: [{}, "m".repeat(100_000)] },
      ]);
      expect(errors).toEqual([]);
      const unknown = (await scene.heard("unknownCall")).flat();
      expect(unknown).toEqual(expect.arrayContaining(["__proto__", "constructor", "hasOwnProperty"]));
      expect(await scene.page.evaluate(() => stage.host.state)).toMatchObject({
        valid: false,
        settings: {},
        handlers: [],
      });
      const [reason, message] = (await scene.heard("appFailure"))[0] ?? [];
      expect(reason).toBe("");
      expect(String(message)).toHaveLength(2000);
    }));

  test("a flood is cut off, and the page is heard again after it", () =>
    theatre.withInitializedApp("2.58.0", { offers: { openLink: true } }, async (scene) => {
      const { page: host, frame, heard, until } = scene;
      await frame.evaluate(() => {
        for (let id = 100; id < 20_100; id++) {
          window.parent.postMessage({ id, func: "executeDeepLink", args: ["https://contoso.test/"] }, "*");
        }
      });
      await until("flood");
      await host.waitForTimeout(500);
      expect((await heard("openLink")).length).toBeLessThan(2000);
      expect(await frame.evaluate(() => page.getContext())).toMatchObject({ app: { locale: "en-us" } });
    }));

  test("reloading takes back what the page had declared", () =>
    theatre.withInitializedApp("2.58.0", {}, async (scene) => {
      const { page: host, frame, setting, until, heard } = scene;
      await frame.evaluate(() => {
        page.onSave(() => {});
        page.setValidityState(true);
      });
      await until("validityState");
      await frame.evaluate(() => {
        document.title = "before";
        window.location.reload();
      });
      await frame.waitForFunction(() => document.title !== "before");
      const again = await appFrame(host);
      await again.evaluate((origin) => page.initialize([origin]), setting.hostOrigin);
      expect(await heard("validityState")).toEqual([[true], [false]]);
      expect(await host.evaluate(() => stage.host.state)).toMatchObject({ valid: false, handlers: [] });
    }));

  test("a disposed host lives until the page has its answers, and no longer", () =>
    theatre.withInitializedApp("2.58.0", { timings: { lingerMilliseconds: 100 } }, async (scene) => {
      const { page: host, frame, heard } = scene;
      await frame.evaluate(() => page.onSave((event) => setTimeout(() => event.notifySuccess(), 300)));
      const [saved] = await host.evaluate(async () => {
        const saving = stage.host.save();
        const disposed = stage.host.dispose().then(() => "disposed");
        return [await Promise.race([saving, disposed]), await disposed];
      });
      expect(saved).toEqual({ outcome: "succeeded" });
      expect(await host.evaluate(() => stage.host.save())).toEqual({ outcome: "not-ready" });
      await frame.evaluate(() => page.setValidityState(true));
      await host.waitForTimeout(100);
      expect(await heard("validityState")).toEqual([]);
    }));

  test("nothing can be saved before the page has initialized", () =>
    theatre.withApp(theatre.setting("2.58.0"), {}, async ({ page: host }) => {
      expect(await host.evaluate(() => stage.host.save())).toEqual({ outcome: "not-ready" });
      expect(await host.evaluate(() => stage.host.sendEvent("backButtonPress"))).toBe(false);
    }));
});
