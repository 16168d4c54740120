import type { Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Act, expressible, notExpressible, OFFERED } from "./testing/host-case-acts.ts";
import {
  type HostCase,
  type HostCaseFile,
  missingCases,
  readHostCases,
  table,
  urlParameter,
  versionMatches,
} from "./testing/host-cases.ts";
import type { Offer, Opening } from "./testing/host-page.ts";
import type { SdkVersion } from "./testing/site.ts";
import { appFrame, describeInBrowser, openTheatre, type Scene, type Theatre } from "./testing/theatre.ts";

/** The newest SDK, and the newest 1.x for cases that name it. */
const SDKS: readonly SdkVersion[] = ["2.58.0", "1.13.1"];

interface Planned {
  readonly file: HostCaseFile;
  readonly one: HostCase;
  readonly sdk: SdkVersion;
  readonly act: Act;
}

/** What an owner must offer for a capability to be there; `config` is there unless an owner takes it away. */
const OFFER_FOR: Readonly<Record<string, Offer | "configurable">> = {
  appEntity: "selectAppEntity",
  appInstallDialog: "openAppInstallDialog",
  dialog: "dialogs",
  "dialog.card": "cardDialogs",
  "dialog.update": "dialogs",
  "dialog.url": "dialogs",
  "dialog.url.parentCommunication": "dialogs",
  "pages.config": "configurable",
  "pages.currentApp": "navigateWithinApp",
  "pages.tabs": "tabs",
  profile: "showProfile",
};

/** The cases' checks that a capability says whether it is there, as the files ask for them. */
const supportChecks = [...readHostCases()]
  .filter(([capability, file]) => OFFERED.has(capability) && file.checkIsSupported)
  .flatMap(([capability]) => [[capability, true] as const, [capability, false] as const]);

/** Says once for each capability and reason how many cases are left out. */
function grouped(left: readonly (readonly [capability: string, reason: string])[]): string[][] {
  const groups = Map.groupBy(left, ([capability, reason]) => `${capability} ${reason}`);
  return [...groups.values()].map((rows) => [rows[0]?.[0] ?? "", String(rows.length), rows[0]?.[1] ?? ""]);
}

function plan(): { readonly planned: Planned[]; readonly left: string[][] } {
  const planned: Planned[] = [];
  const left: [capability: string, reason: string][] = [];
  for (const [capability, file] of readHostCases()) {
    if (!OFFERED.has(capability)) {
      left.push(...file.testCases.map((): [string, string] => [capability, "capability not offered"]));
      continue;
    }
    for (const one of file.testCases) {
      const reason = notExpressible(one);
      const version = one.version ?? file.version;
      const sdks = SDKS.filter((sdk) => versionMatches(version, sdk) && expressible(capability, one, sdk));
      for (const sdk of reason ? [] : sdks) {
        const act = expressible(capability, one, sdk);
        if (act) planned.push({ file, one, sdk, act });
      }
      if (reason ?? sdks.length === 0) left.push([capability, reason ?? `only for SDK ${version}`]);
    }
  }
  return { planned, left: grouped(left) };
}

const { planned, left } = plan();

describe.skipIf(missingCases)(missingCases ? `host cases (skipped: ${missingCases})` : "host cases", () => {
  describeInBrowser("of the teams-js project", () => {
    let theatre: Theatre;
    beforeAll(async () => {
      theatre = await openTheatre();
    });
    let passed = 0;
    afterAll(async () => {
      const cases = new Set(planned.map(({ one }) => one)).size;
      const all = planned.length + supportChecks.length;
      process.stdout.write(
        `\nHost cases passed: ${passed} of ${all} (${cases} cases, in each SDK that they name, and ${supportChecks.length} checks of what is supported). Left out:\n${table([["capability", "cases", "reason"], ...left])}\n\n`,
      );
      await theatre.close();
    });

    function opening({ file, one, act }: Planned): Partial<Opening> {
      const frameContext = urlParameter(file, one, "frameContext") ?? "content";
      return {
        // A dialog is a frame that a page opens: the case itself then plays in the frame inside.
        frameContext: frameContext === "task" ? "content" : (frameContext as "content" | "settings"),
        ...act.opening,
      };
    }

    async function frameOf(scene: Scene, { file, one }: Planned): Promise<Frame> {
      if (urlParameter(file, one, "frameContext") !== "task") return scene.frame;
      const address = `${scene.setting.appOrigin}/app?sdk=${scene.setting.sdk}`;
      await scene.frame.evaluate((url) => {
        const note = (value: unknown): void => void page.events.push({ name: "dialogEnded", value });
        void page.openDialog(url).then((ended) => note((ended as { result: unknown }).result));
      }, address);
      const frame = await appFrame(scene.page, "dialog");
      await frame.evaluate((origin) => page.initialize([origin]), scene.setting.hostOrigin);
      return frame;
    }

    test.concurrent.for(planned.map((one) => [`${one.file.name}: ${one.one.title}`, one.sdk, one] as const))(
      "%s (SDK %s)",
      async ([_title, sdk, given], { expect }) => {
        const { one, act } = given;
        await theatre.withInitializedApp(sdk, opening(given), async (scene) => {
          const frame = await frameOf(scene, given);
          const input = one.inputValue ?? one.checkboxState ?? false;
          // The page's part, then the host's event: a case that registers a handler hears of it after.
          const output = act.page && frame.evaluate(act.page, input);
          // A page that is navigated away never gives its own.
          output?.catch(() => undefined);
          if (one.type !== "callResponse") {
            if (act.handler) {
              await expect.poll(() => scene.page.evaluate(() => stage.host.state.handlers)).toContain(act.handler);
            }
            await act.raise?.(scene, one);
          }
          if (one.expectedTestAppValue !== undefined) expect(await output).toBe(one.expectedTestAppValue);
          if (one.expectedAlertValue !== undefined) {
            const expected = one.expectedAlertValue.replace("##JSON_INPUT_VALUE##", JSON.stringify(one.inputValue));
            const [, pattern] = /^regex:(.*)$/.exec(expected) ?? [];
            if (pattern === undefined) await expect.poll(() => act.alert?.(scene)).toBe(expected);
            else await expect.poll(() => act.alert?.(scene)).toMatch(new RegExp(pattern));
          }
          const target = one.expectedIFrameTarget ?? one.expectedWindowOpenTarget;
          if (target !== undefined) await expect.poll(() => act.alert?.(scene)).toContain(target);
        });
        passed += 1;
      },
    );

    test.concurrent.for(supportChecks)("%s says whether it is supported (%s)", async ([capability, on], { expect }) => {
      const offer = OFFER_FOR[capability];
      expect(offer, "an offer is known for it").toBeDefined();
      const offers = offer === undefined || offer === "configurable" ? {} : { [offer]: on };
      const asked = { frameContext: "content", configurable: offer !== "configurable" || on, offers } as const;
      await theatre.withInitializedApp("2.58.0", asked, async ({ frame }) => {
        const said = await frame.evaluate((path) => {
          // The SDK's name for cards in dialogs differs from the runtime's.
          const names = path.replace("dialog.card", "dialog.adaptiveCard").split(".");
          const area = names.reduce<unknown>((found, name) => Object(found)[name], sdk);
          return (area as { isSupported(): boolean }).isSupported();
        }, capability);
        expect(said).toBe(on);
      });
      passed += 1;
    });

    test("every capability that is not offered says so to the page", () =>
      theatre.withInitializedApp("2.58.0", { frameContext: "content" }, async ({ frame }) => {
        const supported = await frame.evaluate(() => {
          const found: string[] = [];
          const visit = (area: object, path: string, depth: number): void => {
            for (const [name, value] of Object.entries(area)) {
              const here = path ? `${path}.${name}` : name;
              if (name === "isSupported" && typeof value === "function" && value() === true) found.push(path);
              if (typeof value === "object" && value !== null && depth < 4) visit(value, here, depth + 1);
            }
          };
          visit(sdk, "", 0);
          return found.sort();
        });
        expect(supported).toEqual(["pages", "pages.config", "teamsCore"]);
      }));
  });
});
