import { expect, test } from "vitest";
import { popupAddress, popupFeatures } from "./popup.ts";

const own = (origin: string) => origin === "http://localhost:3000";

test("opens https anywhere, and the app's own origin", () => {
  expect(popupAddress("https://login.example.com/authorize?x=1", own)).toBe("https://login.example.com/authorize?x=1");
  expect(popupAddress("http://localhost:3000/login", own)).toBe("http://localhost:3000/login");
  expect(popupAddress("https://a.com/?m={oauthRedirectMethod}", own)).toBe("https://a.com/?m=web");
  expect(popupAddress("https://a.com/?m=%7BoauthRedirectMethod%7D", own)).toBe("https://a.com/?m=web");
});

test("opens nothing else", () => {
  const bad = ["http://login.example.com/", "javascript:alert(1)", "data:text/html,x", "/login", "", null, 7, {}];
  expect(bad.map((url) => popupAddress(url, own))).toEqual(bad.map(() => undefined));
  expect(popupAddress(`https://a.com/?${"x".repeat(10_000)}`, own)).toBeUndefined();
});

test("sizes are clamped and the popup is centred", () => {
  const around = { outerWidth: 1400, outerHeight: 900, screenX: 100, screenY: 50 };
  const place = (width: unknown, height: unknown) => popupFeatures({ url: "", width, height }, around);
  expect(place(undefined, undefined)).toBe("popup=yes,width=600,height=400,left=500,top=300");
  expect(place(800, "500px")).toBe("popup=yes,width=800,height=500,left=400,top=250");
  expect(place(99_999, 99_999)).toBe("popup=yes,width=1000,height=700,left=300,top=150");
  expect(place(1, -5)).toBe("popup=yes,width=300,height=400,left=650,top=300");
  expect(place(Number.NaN, Number.POSITIVE_INFINITY)).toBe("popup=yes,width=600,height=400,left=500,top=300");
  expect(place("a,left=0,noopener", {})).toBe("popup=yes,width=600,height=400,left=500,top=300");
  const small = popupFeatures({ url: "", width: 600, height: 600 }, { ...around, outerWidth: 360, outerHeight: 640 });
  expect(small).toBe("popup=yes,width=300,height=440,left=130,top=150");
});
