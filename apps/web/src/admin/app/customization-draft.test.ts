import { expect, test } from "vitest";
import { changesAnything, faultOf, wantedOf } from "./customization-draft.ts";
import type { Customization } from "./customization-query.ts";

const now: Customization = {
  customizable: ["shortName", "privacyUrl", "accentColor", "colorIcon"],
  publisher: {
    shortName: "Builds",
    shortDescription: "",
    fullDescription: "",
    websiteUrl: "",
    privacyUrl: "https://fabrikam.example/privacy",
    termsOfUseUrl: "",
    accentColor: "#101010",
  },
  overrides: { shortName: "Our builds" },
  icons: { color: "/a", outline: "/b" },
  publisherIcons: { color: "/a", outline: "/b" },
  overriddenIcons: [],
  changedBy: null,
  changedAt: null,
  etag: '"1"',
};
const draft = (texts: object, icons: object = {}) => ({ texts, icons, etag: now.etag });

test("only what differs from what everybody sees is a change", () => {
  expect(changesAnything(draft({ shortName: "Our builds " }), now)).toBe(false);
  expect(changesAnything(draft({ shortName: "" }), now)).toBe(true);
  expect(changesAnything(draft({ privacyUrl: "" }), now)).toBe(false);
  expect(changesAnything(draft({}, { colorIcon: null }), now)).toBe(false);
  expect(changesAnything(draft({}, { colorIcon: "data:image/png;base64,AAAA" }), now)).toBe(true);
});

test("empty, or the publisher's own words, give it back to the publisher", () => {
  expect(
    wantedOf(draft({ shortName: " ", privacyUrl: now.publisher.privacyUrl, accentColor: "#ffffff" }), now),
  ).toEqual({
    texts: { shortName: null, privacyUrl: null, accentColor: "#ffffff" },
  });
  expect(wantedOf(draft({}, { colorIcon: "data:image/png;base64,AAAA" }), now)).toEqual({ colorIcon: "AAAA" });
});

test("what the server would refuse is told beside the field", () => {
  expect(faultOf("shortName", "x".repeat(31))).toBe("tooLong");
  expect(faultOf("privacyUrl", "http://fabrikam.example")).toBe("link");
  expect(faultOf("privacyUrl", "javascript:alert(1)")).toBe("link");
  expect(faultOf("accentColor", "red")).toBe("color");
  expect(faultOf("accentColor", "#A0b1C2")).toBeUndefined();
  expect(faultOf("shortName", "")).toBeUndefined();
});
