import { expect, test } from "vitest";
import { permissionsFor, readScope, resourceNamed } from "./token.rules.ts";

test.each([
  ["https://graph.microsoft.com", "graph"],
  ["https://graph.microsoft.com/", "graph"],
  ["HTTPS://Graph.Microsoft.com", "graph"],
  ["00000003-0000-0000-c000-000000000000", "graph"],
  ["https://manage.office.com", "management"],
  ["https://outlook.office.com", "exchange"],
  ["https://graph.microsoft.com.evil.test", undefined],
])("%s is the resource %s", (address, resource) => expect(resourceNamed(address)).toBe(resource));

test("reads all there is of a resource, with the scopes of OpenID Connect beside it", () => {
  expect(readScope("openid https://graph.microsoft.com/.default  offline_access")).toEqual({
    resource: "graph",
    everything: true,
    permissions: [],
    openId: ["openid", "offline_access"],
    wrong: undefined,
  });
});

test("reads single permissions, which are Graph's when nothing else is said", () => {
  expect(readScope("User.Read https://graph.microsoft.com/AppCatalog.Submit")).toMatchObject({
    resource: "graph",
    everything: false,
    permissions: ["User.Read", "AppCatalog.Submit"],
    wrong: undefined,
  });
});

test("says what it does not understand, and that a token is for one resource", () => {
  expect(readScope("https://x.test/.default").wrong).toEqual({ part: "https://x.test", why: "unknown-resource" });
  expect(readScope("https://graph.microsoft.com/.default https://manage.office.com/.default").wrong?.why).toBe(
    "two-resources",
  );
});

test("gives a token the permissions of its resource alone", () => {
  const all = ["Team.ReadBasic.All", "ActivityFeed.Read", "Exchange.ManageAsApp", "AppCatalog.Read.All"];
  expect(permissionsFor("graph", all)).toEqual(["AppCatalog.Read.All", "Team.ReadBasic.All"]);
  expect(permissionsFor("management", all)).toEqual(["ActivityFeed.Read"]);
  expect(permissionsFor("exchange", all)).toEqual(["Exchange.ManageAsApp"]);
});
