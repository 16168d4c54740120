import { describe, expect, test } from "vitest";
import {
  hasFailedTooLong,
  normaliseAddress,
  restSeconds,
  secondsOf,
  shownAddress,
  verdictOf,
  wrongRelay,
} from "./target.rules.ts";

const now = new Date("2026-03-01T12:00:00Z");

describe("an answer of a relay", () => {
  test.each([
    [200, "delivered"],
    [202, "delivered"],
    [204, "delivered"],
    [301, "refused"],
    [400, "refused"],
    [401, "refused"],
    [404, "refused"],
    [408, "later"],
    [410, "gone"],
    [429, "later"],
    [500, "later"],
    [503, "later"],
  ])("%i means %s", (status, outcome) => {
    expect(verdictOf(status, "", undefined, now).outcome).toBe(outcome);
  });

  test("of an old connector tells its error inside 200", () => {
    const text = (code: number) =>
      `Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error ${code} with ContextId tcid=0`;
    expect(verdictOf(200, text(429), undefined, now).outcome).toBe("later");
    expect(verdictOf(200, text(413), undefined, now).outcome).toBe("refused");
    expect(verdictOf(200, "1", undefined, now).outcome).toBe("delivered");
  });

  test("may say when to come again, in seconds or as a date", () => {
    expect(verdictOf(429, "", "30", now)).toEqual({ outcome: "later", afterSeconds: 30 });
    expect(secondsOf("Sun, 01 Mar 2026 12:02:00 GMT", now)).toBe(120);
    expect(secondsOf("Sun, 01 Mar 2026 11:02:00 GMT", now)).toBe(0);
    expect(secondsOf("soon", now)).toBeUndefined();
    expect(secondsOf(undefined, now)).toBeUndefined();
  });
});

test("a target rests twice as long after each failure, up to an hour, and at least as long as it asked for", () => {
  expect([0, 1, 2, 9, 10, 100].map((failures) => restSeconds(failures, undefined, 1))).toEqual([
    5, 10, 20, 2560, 3600, 3600,
  ]);
  expect(restSeconds(0, undefined, 0)).toBe(3.75);
  expect(restSeconds(0, 120, 0)).toBe(120);
  expect(restSeconds(10, 120, 1)).toBe(3600);
});

test("a target has failed too long after the days that were set", () => {
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  expect(hasFailedTooLong(ago(71), now, 3)).toBe(false);
  expect(hasFailedTooLong(ago(72), now, 3)).toBe(true);
  expect(hasFailedTooLong(null, now, 3)).toBe(false);
});

test("a relay's address is shown without what is secret in it", () => {
  expect(shownAddress("relay", "https://hooks.slack.com/services/T0/B0/secret?sig=x")).toBe(
    "https://hooks.slack.com/…",
  );
  expect(shownAddress("mail", "megan@contoso.test")).toBe("megan@contoso.test");
});

test("cards are not relayed in circles, and nowhere but the web", () => {
  const own = "https://parvis.contoso.test";
  expect(wrongRelay(`${own}/webhookb2/a@b/c/d/e`, own)).toMatch(/circles/);
  expect(wrongRelay("ftp://a.example", own)).toMatch(/http/);
  expect(wrongRelay("a.example", own)).toMatch(/not a URL/);
  expect(wrongRelay("https://prod-1.westeurope.logic.azure.com/workflows/1?sig=2", own)).toBeUndefined();
});

test("mail addresses are addresses, one each", () => {
  expect(normaliseAddress(" Megan@Contoso.Test ")).toBe("megan@contoso.test");
  for (const wrong of ["", "megan", "a@b, c@d", "a@b\r\nBcc: c@d", "Megan <a@b>", "a b@c", "@b", "a@"]) {
    expect(normaliseAddress(wrong)).toBeUndefined();
  }
});
