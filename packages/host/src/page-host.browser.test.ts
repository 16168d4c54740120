import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SDK_FILES, type SdkVersion } from "./testing/site.ts";
import { appFrame, describeInBrowser, openTheatre, type Theatre } from "./testing/theatre.ts";

const WEBHOOK = "https://parvis.test/webhookb2/group@tenant/IncomingWebhook/key/owner";
const SETTINGS = {
  entityId: "connector-1",
  contentUrl: "https://app.contoso.test/edit?id=1",
  removeUrl: "https://app.contoso.test/remove?id=1",
  configName: "Builds",
};

describeInBrowser("a page in a real browser", () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  describe.each(Object.keys(SDK_FILES) as SdkVersion[])("with SDK %s", (sdk) => {
    const modern = sdk.startsWith("2.");

    test.concurrent("initializes and reads its context", () =>
      theatre.withInitializedApp(
        sdk,
        { context: { tid: "tenant", channelId: "19:channel", upn: "megan@contoso.test" } },
        async (scene) => {
          const context = await scene.frame.evaluate(() => page.getContext());
          expect(context).toMatchObject(
            modern
              ? {
                  app: { locale: "en-us", theme: "default", host: { clientType: "web" } },
                  page: { frameContext: "settings" },
                  channel: { id: "19:channel" },
                  user: { tenant: { id: "tenant" } },
                }
              : {
                  locale: "en-us",
                  theme: "default",
                  frameContext: "settings",
                  hostClientType: "web",
                  tid: "tenant",
                  channelId: "19:channel",
                  upn: "megan@contoso.test",
                },
          );
          const state = await scene.page.evaluate(() => stage.host.state);
          expect(state).toMatchObject({ sdkVersion: sdk, origin: scene.setting.appOrigin, connected: true });
          expect(await scene.heard("silent")).toEqual([]);
        },
      ));

    test.concurrent("enables Save, receives the webhook address, and saves", () =>
      theatre.withInitializedApp(sdk, {}, async ({ page: host, frame, until }) => {
        expect(await host.evaluate(() => stage.host.state.valid)).toBe(false);
        await frame.evaluate((settings) => {
          page.onSave(async (event) => {
            await page.setSettings(settings);
            event.notifySuccess();
          });
          page.setValidityState(true);
        }, SETTINGS);
        expect(await until("validityState")).toEqual([true]);
        const outcome = await host.evaluate((webhookUrl) => stage.host.save({ webhookUrl }), WEBHOOK);
        expect(outcome).toEqual({ outcome: "succeeded" });
        expect(await frame.evaluate(() => page.events)).toEqual([{ name: "save", value: { webhookUrl: WEBHOOK } }]);
        const stored = await host.evaluate(() => stage.host.state.settings);
        expect(stored).toEqual({ ...SETTINGS, webhookUrl: WEBHOOK });
      }));

    test.concurrent("reads back what it has just set, and what only the host knows", () => {
      const known = { webhookUrl: WEBHOOK, appType: "teams", userObjectId: "person" } as const;
      return theatre.withInitializedApp(sdk, { settings: { entityId: "old", ...known } }, async ({ frame }) => {
        expect(await frame.evaluate(() => page.getSettings())).toEqual({ entityId: "old", ...known });
        const forged = { ...SETTINGS, webhookUrl: "https://evil.test/", userObjectId: "somebody else" };
        expect(await frame.evaluate((settings) => page.setSettings(settings), forged)).toMatchObject({ ok: true });
        expect(await frame.evaluate(() => page.getSettings())).toEqual({ ...SETTINGS, ...known });
      });
    });

    test.concurrent("is told when its settings are refused, and then cannot save them", () =>
      theatre.withInitializedApp(
        sdk,
        { offers: { acceptSettings: "not on a valid domain" } },
        async ({ page: host, frame }) => {
          const answer = await frame.evaluate((settings) => page.setSettings(settings), SETTINGS);
          expect(answer).toEqual({ ok: false, value: "not on a valid domain" });
          await frame.evaluate((settings) => {
            page.onSave((event) => {
              void page.setSettings(settings);
              event.notifySuccess();
            });
          }, SETTINGS);
          const outcome = await host.evaluate(() => stage.host.save());
          expect(outcome).toEqual({ outcome: "failed", reason: "not on a valid domain" });
        },
      ));

    test.concurrent("says why it cannot save, stays open, and saves the second time", () =>
      theatre.withInitializedApp(sdk, {}, async ({ page: host, frame }) => {
        await frame.evaluate(() => {
          page.onSave((event) => {
            if (page.events.length === 1) event.notifyFailure("Choose a repository first.");
            else event.notifySuccess();
          });
        });
        const outcome = await host.evaluate(() => stage.host.save());
        expect(outcome).toEqual({ outcome: "failed", reason: "Choose a repository first." });
        expect(await host.evaluate(() => stage.host.save())).toEqual({ outcome: "succeeded" });
      }));

    test.concurrent("saves without a handler of its own: the SDK answers for it", () =>
      theatre.withInitializedApp(sdk, {}, async ({ page: host }) => {
        expect(await host.evaluate(() => stage.host.save())).toEqual({ outcome: "succeeded" });
      }));

    test.concurrent("times out when it never answers, and may be asked again", () =>
      theatre.withInitializedApp(sdk, { timings: { saveMilliseconds: 2_000 } }, async ({ page: host, frame }) => {
        await frame.evaluate(() => {
          page.onSave((event) => {
            if (page.events.length > 1) event.notifySuccess();
          });
        });
        expect(await host.evaluate(() => stage.host.save())).toEqual({ outcome: "timed-out" });
        expect(await host.evaluate(() => stage.host.save())).toEqual({ outcome: "succeeded" });
      }));

    test.concurrent("is removed, says no, or never answers", () =>
      theatre.withInitializedApp(
        sdk,
        { frameContext: "remove", timings: { removeMilliseconds: 2_000, handlerMilliseconds: 50 } },
        async ({ page: host, frame }) => {
          const removed = () => host.evaluate(() => stage.host.remove());
          expect(await removed()).toEqual({ outcome: "succeeded" });
          await frame.evaluate(() => {
            page.onRemove((event) => {
              if (page.events.length === 1) event.notifyFailure("still in use");
              if (page.events.length === 2) event.notifySuccess();
            });
          });
          expect(await removed()).toEqual({ outcome: "failed", reason: "still in use" });
          expect(await removed()).toEqual({ outcome: "succeeded" });
          expect(await removed()).toEqual({ outcome: "timed-out" });
        },
      ));

    test.concurrent("is asked about a removal when it has its handler, also when the person was quicker", () =>
      theatre.withInitializedApp(sdk, { frameContext: "remove" }, async ({ page: host, frame }) => {
        const removed = host.evaluate(() => stage.host.remove());
        await frame.evaluate(() => page.onRemove((event) => event.notifyFailure("still in use")));
        expect(await removed).toEqual({ outcome: "failed", reason: "still in use" });
      }));

    test.concurrent("follows the theme", () =>
      theatre.withInitializedApp(sdk, {}, async ({ page: host, frame }) => {
        await frame.evaluate(() => page.onTheme());
        await host.evaluate(() => stage.host.setTheme("dark"));
        await frame.waitForFunction(() => page.events.length > 0);
        expect(await frame.evaluate(() => page.events)).toEqual([{ name: "theme", value: "dark" }]);
        const context = await frame.evaluate(() => page.getContext());
        expect(context).toMatchObject(modern ? { app: { theme: "dark" } } : { theme: "dark" });
        expect(await host.evaluate(() => stage.host.state.handlers)).toContain("themeChange");
      }));

    test.concurrent("asks for links, and hears a refusal", () =>
      theatre.withInitializedApp(
        sdk,
        { frameContext: "content", offers: { openLink: true } },
        async ({ page: host, frame, heard }) => {
          const open = (url: string) => frame.evaluate((given) => page.openLink(given), url);
          expect(await open("https://contoso.test/help")).toMatchObject({ ok: true });
          expect(await heard("openLink")).toEqual([["https://contoso.test/help"]]);
          const refused = await open("javascript:alert(1)");
          expect(refused).toEqual({ ok: false, value: "This kind of link cannot be opened." });
          expect(host.url()).toContain("/host");
        },
      ));

    test.concurrent("moves between its own domains, and nowhere else", () =>
      theatre.withInitializedApp(sdk, { validDomains: ["other.contoso.test"] }, async (scene) => {
        const go = (url: string) => scene.frame.evaluate((given) => page.navigateCrossDomain(given), url);
        expect(await go("https://foreign.test/blank")).toMatchObject({ ok: false });
        // The page may be gone before its answer can be read: then it has moved.
        const accepted = go("https://other.contoso.test/blank").then(
          ({ ok }) => ok,
          () => true,
        );
        await scene.frame.waitForURL("https://other.contoso.test/blank");
        expect(await accepted).toBe(true);
      }));

    test.concurrent("knows the person when the host offers it, and is refused when not", async () => {
      const profile = { oid: "mockoid", tid: "mocktid", upn: "mockupn", displayName: "mockName" };
      await theatre.withInitializedApp(sdk, { offers: { identity: true } }, async ({ frame }) => {
        expect(await frame.evaluate(() => page.getUser())).toMatchObject({ ok: true, value: profile });
        expect(await frame.evaluate(() => page.getAuthToken())).toEqual({
          ok: true,
          value: "header.payload.signature",
        });
      });
      await theatre.withInitializedApp(sdk, {}, async ({ frame }) => {
        const reason = "This host gives apps no identity of the person.";
        const user = modern ? `Error returned, code = 100, message = ${reason}` : reason;
        expect(await frame.evaluate(() => page.getUser())).toEqual({ ok: false, value: user });
        expect(await frame.evaluate(() => page.getAuthToken())).toEqual({ ok: false, value: reason });
      });
    });

    test.concurrent("opens a dialog, which submits a result or is closed by the person", () =>
      theatre.withInitializedApp(sdk, { frameContext: "content", offers: { dialogs: true } }, async (scene) => {
        const { page: host, frame, setting, until, heard } = scene;
        const url = `${setting.appOrigin}/app?sdk=${sdk}`;
        const opened = frame.evaluate((address) => page.openDialog(address), url);
        expect(await until("dialog")).toMatchObject([{ url, title: "Dialog" }]);
        const dialog = await appFrame(host, "dialog");
        await dialog.evaluate((origin) => page.initialize([origin]), setting.hostOrigin);
        if (modern) {
          await dialog.evaluate(() =>
            globalThis.sdk.dialog.url.parentCommunication.sendMessageToParentFromDialog("from below"),
          );
          await frame.waitForFunction(() => page.events.length > 0);
          expect(await frame.evaluate(() => page.events)).toEqual([{ name: "fromDialog", value: "from below" }]);
          await frame.evaluate(() => globalThis.sdk.dialog.url.parentCommunication.sendMessageToDialog("from above"));
          await dialog.evaluate(
            () =>
              new Promise((resolve) =>
                globalThis.sdk.dialog.url.parentCommunication.registerOnMessageFromParent(resolve),
              ),
          );
        }
        await dialog.evaluate(() => page.submitDialog({ answer: 42 }));
        const ended = await opened;
        expect(ended).toMatchObject({ result: { answer: 42 } });
        expect(await heard("dialogClosed")).toHaveLength(1);

        const second = frame.evaluate((address) => page.openDialog(address), url);
        await host.waitForSelector("iframe[name=dialog]", { state: "attached" });
        await host.evaluate(() => stage.closeDialog());
        expect(await second).toMatchObject({ err: "User cancelled/closed the task module." });
      }));
  });
});
