import { describe, expect, test } from "vitest";
import { type AccessQuestion, type AccessSettings, decideAccess, shownStatus } from "./access.rules.ts";
import { decideUpload } from "./upload.rules.ts";

const ada = "0190-ada";
const monday = new Date("2026-11-02T08:00:00Z");
const tuesday = new Date("2026-11-03T08:00:00Z");

const byDefault = { value: true, setBy: null, setAt: null };
const off = { value: false, setBy: ada, setAt: monday };
const settings: AccessSettings = {
  allowCustomApps: byDefault,
  allowThirdPartyApps: byDefault,
  allowNewThirdPartyApps: byDefault,
  microsoftAppsAvailable: byDefault,
  thirdPartyAppsAvailable: byDefault,
  customAppsAvailable: byDefault,
};

const assignment = { how: "global", policyId: "global", setBy: null, setAt: null } as const;
const person = (change: Partial<NonNullable<AccessQuestion["person"]>["policy"]> = {}): AccessQuestion["person"] => ({
  among: false,
  availableThrough: undefined,
  policy: {
    id: "global",
    name: "Global",
    assignment,
    changedBy: null,
    changedAt: null,
    type: "BlockedAppList",
    choice: "allowAll",
    listed: false,
    ...change,
  },
});

function question(change: Partial<AccessQuestion> & { kind?: AccessQuestion["app"]["kind"] } = {}): AccessQuestion {
  const { kind = "custom", ...rest } = change;
  return {
    app: {
      id: "app",
      externalId: "manifest",
      kind,
      blockedByPublisher: false,
      createdAt: tuesday,
      published: true,
      sideloadedScope: null,
      sideloadedTo: null,
    },
    settings,
    rule: { status: undefined, availability: undefined },
    person: person(),
    ...rest,
  };
}

describe("access to an app", () => {
  test("is there where nobody said otherwise, through every gate", () => {
    const decision = decideAccess(question());
    expect(decision.allowed).toBe(true);
    expect(decision.gates.map(({ gate, passed, setBy }) => [gate, passed, setBy])).toEqual([
      ["organisation-setting", true, null],
      ["app-status", true, null],
      ["availability", true, null],
      ["permission-policy", true, null],
    ]);
  });

  test("ends at the organisation's switch, which says who set it and when", () => {
    const decision = decideAccess(question({ settings: { ...settings, allowCustomApps: off } }));
    expect(decision.allowed).toBe(false);
    expect(decision.gates.at(-1)).toMatchObject({
      setting: "allowCustomApps",
      value: "false",
      setBy: ada,
      since: monday,
    });
    expect(decision.further.map(({ gate }) => gate)).toEqual(["app-status", "availability", "permission-policy"]);
  });

  test("to a third-party app does not ask the switch of custom apps; to Microsoft's none at all", () => {
    expect(
      decideAccess(question({ kind: "thirdParty", settings: { ...settings, allowCustomApps: off } })).allowed,
    ).toBe(true);
    const switches = { ...settings, allowCustomApps: off, allowThirdPartyApps: off };
    expect(decideAccess(question({ kind: "microsoft", settings: switches })).gates[0]?.gate).toBe("app-status");
  });

  test("shows all that stands in the way, the first as the reason", () => {
    const decision = decideAccess(
      question({
        settings: { ...settings, allowCustomApps: off },
        rule: { status: { value: "blocked", setBy: ada, setAt: monday }, availability: undefined },
      }),
    );
    expect(decision.gates).toHaveLength(1);
    expect(decision.further.filter(({ passed }) => !passed).map(({ gate }) => gate)).toEqual(["app-status"]);
  });

  test("waits for an administrator when the publisher blocked the app, or new third-party apps are off", () => {
    const app = { ...question({ kind: "thirdParty" }).app, blockedByPublisher: true };
    expect(decideAccess(question({ app })).gates.at(-1)).toMatchObject({ value: "blockedByPublisher", passed: false });
    const status = { value: "allowed", setBy: ada, setAt: tuesday } as const;
    expect(decideAccess(question({ app, rule: { status, availability: undefined } })).allowed).toBe(true);
    const late = question({ kind: "thirdParty", settings: { ...settings, allowNewThirdPartyApps: off } });
    expect(decideAccess(late).gates.at(-1)).toMatchObject({ setting: "allowNewThirdPartyApps", passed: false });
    expect(shownStatus(late)).toBe("blocked");
    expect(decideAccess({ ...late, app: { ...late.app, createdAt: new Date(0) } }).allowed).toBe(true);
  });

  test("is for whom the app is available, and the default reaches untouched apps alone", () => {
    const defaults = { ...settings, customAppsAvailable: off };
    expect(decideAccess(question({ settings: defaults })).gates.at(-1)).toMatchObject({
      setting: "customAppsAvailable",
    });
    const touched = { value: "everyone", setBy: ada, setAt: monday } as const;
    expect(
      decideAccess(question({ settings: defaults, rule: { status: undefined, availability: touched } })).allowed,
    ).toBe(true);
    const some = { status: undefined, availability: { ...touched, value: "usersAndGroups" } } as const;
    expect(decideAccess(question({ rule: some })).gates.at(-1)).toMatchObject({ gate: "availability", passed: false });
    const through = { kind: "group", id: "sales", setBy: ada, setAt: tuesday } as const;
    const among = { ...person(), availableThrough: through } as NonNullable<AccessQuestion["person"]>;
    expect(decideAccess(question({ rule: some, person: among })).gates[2]).toMatchObject({
      passed: true,
      through: { kind: "group", id: "sales" },
    });
  });

  test.each([
    ["BlockedAppList", "allowAll", false, true],
    ["BlockedAppList", "blockThese", true, false],
    ["BlockedAppList", "blockThese", false, true],
    ["AllowedAppList", "blockAll", false, false],
    ["AllowedAppList", "allowThese", true, true],
    ["AllowedAppList", "allowThese", false, false],
  ] as const)("by a %s that says %s, listed %s: %s", (type, choice, listed, allowed) => {
    const decision = decideAccess(question({ person: person({ type, choice, listed }) }));
    expect(decision.allowed).toBe(allowed);
    expect(decision.gates.at(-1)).toMatchObject({ gate: "permission-policy", value: choice, passed: allowed });
  });
});

describe("uploading a custom app (the table of contracts.md B.6)", () => {
  const policy = { id: "p", name: "P", assignment, changedBy: null, changedAt: null };
  test.each([
    [false, true, true, { owner: true, membersMayUpload: true }, false],
    [true, true, false, { owner: true, membersMayUpload: true }, false],
    [true, false, true, { owner: true, membersMayUpload: false }, true],
    [true, false, true, { owner: false, membersMayUpload: false }, false],
    [true, false, true, undefined, true],
    [true, true, true, { owner: false, membersMayUpload: true }, true],
  ])("organisation %s, team %s, person %s", (organisation, _team, allowSideLoading, team, allowed) => {
    const allowCustomApps = { ...byDefault, value: organisation };
    const decision = decideUpload({
      cloud: "worldwide",
      allowCustomApps,
      policy: { ...policy, allowSideLoading },
      team: team && {
        owner: team.owner,
        membersMayUpload: { value: team.membersMayUpload, setBy: ada, setAt: tuesday },
      },
    });
    expect(decision.allowed).toBe(allowed);
    expect(decision.gates.at(-1)?.passed).toBe(allowed);
    const ofTeam = decision.gates.find(({ gate }) => gate === "team-setting");
    if (ofTeam !== undefined) expect(ofTeam).toMatchObject({ setBy: ada, since: tuesday });
  });
});
