import { describe, expect, test } from "vitest";
import { frameSources } from "./frame-sources.ts";
import { frameAddress, originMatcher } from "./origins.ts";

const CONFIGURATION = "https://app.contoso.com:8443/config?x=1";

describe("originMatcher", () => {
  const allowed = originMatcher(CONFIGURATION, [
    "login.contoso.com",
    "*.contoso.net",
    "*.*.contoso.org",
    "api.contoso.com:9000",
    "localhost:3000",
    "*.apps.localhost:4700",
    "127.0.0.1:5000",
    "MÜNCHEN.example",
    "a.*.fabrikam.com",
  ]);

  test.each([
    "https://app.contoso.com:8443",
    "https://login.contoso.com",
    "https://a.contoso.net",
    "https://a.b.contoso.org",
    "https://api.contoso.com:9000",
    "http://localhost:3000",
    "https://localhost:3000",
    "http://x.apps.localhost:4700",
    "http://127.0.0.1:5000",
    "https://xn--mnchen-3ya.example",
    "https://a.b.fabrikam.com",
  ])("accepts %s", (origin) => {
    expect(allowed(origin)).toBe(true);
  });

  test.each([
    ["another port of the configuration's host", "https://app.contoso.com"],
    ["the configuration's host over http", "http://app.contoso.com:8443"],
    ["a port that was not given", "https://login.contoso.com:444"],
    ["no port where one was given", "https://api.contoso.com"],
    ["http off the machine", "http://login.contoso.com"],
    ["the parent of a wildcard", "https://contoso.net"],
    ["two labels for one wildcard", "https://a.b.contoso.net"],
    ["one label for two wildcards", "https://a.contoso.org"],
    ["a look-alike suffix", "https://login.contoso.com.evil.com"],
    ["a look-alike prefix", "https://evil-login.contoso.com"],
    ["a sandboxed frame", "null"],
    ["an address instead of an origin", "https://login.contoso.com/"],
    ["a user in the origin", "https://login.contoso.com@evil.com"],
    ["an extension", "chrome-extension://login.contoso.com"],
    ["nothing", ""],
  ])("refuses %s", (_what, origin) => {
    expect(allowed(origin)).toBe(false);
  });

  test.each(["*", "com", "*.com", "*.*", "login.*", "*.*.com", "a*.contoso.com", "{teamSiteDomain}", "https://x.com"])(
    "an entry '%s' opens nothing",
    (entry) => {
      const matches = originMatcher(CONFIGURATION, [entry]);
      const probes = [
        "https://contoso.com",
        "https://x.com",
        "https://login.x.com",
        "https://a.contoso.com",
        "https://com",
      ];
      expect(probes.filter(matches)).toEqual([]);
    },
  );

  test("an unreadable configuration URL opens nothing", () => {
    expect(originMatcher("javascript:alert(1)", [])("null")).toBe(false);
    expect(originMatcher("not a url", [])("https://contoso.com")).toBe(false);
  });
});

describe("frameSources", () => {
  test("names the configuration's origin and the valid domains", () => {
    expect(frameSources(CONFIGURATION, ["login.contoso.com", "*.contoso.net", "api.contoso.com:9000"])).toEqual([
      "https://app.contoso.com:8443",
      "https://login.contoso.com",
      "https://*.contoso.net",
      "https://api.contoso.com:9000",
    ]);
  });

  test("allows http on the machine itself, and widens what CSP cannot say", () => {
    expect(frameSources("http://localhost:3000/", ["localhost:3000", "a.*.fabrikam.com", "*.*.fabrikam.com"])).toEqual([
      "http://localhost:3000",
      "https://localhost:3000",
      "https://*.fabrikam.com",
    ]);
  });

  test.each([
    "evil.com; script-src *",
    "evil.com script-src",
    "evil.com,other.com",
    "evil.com'unsafe-inline'",
    "*.com",
    "*",
    "evil.com/path",
    "evil.com\nscript-src *",
    "user@evil.com",
    "%65vil.com;x",
    "data:",
    "",
  ])("lets %j add nothing", (entry) => {
    expect(frameSources(CONFIGURATION, [entry])).toEqual(["https://app.contoso.com:8443"]);
  });

  test("is empty for addresses that cannot be framed", () => {
    expect(frameSources("javascript:alert(1)", [])).toEqual([]);
  });
});

test("frameAddress lets settings point a frame to the app's own pages only", () => {
  const allowed = originMatcher(CONFIGURATION, ["login.contoso.com"]);
  expect(frameAddress("https://login.contoso.com/edit?id=1", allowed)).toBe("https://login.contoso.com/edit?id=1");
  for (const bad of [
    "javascript:alert(1)",
    "/config",
    "https://evil.com/",
    "https://u:p@login.contoso.com/",
    "data:,x",
  ]) {
    expect(frameAddress(bad, allowed)).toBeUndefined();
  }
});
