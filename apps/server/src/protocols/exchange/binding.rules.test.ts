import { describe, expect, test } from "vitest";
import { bind, nearest, parameterNamed } from "./binding.rules.ts";

const cmdlet = {
  parameters: {
    Identity: "identity",
    ConnectorsEnabled: "boolean",
    ConnectorsEnabledForTeams: "boolean",
    IncludeAllProperties: "switch",
    ResultSize: "count",
  },
  required: ["Identity"],
} as const;

const values = (given: Record<string, unknown>) => {
  const bound = bind(cmdlet, given);
  return "values" in bound ? bound.values : bound;
};

test("finds parameters whatever their case, and by a beginning that fits one", () => {
  expect(parameterNamed("IDENTITY", cmdlet.parameters)).toEqual({ name: "Identity", type: "identity" });
  expect(parameterNamed("Id", cmdlet.parameters)).toEqual({ name: "Identity", type: "identity" });
  expect(parameterNamed("ConnectorsEnabled", cmdlet.parameters)).toMatchObject({ name: "ConnectorsEnabled" });
  expect(parameterNamed("Conn", cmdlet.parameters)).toEqual({
    candidates: ["ConnectorsEnabled", "ConnectorsEnabledForTeams"],
  });
  expect(parameterNamed("wh", cmdlet.parameters)).toEqual({ name: "WhatIf", type: "switch" });
});

test.each([
  [true, true],
  [false, false],
  ["$false", false],
  ["True", true],
  [0, false],
])("reads %j as the boolean %s", (given, read) => {
  expect(values({ Identity: "x", ConnectorsEnabled: given })).toEqual({ Identity: "x", ConnectorsEnabled: read });
});

test("lets a switch stand alone, but no boolean", () => {
  const present = { IsPresent: true };
  expect(values({ Identity: "x", IncludeAllProperties: present })).toMatchObject({ IncludeAllProperties: true });
  expect(values({ Identity: "x", ConnectorsEnabled: present })).toMatchObject({
    fault: "wrong-value",
    message: expect.stringContaining("Missing an argument for parameter 'ConnectorsEnabled'"),
  });
});

test("takes counts and Unlimited", () => {
  expect(values({ Identity: "x", ResultSize: "10" })).toMatchObject({ ResultSize: 10 });
  expect(values({ Identity: "x", ResultSize: "unlimited" })).toMatchObject({ ResultSize: Number.POSITIVE_INFINITY });
  expect(values({ Identity: "x", ResultSize: "many" })).toMatchObject({ fault: "wrong-value" });
});

test("leaves annotations of OData aside", () => {
  expect(values({ Identity: "x", "Identity@odata.type": "#String" })).toEqual({ Identity: "x" });
});

describe("refuses in PowerShell's words", () => {
  test.each([
    [
      { Identity: "x", ConnectorsEnabeld: true },
      "unknown-parameter",
      "A parameter cannot be found that matches parameter name 'ConnectorsEnabeld'. Did you mean -ConnectorsEnabled?",
    ],
    [
      { Identity: "x", Conn: true },
      "unknown-parameter",
      "is ambiguous. Possible matches include: -ConnectorsEnabled -ConnectorsEnabledForTeams.",
    ],
    [{}, "missing-parameter", "missing mandatory parameters: Identity."],
    [{ Identity: "x", id: "y" }, "wrong-value", "specified more than once"],
    [
      { Identity: "x", ConnectorsEnabled: "maybe" },
      "wrong-value",
      'Cannot convert value "maybe". Expected $true or $false.',
    ],
    [{ Identity: " " }, "wrong-value", "Cannot convert value"],
  ])("%j", (given, fault, message) => {
    expect(values(given)).toMatchObject({ fault, message: expect.stringContaining(message) });
  });
});

test("suggests what is near, and nothing when all is far", () => {
  expect(nearest("Get-OrganisationConfig", ["Get-OrganizationConfig", "Get-UnifiedGroup"])).toBe(
    "Get-OrganizationConfig",
  );
  expect(nearest("Remove-Item", ["Get-OrganizationConfig"])).toBe(undefined);
});
