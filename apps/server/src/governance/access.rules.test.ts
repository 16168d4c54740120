import { expect, test } from "vitest";
import { decideAccess } from "./access.rules.ts";

const byDefault = { value: true, setBy: null };
const allowed = { value: "allowed", setBy: null } as const;
const ada = "0190-ada";

test("allows a custom app where nobody said otherwise, and names the gates it passed", () => {
  const decision = decideAccess({ distribution: "organization", allowCustomApps: byDefault, status: allowed });
  expect(decision.allowed).toBe(true);
  expect(decision.gates.map((gate) => [gate.gate, gate.passed, gate.setBy])).toEqual([
    ["organisation-setting", true, null],
    ["app-status", true, null],
  ]);
});

test("blocks custom apps when the organisation's switch is off, and says who set it", () => {
  const decision = decideAccess({
    distribution: "organization",
    allowCustomApps: { value: false, setBy: ada },
    status: allowed,
  });
  expect(decision.allowed).toBe(false);
  expect(decision.gates.find((gate) => !gate.passed)).toMatchObject({
    setting: "allowCustomApps",
    value: "false",
    setBy: ada,
  });
});

test("lets a store app through the switch for custom apps", () => {
  expect(
    decideAccess({ distribution: "store", allowCustomApps: { value: false, setBy: ada }, status: allowed }).allowed,
  ).toBe(true);
});

test("blocks a blocked app, and asks the other gates all the same", () => {
  const decision = decideAccess({
    distribution: "organization",
    allowCustomApps: { value: false, setBy: ada },
    status: { value: "blocked", setBy: ada },
  });
  expect(decision.gates.filter((gate) => !gate.passed)).toHaveLength(2);
});
