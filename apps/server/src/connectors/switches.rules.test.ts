import { describe, expect, test } from "vitest";
import {
  incomingWebhookConnector,
  type OrganisationSwitches,
  refusalOf,
  type Switches,
  type SwitchName,
  type SwitchQuestion,
  switchNames,
  type TeamSwitchName,
  teamDefaults,
} from "./switches.rules.ts";

const on = { value: true, setBy: null, setAt: null };
const setAt = new Date("2026-09-01T08:00:00Z");
const off = { value: false, setBy: "ada", setAt };

function switches(change: {
  organisation?: SwitchName[];
  team?: TeamSwitchName[];
  cloud?: Switches["cloud"];
}): Switches {
  const organisation = Object.fromEntries(
    switchNames.map((name) => [name, change.organisation?.includes(name) ? off : on]),
  ) as OrganisationSwitches;
  const team = { ...teamDefaults, ...Object.fromEntries((change.team ?? []).map((name) => [name, off])) };
  return { cloud: change.cloud ?? "worldwide", organisation, team };
}

const member = { act: "configure", workload: "teams", connectorId: "8c1f", manages: false } as const;
const reason = (held: Switches, question: Partial<SwitchQuestion> = {}) =>
  refusalOf(held, { ...member, ...question })?.reason;

test("everything may be done where nobody said otherwise", () => {
  for (const act of ["configure", "remove", "post", "press"] as const)
    expect(reason(switches({}), { act })).toBe(undefined);
});

test("the organisation's switch wins over the team's, and says who set it when", () => {
  const held = switches({ organisation: ["connectorsEnabled"], team: ["connectorsEnabled"] });
  expect(refusalOf(held, member)).toEqual({
    reason: "organisation-off",
    setting: "connectorsEnabled",
    scope: "organisation",
    setBy: "ada",
    setAt,
  });
  for (const act of ["configure", "post", "press"] as const) expect(reason(held, { act })).toBe("organisation-off");
});

test.each([
  ["teams", "connectorsEnabledForTeams"],
  ["outlook", "connectorsEnabledForOutlook"],
  ["sharepoint", "connectorsEnabledForSharepoint"],
  ["yammer", "connectorsEnabledForYammer"],
] as const)("a workload has its own switch: %s", (workload, name) => {
  const held = switches({ organisation: [name] });
  expect(reason(held, { workload, act: "post" })).toBe("workload-off");
  const other = workload === "teams" ? "outlook" : "teams";
  expect(reason(held, { workload: other, act: "post" })).toBe(undefined);
});

test("a team's switch stops configuring, posts and buttons of that team", () => {
  const held = switches({ team: ["connectorsEnabled"] });
  for (const act of ["configure", "post", "press"] as const)
    expect(refusalOf(held, { ...member, act, manages: true })).toMatchObject({ reason: "team-off", scope: "team" });
});

describe("where only owners manage connectors", () => {
  const held = switches({ team: ["allowMemberConnectors"] });
  test("members neither configure nor remove, owners do both", () => {
    expect(reason(held)).toBe("owners-only");
    expect(reason(held, { act: "remove" })).toBe("owners-only");
    expect(reason(held, { manages: true })).toBe(undefined);
    expect(reason(held, { act: "remove", manages: true })).toBe(undefined);
  });
  test("cards still arrive and buttons still act", () => {
    expect(reason(held, { act: "post" })).toBe(undefined);
    expect(reason(held, { act: "press" })).toBe(undefined);
  });
});

test("removing goes on when everything is off", () => {
  const held = switches({ organisation: [...switchNames], team: ["connectorsEnabled"] });
  expect(reason(held, { act: "remove" })).toBe(undefined);
});

test("buttons have a switch of their own that stops nothing else", () => {
  const held = switches({ organisation: ["connectorsActionableMessagesEnabled"] });
  expect(reason(held, { act: "press" })).toBe("buttons-off");
  expect(reason(held, { act: "post" })).toBe(undefined);
  expect(reason(held)).toBe(undefined);
});

test.each(["gcc", "gcch", "dod"] as const)("the cloud %s takes the incoming webhook alone", (cloud) => {
  const held = switches({ cloud });
  expect(reason(held)).toBe("custom-connectors-unavailable");
  expect(reason(held, { act: "post" })).toBe("custom-connectors-unavailable");
  expect(reason(held, { connectorId: incomingWebhookConnector })).toBe(undefined);
  expect(reason(held, { connectorId: incomingWebhookConnector.toUpperCase() })).toBe(undefined);
  expect(reason(held, { connectorId: null })).toBe(undefined);
  expect(reason(held, { connectorId: "IncomingWebhook" })).toBe("custom-connectors-unavailable");
});
