import { describe, expect, test } from "vitest";
import { connectedAddress, declinedAddress, namedCallback } from "./connection.rules.ts";

const named = ["https://pulse.fabrikam.example/connected", "http://localhost:5000/back?from=parvis"];

describe("a callback", () => {
  test.each([
    "https://pulse.fabrikam.example/connected",
    "https://PULSE.fabrikam.example:443/connected",
    "http://localhost:5000/back?from=parvis",
  ])("that a registration names is taken: %s", (asked) => {
    expect(namedCallback(named, asked)).toBeDefined();
  });

  test.each([
    "https://pulse.fabrikam.example/connected/",
    "https://pulse.fabrikam.example/connected?next=https://evil.example",
    "https://pulse.fabrikam.example/connected#there",
    "https://pulse.fabrikam.example@evil.example/connected",
    "https://pulse.fabrikam.example.evil.example/connected",
    "http://pulse.fabrikam.example/connected",
    "http://localhost:5001/back?from=parvis",
    "http://localhost:5000/back",
    "//pulse.fabrikam.example/connected",
    "javascript:alert(1)",
    "",
  ])("that it does not name is not: %s", (asked) => {
    expect(namedCallback(named, asked)).toBeUndefined();
  });
});

describe("the address that a browser is sent back to", () => {
  const connected = {
    webhookUrl: "https://p.example/webhookb2/a@b/c/d/e",
    groupName: "Q&A + R=1 é",
    userObjectId: "me",
  };

  test("carries everything, in the order that sites count on, and survives both ways of unescaping", () => {
    const address = connectedAddress("https://pulse.fabrikam.example/connected", "a b+c&d", connected);
    expect(address).not.toContain("+");
    const parameters = new URL(address).searchParams;
    expect([...parameters]).toEqual([
      ["state", "a b+c&d"],
      ["webhook_url", connected.webhookUrl],
      ["group_name", connected.groupName],
      ["app_type", "teams"],
      ["user_objectId", "me"],
    ]);
  });

  test("keeps what the callback has of its own, and names no state where none was given", () => {
    expect(declinedAddress("http://localhost:5000/back?from=parvis", undefined)).toBe(
      "http://localhost:5000/back?from=parvis&error=AccessDenied",
    );
    expect(declinedAddress("https://a.example/?", "")).toBe("https://a.example/?state=&error=AccessDenied");
  });
});
