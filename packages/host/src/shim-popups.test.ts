import { describe, expect, test } from "vitest";
import { type ShimOrder, shimPopups } from "./shim-popups.ts";

const origin = "https://app.apps.parvis.test";

function stage() {
  const orders: [ShimOrder, string][] = [];
  const shim = { postMessage: (order: unknown, to: string) => void orders.push([order as ShimOrder, to]) };
  const popups = shimPopups(() => shim, origin);
  const event = (data: unknown, source: unknown = shim, from = origin) =>
    ({ data, source, origin: from }) as unknown as MessageEvent;
  return { orders, popups, event, shim };
}

describe("windows that the shim opens", () => {
  test("are ordered from it, and from nobody else", () => {
    const { orders, popups } = stage();
    const popup = popups.open("https://login.test/", "width=300");
    popup?.postMessage({ id: 1 }, "https://app.test");
    popup?.close();
    expect(orders).toEqual([
      [{ shim: "open", popup: 1, url: "https://login.test/", features: "width=300" }, origin],
      [{ shim: "post", popup: 1, message: { id: 1 }, origin: "https://app.test" }, origin],
      [{ shim: "close", popup: 1 }, origin],
    ]);
  });

  test("speak through it, with an origin of their own, until they are closed", () => {
    const { popups, event } = stage();
    const popup = popups.open("https://login.test/", "");
    const said = event({ shim: "said", popup: 1, message: { func: "initialize" }, origin });
    expect(popups.read(said)).toEqual({ source: popup, origin, data: { func: "initialize" } });
    expect(popups.read(event({ shim: "closed", popup: 1 }))).toBeUndefined();
    expect(popup?.closed).toBe(true);
    expect(popups.read(said)).toBeUndefined();
  });

  test("are not spoken for by other windows and origins, and all else is the page's", () => {
    const { popups, event, shim } = stage();
    const popup = popups.open("https://login.test/", "");
    for (const stranger of [
      event({ shim: "closed", popup: 1 }, {}),
      event({ shim: "closed", popup: 1 }, shim, "https://evil.test"),
      event({ id: 0, func: "getContext" }),
      event("text"),
      event(null),
    ])
      expect(popups.read(stranger)).toBe(stranger);
    expect(popup?.closed).toBe(false);
  });
});
