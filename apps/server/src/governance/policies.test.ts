import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, contoso } from "../testing/contoso.ts";
import { appPackage, connectorManifest } from "../testing/packages.ts";

interface Decision {
  allowed: boolean;
  gates: {
    gate: string;
    passed: boolean;
    value: string;
    setByName: string | null;
    policy: {
      name: string;
      assignment: { how: string; group: { displayName: string } | null; rank: number | null };
    } | null;
    through: { displayName: string } | null;
  }[];
  decidedBy: { version: number; effectiveSince: string };
}

let place: Contoso;
let appId: string;

const megan = "megan@contoso.test";
const blockAllCustom = {
  microsoft: { type: "BlockedAppList", apps: [] },
  thirdParty: { type: "BlockedAppList", apps: [] },
  custom: { type: "AllowedAppList", apps: [] },
};

beforeAll(async () => {
  place = await contoso();
  const made = await place.ada.call<{ id: string }>(
    "POST",
    "/api/apps",
    appPackage(connectorManifest({ name: { short: "Governed", full: "Governed" } })),
  );
  appId = made.body.id;
});
afterAll(async () => await place.server.dispose());

async function why(person = megan): Promise<Decision> {
  return (await place.ada.call<Decision>("GET", `/api/apps/${appId}/access?person=${person}`)).body;
}

async function create(kind: string, body: object): Promise<{ id: string; etag: string }> {
  const { status, body: made } = await place.ada.call<{ id: string; etag: string }>(
    "POST",
    `/api/policies/${kind}`,
    body,
  );
  expect(status).toBe(201);
  return made;
}

async function group(displayName: string, members: readonly string[]): Promise<string> {
  const { body } = await place.ada.call<{ id: string }>("POST", "/api/groups", { displayName, members });
  return body.id;
}

describe("permission policies", () => {
  test("direct wins over the group of the best rank, that over others, and Global is for everybody else", async () => {
    const [first, second, own] = await Promise.all(
      ["Strict", "Open", "Own"].map(async (name) => await create("permission", { name, content: blockAllCustom })),
    );
    await place.ada.call("PATCH", `/api/policies/permission/${second?.id}`, {
      content: { ...blockAllCustom, custom: { type: "BlockedAppList", apps: [] } },
    });
    expect((await why()).gates.at(-1)).toMatchObject({
      gate: "permission-policy",
      passed: true,
      policy: { name: "Global" },
    });

    const [sales, staff] = [await group("Sales", [megan]), await group("Staff", [megan, "alex@contoso.test"])];
    const assign = async (id: string, body: object) =>
      await place.ada.call("PUT", `/api/policies/permission/assignments/groups/${id}`, body);
    expect((await assign(staff, { policyId: second?.id, rank: 2 })).status).toBe(200);
    expect((await why()).allowed).toBe(true);
    expect((await assign("Sales", { policyId: first?.id, rank: 1 })).status).toBe(200);
    const blocked = await why();
    expect(blocked.allowed).toBe(false);
    expect(blocked.gates.at(-1)).toMatchObject({
      passed: false,
      value: "blockAll",
      setByName: "Ada Admin",
      policy: { name: "Strict", assignment: { how: "group", group: { displayName: "Sales" }, rank: 1 } },
    });
    expect((await place.megan.call<{ items: unknown[] }>("GET", "/api/apps")).body.items).toHaveLength(0);
    expect((await place.megan.call("GET", `/api/apps/${appId}`)).status).toBe(404);
    expect((await why("alex@contoso.test")).allowed).toBe(true);

    const direct = { people: [megan], policyId: second?.id };
    expect((await place.ada.call("PUT", "/api/policies/permission/assignments/people", direct)).status).toBe(200);
    expect((await why()).gates.at(-1)?.policy?.assignment.how).toBe("direct");
    expect((await place.megan.call<{ items: unknown[] }>("GET", "/api/apps")).body.items).toHaveLength(1);

    const taken = await assign(sales, { policyId: own?.id, rank: 2 });
    expect([taken.status, taken.body.code, taken.body.heldBy]).toEqual([
      409,
      "policy/rank-taken",
      { id: staff, displayName: "Staff" },
    ]);
    const inUse = await place.ada.call("DELETE", `/api/policies/permission/${first?.id}`);
    expect([inUse.status, inUse.body.code]).toEqual([409, "policy/in-use"]);
    expect(inUse.body.usedBy).toMatchObject({ groups: 1, someGroups: [{ displayName: "Sales" }] });
    expect((await place.ada.call("DELETE", `/api/groups/${sales}`)).body.code).toBe("group/in-use");
    expect((await place.ada.call("DELETE", `/api/policies/permission/${own?.id}`)).status).toBe(204);

    await place.ada.call("PUT", "/api/policies/permission/assignments/people", { people: [megan], policyId: null });
    expect((await why()).allowed).toBe(false);
    const order = { groups: [staff, sales] };
    expect((await place.ada.call("PUT", "/api/policies/permission/assignments/groups", order)).status).toBe(200);
    expect((await why()).allowed).toBe(true);
    expect(
      (await place.ada.call("PUT", "/api/policies/permission/assignments/groups", { groups: [staff] })).status,
    ).toBe(412);
    await place.ada.call("DELETE", `/api/policies/permission/assignments/groups/${sales}`);
    await place.ada.call("DELETE", `/api/policies/permission/assignments/groups/${staff}`);
  });

  test("keep an app that is not there, and show it as unknown", async () => {
    const ghost = "com.example.ghost";
    const made = await create("permission", {
      name: "With a ghost",
      content: { ...blockAllCustom, custom: { type: "AllowedAppList", apps: [ghost, appId] } },
    });
    const { body } = await place.ada.call<{ apps: { ref: string; known: boolean; displayName: string | null }[] }>(
      "GET",
      `/api/policies/permission/${made.id}`,
    );
    expect(body.apps.map(({ ref, known, displayName }) => [ref, known, displayName])).toEqual([
      [ghost, false, null],
      [appId, true, "Governed"],
    ]);
  });

  test("answer what a considered change would do", async () => {
    const considered = { change: "status", apps: [appId], status: "blocked" };
    const { status, body } = await place.ada.call("POST", "/api/policies/what-if", considered);
    expect([status, body.apps !== undefined]).toEqual([200, true]);
  });

  test("show the second of two administrators what the first has changed", async () => {
    const made = await create("permission", { name: "Contested" });
    const path = `/api/policies/permission/${made.id}`;
    const first = await place.ada.call<{ etag: string }>(
      "PATCH",
      path,
      { description: "first" },
      { "If-Match": made.etag },
    );
    expect(first.status).toBe(200);
    const second = await place.ada.call("PATCH", path, { description: "second" }, { "If-Match": made.etag });
    expect([second.status, second.body.code]).toEqual([412, "change/stale"]);
    expect(second.body.difference).toEqual([{ path: "description", yours: "second", now: "first" }]);
    const third = await place.ada.call("PATCH", path, { description: "second" }, { "If-Match": first.body.etag });
    expect(third.status).toBe(200);
  });

  test("refuse what does not fit, in words", async () => {
    const wrongKind = await place.ada.call("POST", "/api/policies/setup", { name: "Wrong", content: blockAllCustom });
    expect([wrongKind.status, wrongKind.body.detail]).toEqual([400, expect.stringContaining("setup policy")]);
    const global = "00000000-0000-4000-8000-000000000001";
    expect((await place.ada.call("DELETE", `/api/policies/permission/${global}`)).body.code).toBe("policy/built-in");
    const firstline = "00000000-0000-4000-8000-000000000002";
    const edited = await place.ada.call("PATCH", `/api/policies/setup/${firstline}`, { description: "mine" });
    expect([edited.status, edited.body.code]).toEqual([409, "policy/built-in"]);
    expect((await place.ada.call("POST", "/api/policies/permission", { name: "global" })).body.code).toBe(
      "policy/name-taken",
    );
    const ghosts = { people: ["ghost@contoso.test", megan, "spirit@contoso.test"], policyId: firstline };
    const missing = await place.ada.call("PUT", "/api/policies/setup/assignments/people", ghosts);
    expect([missing.status, missing.body.missing]).toEqual([404, ["ghost@contoso.test", "spirit@contoso.test"]]);
    expect((await place.megan.call("GET", "/api/policies/permission")).status).toBe(403);
    expect((await place.megan.call("GET", `/api/apps/${appId}/access?person=alex@contoso.test`)).status).toBe(403);
  });

  test("Global is edited, and holds at once", async () => {
    const path = "/api/policies/permission/00000000-0000-4000-8000-000000000001";
    const before = (await why()).decidedBy;
    expect((await place.ada.call("PATCH", path, { content: blockAllCustom })).status).toBe(200);
    const blocked = await why();
    expect(blocked.allowed).toBe(false);
    expect(blocked.decidedBy.version).toBeGreaterThan(before.version);
    const manifests = { ...blockAllCustom, custom: { type: "AllowedAppList", apps: [appId.toUpperCase()] } };
    await place.ada.call("PATCH", path, { content: manifests });
    expect((await why()).allowed).toBe(true);
  });
});

describe("availability", () => {
  test("is for everyone, for these people and groups, or for no one; blocked apps keep theirs", async () => {
    const path = `/api/apps/${appId}/availability`;
    expect((await place.ada.call("GET", path)).body).toMatchObject({ availability: "everyone", touched: false });
    await place.ada.call("PATCH", "/api/settings", { customAppsAvailable: false });
    expect((await why()).gates.at(-1)).toMatchObject({ gate: "availability", value: "noone" });
    await place.ada.call("PATCH", "/api/settings", { customAppsAvailable: true });

    const engineers = await group("Engineers", [megan]);
    const some = { availability: "usersAndGroups", people: [], groups: ["engineers"] };
    expect((await place.ada.call("PUT", path, some)).status).toBe(200);
    expect((await why()).gates[2]).toMatchObject({
      gate: "availability",
      passed: true,
      through: { displayName: "Engineers" },
    });
    expect((await why("alex@contoso.test")).allowed).toBe(false);
    expect((await place.alex.call<{ items: unknown[] }>("GET", "/api/apps")).body.items).toHaveLength(0);
    const { body: members } = await place.ada.call<{ items: { id: string }[] }>(
      "GET",
      `/api/groups/${engineers}/members`,
    );
    await place.ada.call("DELETE", `/api/groups/${engineers}/members/${members.items[0]?.id}`);
    expect((await why()).allowed).toBe(false);

    await place.ada.call("PUT", path, { availability: "default" });
    await place.ada.call("PUT", `/api/apps/${appId}/status`, { status: "blocked" });
    await place.ada.call("PATCH", "/api/settings", { customAppsAvailable: false });
    await place.ada.call("PUT", `/api/apps/${appId}/status`, { status: "allowed" });
    expect((await why()).allowed).toBe(true);
    expect((await place.ada.call("GET", path)).body).toMatchObject({ availability: "everyone", touched: true });
    await place.ada.call("PATCH", "/api/settings", { customAppsAvailable: true });
  });
});

describe("groups within groups", () => {
  const nest = async (outer: string, inner: string) =>
    await place.ada.call("POST", `/api/groups/${outer}/groups`, { groups: [inner] });

  test("make apps available to all in them, and open pages and memory learn of it at once", async () => {
    const sellers = await group("Sellers", [megan]);
    const europe = await group("Europe", []);
    const some = { availability: "usersAndGroups", people: [], groups: ["Europe"] };
    await place.ada.call("PUT", `/api/apps/${appId}/availability`, some);
    expect((await why()).allowed).toBe(false);
    await nest(europe, sellers);
    const way = [{ displayName: "Sellers" }, { displayName: "Europe" }];
    expect((await why()).gates[2]).toMatchObject({ passed: true, through: { displayName: "Europe", way } });
    expect((await place.megan.call<{ items: unknown[] }>("GET", "/api/apps")).body.items).toHaveLength(1);
    await place.ada.call("DELETE", `/api/groups/${europe}/groups/${sellers}`);
    expect((await why()).allowed).toBe(false);
    expect((await place.megan.call<{ items: unknown[] }>("GET", "/api/apps")).body.items).toHaveLength(0);
    await place.ada.call("PUT", `/api/apps/${appId}/availability`, { availability: "default" });
  });

  test("pass their policies on by rank, or only to who is in them directly, as the organisation chooses", async () => {
    const managers = await group("Managers", [megan]);
    const staff = await group("All staff", ["alex@contoso.test"]);
    await nest(staff, managers);
    const wide = await create("permission", { name: "Wide" });
    const near = await create("permission", { name: "Near" });
    const assign = async (to: string, policyId: string | undefined, rank: number) =>
      await place.ada.call("PUT", `/api/policies/permission/assignments/groups/${to}`, { policyId, rank });
    await assign(staff, wide.id, 71);
    await assign(managers, near.id, 72);
    const whose = async (person = megan) =>
      (
        await place.ada.call<{ permission: { name: string; assignment: { how: string; group: unknown } } }>(
          "GET",
          `/api/effective-policies?person=${person}`,
        )
      ).body.permission;
    expect(await whose()).toMatchObject({
      name: "Wide",
      assignment: {
        group: { displayName: "All staff", way: [{ displayName: "Managers" }, { displayName: "All staff" }] },
      },
    });
    await place.ada.call("PATCH", "/api/settings", { policiesReachNestedGroups: false });
    expect(await whose()).toMatchObject({
      name: "Near",
      assignment: { group: { displayName: "Managers", way: [{ displayName: "Managers" }] } },
    });
    expect(await whose("alex@contoso.test")).toMatchObject({ name: "Wide" });
    await place.ada.call("PATCH", "/api/settings", { policiesReachNestedGroups: true });
    expect(await whose()).toMatchObject({ name: "Wide" });
    for (const id of [staff, managers])
      await place.ada.call("DELETE", `/api/policies/permission/assignments/groups/${id}`);
  });
});

describe("setup policies", () => {
  test("pin and install what somebody may use, in order, and decide about uploads", async () => {
    const made = await create("setup", {
      name: "Front",
      content: {
        allowSideLoading: false,
        allowUserPinning: true,
        pinnedAppBarApps: ["com.example.ghost", appId],
        pinnedMessageBarApps: [],
        appPresetList: [],
      },
    });
    await place.ada.call("PUT", "/api/policies/setup/assignments/people", { people: [megan], policyId: made.id });
    const { body } = await place.megan.call<{ setup: { name: string; pinnedAppBarApps: { id: string }[] } }>(
      "GET",
      "/api/effective-policies",
    );
    expect([body.setup.name, body.setup.pinnedAppBarApps.map(({ id }) => id)]).toEqual(["Front", [appId]]);
    const upload = await place.megan.call<Decision>("GET", "/api/upload-access");
    expect([upload.body.allowed, upload.body.gates.at(-1)?.gate]).toEqual([false, "setup-policy"]);
    await place.ada.call("PUT", `/api/apps/${appId}/status`, { status: "blocked" });
    const after = await place.megan.call<typeof body>("GET", "/api/effective-policies");
    expect(after.body.setup.pinnedAppBarApps).toEqual([]);
    await place.ada.call("PUT", `/api/apps/${appId}/status`, { status: "allowed" });
  });
});

describe("requests for blocked apps", () => {
  test("are counted, allowed or dismissed, and whoever asked is told", async () => {
    const mine = async () =>
      (await place.megan.call<{ items: { state: string; answer: string }[] }>("GET", "/api/app-requests/mine")).body
        .items;
    const path = `/api/apps/${appId}/requests`;
    expect((await place.megan.call("POST", path, {})).body.code).toBe("app-request/not-needed");
    await place.ada.call("PUT", `/api/apps/${appId}/status`, { status: "blocked" });
    expect((await place.megan.call("POST", path, { note: "For builds" })).status).toBe(201);
    expect((await place.megan.call("POST", path, {})).status).toBe(201);
    const waiting = await place.ada.call<{ items: { requests: number }[] }>("GET", "/api/app-requests");
    expect(waiting.body.items.map(({ requests }) => requests)).toEqual([1]);
    expect((await place.ada.call("POST", `${path}/dismiss`, { answer: "Use the other one" })).body).toEqual({
      dismissed: 1,
    });
    expect((await mine())[0]).toMatchObject({ state: "dismissed", answer: "Use the other one" });

    await place.megan.call("POST", path, {});
    expect((await place.ada.call("POST", `${path}/allow`)).body).toEqual({ allowed: 1, stillOpen: 0 });
    expect((await mine())[0]).toMatchObject({ state: "allowed" });
    expect((await place.ada.call("POST", `${path}/allow`)).body.code).toBe("app-request/none-open");

    await place.ada.call("PUT", `/api/apps/${appId}/status`, { status: "blocked" });
    await place.megan.call("POST", path, {});
    await place.ada.call("PUT", `/api/apps/${appId}/status`, { status: "allowed" });
    expect((await mine())[0]).toMatchObject({ state: "allowed" });
    await place.ada.call("PATCH", "/api/settings", { requestLink: "https://ask.contoso.test" });
    await place.ada.call("PUT", `/api/apps/${appId}/status`, { status: "blocked" });
    expect((await place.megan.call("POST", path, {})).body).toMatchObject({
      code: "app-request/not-taken",
      requestLink: "https://ask.contoso.test",
    });
    await place.ada.call("PUT", `/api/apps/${appId}/status`, { status: "allowed" });
  });
});

test("settings: the second of two administrators sees the difference; new third-party apps need the first switch", async () => {
  const { headers } = await place.ada.call("GET", "/api/settings");
  const tag = { "If-Match": headers.get("etag") ?? "" };
  expect((await place.ada.call("PATCH", "/api/settings", { consentRules: "current" }, tag)).status).toBe(200);
  const second = await place.ada.call("PATCH", "/api/settings", { consentRules: "classic", auditEnabled: false }, tag);
  expect([second.status, second.body.difference]).toEqual([
    412,
    [{ path: "consentRules", yours: "classic", now: "current" }],
  ]);
  await place.ada.call("PATCH", "/api/settings", { allowThirdPartyApps: false });
  const refused = await place.ada.call("PATCH", "/api/settings", { allowNewThirdPartyApps: false });
  expect([refused.status, refused.body.code]).toEqual([409, "settings/third-party-off"]);
  const inForce = await place.ada.call<Record<string, { value: unknown; setByName: string }>>(
    "GET",
    "/api/settings/in-force",
  );
  expect(inForce.body.allowThirdPartyApps).toMatchObject({ value: false, setByName: "Ada Admin" });
  await place.ada.call("PATCH", "/api/settings", { allowThirdPartyApps: true });
});
