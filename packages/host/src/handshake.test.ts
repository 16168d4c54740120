import { expect, test } from "vitest";
import { greeting, offeredCapabilities } from "./handshake.ts";
import { ErrorCode, refusal, sdkError } from "./refusals.ts";
import { accepted } from "./verdict.ts";

const NOTHING = offeredCapabilities({}, false);
const EVERYTHING = offeredCapabilities(
  {
    answers: {
      navigateBack: () => accepted,
      navigateWithinApp: () => accepted,
      tabs: { list: () => [], navigate: () => accepted },
      dialogs: { open: () => {}, closed: () => {}, cards: true },
      clipboard: { write: () => accepted, read: () => Promise.reject(new Error("empty")) },
    },
    on: { log: () => {} },
  },
  false,
);

function runtime(version: unknown, offered = EVERYTHING): Record<string, unknown> {
  const call = {
    func: "initialize",
    args: ["2.58.0", version],
    generation: 2,
    origin: "https://app.contoso.com",
  } as const;
  const [, , text] = greeting(call, "settings", "web", offered) ?? [];
  return JSON.parse(String(text));
}

test("1.x gets two values: 1.6 and later would take a third for a version", () => {
  const call = { func: "initialize", args: ["1.13.1"], generation: 1, origin: "https://app.contoso.com" } as const;
  expect(greeting(call, "settings", "web", EVERYTHING)).toEqual(["settings", "web"]);
});

test("2.x gets the runtime as text, with what is offered and nothing else", () => {
  expect(runtime(4)).toMatchObject({
    apiVersion: 4,
    isLegacyTeams: false,
    supports: {
      pages: { config: {}, backStack: {}, tabs: {}, currentApp: {} },
      dialog: { url: { parentCommunication: {} }, card: {}, update: {} },
      teamsCore: {},
      logs: {},
      clipboard: {},
    },
  });
  const fixed = offeredCapabilities({ configurable: false }, false);
  expect(runtime(4, fixed).supports).toEqual({ pages: {}, teamsCore: {} });
  expect(runtime(4, NOTHING).supports).toEqual({ pages: { config: {} }, teamsCore: {} });
});

test("an SDK gets the newest runtime format it can read: it refuses newer ones", () => {
  expect([1, 2, 3, 4, 9, undefined, "4", -1].map((asked) => runtime(asked).apiVersion)).toEqual([
    1, 2, 3, 4, 4, 1, 1, 1,
  ]);
  expect(runtime(1).supports).toMatchObject({ dialog: { update: {} } });
  expect(runtime(1)).not.toHaveProperty("hostVersionsInfo");
  expect(runtime(3).supports).toMatchObject({ dialog: { url: {} } });
});

test("refusals have the shape that each SDK reads", () => {
  const error = sdkError(ErrorCode.notSupportedOnPlatform, "no");
  expect(refusal("calendar.openCalendarItem", 2, error)).toEqual([false, "no"]);
  expect(refusal("navigateToTab", 1, error)).toEqual([false, "no"]);
  expect(refusal("authentication.getUser", 1, error)).toEqual([false, "no"]);
  expect(refusal("authentication.getUser", 2, error)).toEqual([false, error]);
  expect(refusal("geoLocation.getCurrentLocation", 2, error)).toEqual([error]);
  expect(refusal("location.getLocation", 1, error)).toEqual([error]);
  expect(refusal("showNotification", 1, error)).toBeUndefined();
  expect(refusal("getUserJoinedTeams", 2, error)).toBeUndefined();
});
