import { describe, expect, test, vi } from "vitest";
import type { Call } from "./calls.ts";
import type { InstanceSettings } from "./instance-settings.ts";
import { createSettingsDesk, type SettingsDesk, type SettingsOptions } from "./settings.ts";
import { accepted, refused, type Verdict } from "./verdict.ts";

function open(options: Partial<SettingsOptions> = {}): SettingsDesk {
  return createSettingsDesk({
    frameContext: "settings",
    initial: {},
    accept: () => accepted,
    onValidity: () => {},
    ...options,
  });
}

async function ask(desk: SettingsDesk, func: string, ...args: unknown[]): Promise<unknown> {
  const handler = new Map(desk.calls).get(func);
  const call: Call = { func, args, generation: 2, origin: "https://app.contoso.com" };
  return handler?.(call);
}

describe("setSettings", () => {
  test("replaces the page's settings and keeps the host's", async () => {
    const desk = open({
      initial: { entityId: "old", configName: "old", webhookUrl: "https://hook/", appType: "teams" },
    });
    expect(await ask(desk, "settings.setSettings", { entityId: "new", webhookUrl: "https://evil/", other: 1 })).toEqual(
      [true],
    );
    expect(await ask(desk, "settings.getSettings")).toEqual([
      { entityId: "new", webhookUrl: "https://hook/", appType: "teams" },
    ]);
  });

  test("keeps nothing of settings that are refused or too long", async () => {
    const accept = vi.fn<(settings: InstanceSettings) => Verdict>(() => refused("no"));
    const desk = open({ accept, initial: { entityId: "old" } });
    expect(await ask(desk, "settings.setSettings", { entityId: "new" })).toEqual([false, "no"]);
    const long = await ask(desk, "settings.setSettings", { entityId: "new", contentUrl: "x".repeat(5000) });
    expect(long).toEqual([false, "The setting 'contentUrl' is too long."]);
    expect(desk.current).toEqual({ entityId: "old" });
    expect(accept).toHaveBeenCalledTimes(1);
  });

  test("is refused where a page has no business setting anything", async () => {
    const answer = await ask(open({ frameContext: "remove" }), "settings.setSettings", { entityId: "new" });
    expect(answer).toEqual([false, "Settings cannot be changed in the 'remove' context."]);
  });

  test("the last word wins, whichever verdict comes first", async () => {
    const first = Promise.withResolvers<Verdict>();
    const verdicts = [first.promise, accepted];
    const desk = open({ accept: () => verdicts.shift() ?? accepted });
    const setting = [
      ask(desk, "settings.setSettings", { entityId: "first" }),
      ask(desk, "settings.setSettings", { entityId: "second" }),
    ];
    const reading = ask(desk, "settings.getSettings");
    desk.setWebhookUrl("https://granted/meanwhile");
    first.resolve(accepted);
    expect(await Promise.all(setting)).toEqual([[true], [true]]);
    expect(await reading).toEqual([{ entityId: "second", webhookUrl: "https://granted/meanwhile" }]);
  });
});

describe("refusalSinceSave", () => {
  test("waits for verdicts, and forgets those from before the save", async () => {
    const verdicts: (Verdict | Promise<Verdict>)[] = [refused("before"), Promise.resolve(refused("during")), accepted];
    const desk = open({ accept: () => verdicts.shift() ?? accepted });
    await ask(desk, "settings.setSettings", {});
    desk.beginSave();
    expect(await desk.refusalSinceSave()).toBeUndefined();
    void ask(desk, "settings.setSettings", {});
    expect(await desk.refusalSinceSave()).toBe("during");
    await ask(desk, "settings.setSettings", {});
    expect(await desk.refusalSinceSave()).toBeUndefined();
  });

  test("counts a verdict that fails as a refusal", async () => {
    const desk = open({ accept: () => Promise.reject(new Error("database")) });
    desk.beginSave();
    await expect(ask(desk, "settings.setSettings", {})).rejects.toThrow("database");
    expect(await desk.refusalSinceSave()).toBe("The settings could not be stored.");
  });
});

test("validity starts at false, and only changes are announced", async () => {
  const onValidity = vi.fn();
  const desk = open({ onValidity });
  for (const value of [false, true, true, "yes", true]) await ask(desk, "settings.setValidityState", value);
  desk.resetValidity();
  desk.resetValidity();
  expect(onValidity.mock.calls).toEqual([[true], [false], [true], [false]]);
  await ask(open({ onValidity, frameContext: "content" }), "settings.setValidityState", true);
  expect(onValidity).toHaveBeenCalledTimes(4);
});
