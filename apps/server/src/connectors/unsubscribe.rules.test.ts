import { expect, test } from "vitest";
import { isUnsubscribeToken, readUnsubscribeToken, unsubscribeToken } from "./unsubscribe.rules.ts";

const key = Buffer.alloc(32, 1);
const subscription = {
  tenantId: "11111111-1111-4111-8111-111111111111",
  targetId: "22222222-2222-7222-8222-222222222222",
  address: "mégan@contoso.test",
};

test("a token says whose it is, and is believed with its target's key only", () => {
  const token = unsubscribeToken(subscription, key);
  expect(readUnsubscribeToken(token)).toEqual(subscription);
  expect(isUnsubscribeToken(token, key)).toBe(true);
  expect(isUnsubscribeToken(token, Buffer.alloc(32, 2))).toBe(false);
  expect(token).toMatch(/^[\w-]+$/);
});

test("a token that was changed anywhere is no token", () => {
  const token = unsubscribeToken(subscription, key);
  const bytes = Buffer.from(token, "base64url");
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(isUnsubscribeToken(changed.toString("base64url"), key)).toBe(false);
  }
});

test("anything else is not read", () => {
  for (const text of ["", "x", "../../x", "A".repeat(70), `${unsubscribeToken(subscription, key)}=`]) {
    expect(readUnsubscribeToken(text)).toBeUndefined();
  }
});
