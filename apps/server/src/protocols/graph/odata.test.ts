import { describe, expect, test } from "vitest";
import { fits, readFilter } from "./odata-filter.ts";
import { readOptions, selected } from "./odata-options.ts";

const app = {
  id: "8C1F1D6E-3A0F-4A0E-9C57-2A7F3F1D9B01",
  displayName: "It's fine",
  distributionMethod: "organization",
  externalId: null,
  appDefinitions: [
    { version: "1.0.0", bot: null },
    { version: "2.0.0", bot: { id: "b" } },
  ],
};

describe("$filter", () => {
  test.each([
    ["distributionMethod eq 'organization'", true],
    ["distributionMethod ne 'organization'", false],
    ["displayName eq 'it''s FINE'", true],
    ["id eq '8c1f1d6e-3a0f-4a0e-9c57-2a7f3f1d9b01'", true],
    ["id eq 8c1f1d6e-3a0f-4a0e-9c57-2a7f3f1d9b01", true],
    ["externalId eq null and not (distributionMethod eq 'store')", true],
    ["distributionMethod eq 'store' or (externalId eq null and displayName ne 'x')", true],
    ["appDefinitions/any(a:a/bot ne null)", true],
    ["appDefinitions/any(a:a/bot/id eq 'c')", false],
    ["AppDefinitions/any(d:d/version eq '1.0.0' and d/bot ne null)", false],
    ["appDefinitions/any()", true],
    ["contains(displayName, 'fine') and startswith(displayName,'It')", true],
  ])("%s", (filter, expected) => {
    expect(fits(readFilter(filter), app)).toBe(expected);
  });

  test.each([
    ["displayName"],
    ["displayName eq"],
    ["eq 'x'"],
    ["(a eq 1"],
    ["a eq 'x' b"],
    ["a lt ; 1"],
    ["any(x)"],
    [""],
  ])("refuses %s", (filter) => {
    expect(() => readFilter(filter)).toThrow(/\$filter/);
  });

  test("refuses what is nested beyond reason", () => {
    expect(() => readFilter(`${"(".repeat(100)}a eq 1${")".repeat(100)}`)).toThrow(/deep/);
  });
});

describe("$select and $expand", () => {
  const read = (query: Record<string, string>) => readOptions((name) => query[name]);

  test("are read with what is nested in them", () => {
    const { expand, select } = read({
      $expand: "teamsApp,TeamsAppDefinition($expand=bot;$select=id,authorization)",
      $select: "id,consentedPermissionSet",
    });
    expect([...expand.keys()]).toEqual(["teamsapp", "teamsappdefinition"]);
    expect([...(expand.get("teamsappdefinition")?.select ?? [])]).toEqual(["id", "authorization"]);
    expect(expand.get("teamsappdefinition")?.expand.has("bot")).toBe(true);
    expect(select).toEqual(new Set(["id", "consentedpermissionset"]));
  });

  test("leave what was asked for, what is expanded, and annotations", () => {
    const options = read({ $select: "displayName", $expand: "appDefinitions" });
    const shown = selected({ "@odata.etag": "e", "appDefinitions@odata.context": "c", ...app }, options);
    expect(Object.keys(shown)).toEqual([
      "@odata.etag",
      "appDefinitions@odata.context",
      "displayName",
      "appDefinitions",
    ]);
  });

  test.each([[{ $expand: "a(b" }], [{ $expand: "a($top=1)" }], [{ $select: "a(b)" }]])("refuse %o", (query) => {
    expect(() => read(query as Record<string, string>)).toThrow(/understand/);
  });
});
