import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bootstrapFile, type Contoso, contoso, contosoFile } from "../testing/contoso.ts";
import { appPackage, connectorManifest, personalManifest } from "../testing/packages.ts";
import { TestPerson, testServer } from "../testing/test-server.ts";
import { until } from "../testing/until.ts";

/** Ada administers and owns the team, Megan is its member, Alex is outside. */
let place: Contoso;
let forTeam: string;

interface Uploaded {
  id: string;
  version: string;
  displayName: string;
  distribution: string;
  installed: boolean;
  mayUpdate: boolean;
  mayRemove: boolean;
  code: string;
  detail: string;
  gates: { gate: string; setting: string; passed: boolean }[];
  appId: string;
}

beforeAll(async () => {
  place = await contoso();
  forTeam = `/api/teams/${place.team.id}/apps/upload`;
});
afterAll(async () => await place.server.dispose());

const forOneself = "/api/me/apps/upload";
const upload = async (person: TestPerson, path: string, manifest: object = personalManifest()) =>
  await person.call<Uploaded>("POST", path, appPackage(manifest));
const listed = async (person: TestPerson, query = "") =>
  (await person.call<{ items: Uploaded[] }>("GET", `/api/uploads${query}`)).body.items.map(({ id }) => id);

/** Reads what the app asks for and agrees. */
async function install(person: TestPerson, path: string, appId: string) {
  const asked = await person.call<{ definitionId: string; places: string[] }>("GET", `/api/apps/${appId}/consent`);
  expect(asked.status).toBe(200);
  const { definitionId, places } = asked.body;
  return { ...(await person.call("POST", path, { appId, consent: { definitionId } })), places };
}

describe("who may upload: the whole table", () => {
  let policyId: string;
  const teamSwitch = async (membersMayUpload: boolean) =>
    await place.ada.call("PATCH", `/api/teams/${place.team.id}/settings`, { membersMayUpload });
  const organisation = async (allowCustomApps: boolean) =>
    expect((await place.ada.call("PATCH", "/api/settings", { allowCustomApps })).status).toBe(200);

  beforeAll(async () => {
    const content = {
      allowSideLoading: false,
      allowUserPinning: true,
      pinnedAppBarApps: [],
      pinnedMessageBarApps: [],
      appPresetList: [],
    };
    const made = await place.ada.call<{ id: string }>("POST", "/api/policies/setup", { name: "No uploads", content });
    policyId = made.body.id;
  });
  beforeEach(async () => await organisation(true));
  afterAll(async () => {
    await organisation(true);
    await teamSwitch(true);
  });

  test.each([
    // organisation, team, person: owner for the team, member for the team, for oneself
    [false, false, false, "organisation-setting", "organisation-setting", "organisation-setting"],
    [false, false, true, "organisation-setting", "organisation-setting", "organisation-setting"],
    [false, true, false, "organisation-setting", "organisation-setting", "organisation-setting"],
    [false, true, true, "organisation-setting", "organisation-setting", "organisation-setting"],
    [true, false, false, "setup-policy", "setup-policy", "setup-policy"],
    [true, true, false, "setup-policy", "setup-policy", "setup-policy"],
    [true, false, true, "allowed", "team-setting", "allowed"],
    [true, true, true, "allowed", "allowed", "allowed"],
  ])("organisation %s, team %s, person %s: owner %s, member %s, oneself %s", async (org, team, person, ...expected) => {
    await teamSwitch(team);
    const people = ["ada@contoso.test", "megan@contoso.test"];
    const assign = { people, policyId: person ? null : policyId };
    const assigned = await place.ada.call("PUT", "/api/policies/setup/assignments/people", assign);
    expect(assigned.status).toBeLessThan(300);
    await organisation(org);
    const asked = [
      [place.ada, forTeam, `?team=${place.team.id}`, connectorManifest()],
      [place.megan, forTeam, `?team=${place.team.id}`, connectorManifest()],
      [place.megan, forOneself, "", personalManifest()],
    ] as const;
    for (const [index, [who, path, query, manifest]] of asked.entries()) {
      const { status, body } = await upload(who, path, manifest);
      const told = await who.call<Uploaded & { allowed: boolean }>("GET", `/api/upload-access${query}`);
      if (expected[index] === "allowed") {
        expect([status, body.distribution, told.body.allowed]).toEqual([201, "sideloaded", true]);
        continue;
      }
      expect([status, body.code]).toEqual([403, "upload/not-allowed"]);
      expect(body.gates.at(-1)).toMatchObject({ gate: expected[index], passed: false });
      expect([told.body.allowed, told.body.gates.at(-1)?.gate]).toEqual([false, expected[index]]);
    }
  });

  test("what the permission policy would not let one use is not stored, and says so", async () => {
    await place.ada.call("PUT", "/api/policies/setup/assignments/people", {
      people: ["megan@contoso.test"],
      policyId: null,
    });
    const blockAll = { type: "AllowedAppList", apps: [] };
    const open = { type: "BlockedAppList", apps: [] };
    const content = { microsoft: open, thirdParty: open, custom: blockAll };
    const made = await place.ada.call<{ id: string }>("POST", "/api/policies/permission", { name: "None", content });
    expect(made.status).toBe(201);
    const assign = async (id: string | null) =>
      await place.ada.call("PUT", "/api/policies/permission/assignments/people", {
        people: ["megan@contoso.test"],
        policyId: id,
      });
    await assign(made.body.id);
    const before = await listed(place.megan);
    const { status, body } = await upload(place.megan, forOneself);
    expect([status, body.gates.at(-1)?.gate]).toEqual([403, "permission-policy"]);
    await assign(null);
    expect((await listed(place.megan)).length).toBeGreaterThanOrEqual(before.length);
  });

  test("only owners and administrators set the team's switch", async () => {
    const path = `/api/teams/${place.team.id}/settings`;
    const refused = await place.megan.call("PATCH", path, { membersMayUpload: false });
    expect([refused.status, refused.body.code]).toEqual([403, "team/owner-required"]);
    expect((await place.alex.call("GET", path)).status).toBe(404);
    expect((await place.megan.call("GET", path)).body).toMatchObject({ membersMayUpload: true, mayChange: false });
    expect((await place.ada.call("PATCH", path, { somethingElse: 1 })).status).toBe(400);
  });

  test("the team's switch names who set it, and since when; what is the same already stays theirs", async () => {
    interface Settings {
      membersMayUpload: boolean;
      set: { membersMayUpload: { setBy: string | null; setByName: string | null; since: string | null } };
    }
    const other = await place.ada.call<{ id: string }>("POST", "/api/teams", { displayName: "Fresh", members: [] });
    const path = `/api/teams/${other.body.id}/settings`;
    const nobody = { setBy: null, setByName: null, since: null };
    expect((await place.ada.call("GET", path)).body).toMatchObject({ set: { membersMayUpload: nobody } });
    expect((await place.ada.call("PATCH", path, { membersMayUpload: true })).body).toMatchObject({
      set: { membersMayUpload: nobody },
    });
    const { body } = await place.ada.call<Settings>("PATCH", path, { membersMayUpload: false });
    expect(body.set.membersMayUpload).toMatchObject({ setByName: "Ada Admin", since: expect.stringMatching(/^20/) });
    expect((await place.ada.call("GET", path)).body).toEqual(body);

    await teamSwitch(false);
    const why = await place.megan.call<{ gates: object[] }>("GET", `/api/upload-access?team=${place.team.id}`);
    expect(why.body.gates.at(-1)).toMatchObject({
      gate: "team-setting",
      passed: false,
      setByName: "Ada Admin",
      since: expect.stringMatching(/^20/),
    });
    await teamSwitch(true);
  });

  test("an outsider uploads nothing for the team, and learns nothing of it", async () => {
    const { status, body } = await upload(place.alex, forTeam, connectorManifest());
    expect([status, body.code]).toEqual([404, "team/not-found"]);
    expect((await place.alex.call("GET", `/api/uploads?team=${place.team.id}`)).status).toBe(404);
    expect((await place.alex.call("GET", `/api/upload-access?team=${place.team.id}`)).status).toBe(404);
  });
});

describe("an app that somebody uploaded for themselves", () => {
  test("is theirs alone: installed with consent, and not there for others", async () => {
    const manifest = personalManifest();
    const made = await upload(place.megan, forOneself, manifest);
    const appId = made.body.id;
    expect(made.body).toMatchObject({ installed: false, mayUpdate: true, mayRemove: true });
    const installed = await install(place.megan, "/api/me/apps", appId);
    expect([installed.status, installed.places]).toEqual([201, ["personal"]]);
    const mine = await place.megan.call<{ items: { id: string }[] }>("GET", "/api/me/apps");
    expect(JSON.stringify(mine.body.items)).toContain(appId);
    expect(await listed(place.megan)).toContain(appId);

    // Not even those who administrate use it; they see and remove it.
    for (const path of [`/api/apps/${appId}`, `/api/apps/${appId}/consent`, `/api/apps/${appId}/access`])
      expect([path, (await place.alex.call("GET", path)).status]).toEqual([path, 404]);
    expect((await place.alex.call("POST", "/api/me/apps", { appId, consent: {} })).status).toBe(404);
    expect((await place.alex.call("POST", `/api/apps/${appId}/requests`, {})).status).toBe(404);
    expect((await place.alex.call("DELETE", `/api/uploads/${appId}`)).status).toBe(404);
    expect((await place.ada.call("GET", `/api/apps/${appId}`)).status).toBe(200);
    expect((await place.ada.call("GET", `/api/apps/${appId}/consent`)).status).toBe(404);
    for (const person of [place.megan, place.alex, place.ada]) {
      const catalogue = await person.call<{ items: { id: string }[] }>("GET", "/api/apps?limit=200");
      expect(catalogue.body.items.map(({ id }) => id)).not.toContain(appId);
    }

    // The same package for somebody else, for the team, and for the organisation.
    expect((await upload(place.alex, forOneself, manifest)).status).toBe(201);
    expect((await place.ada.call("POST", "/api/apps", appPackage(manifest))).status).toBe(201);
    const again = await upload(place.megan, forOneself, manifest);
    expect([again.status, again.body.code, again.body.appId]).toEqual([409, "app/exists", appId]);
  });

  test("is updated by whoever uploaded it, upwards only, and removed with its installation", async () => {
    const manifest = personalManifest({ version: "1.2.0" });
    const { body: app } = await upload(place.megan, forOneself, manifest);
    await install(place.megan, "/api/me/apps", app.id);
    const path = `/api/uploads/${app.id}/definitions`;
    const lower = await upload(place.megan, path, { ...manifest, version: "1.2.0" });
    expect([lower.status, lower.body.code]).toEqual([409, "app/version-not-higher"]);
    expect(lower.body).toMatchObject({ current: "1.2.0", offered: "1.2.0" });
    const other = await upload(place.megan, path, personalManifest({ version: "2.0.0" }));
    expect(other.body.code).toBe("app/other-id");
    expect((await upload(place.alex, path, { ...manifest, version: "1.3.0" })).status).toBe(404);
    const higher = await upload(place.megan, path, { ...manifest, version: "1.3.0" });
    expect([higher.status, higher.body.version, higher.body.installed]).toEqual([200, "1.3.0", true]);
    expect((await place.megan.call("DELETE", `/api/uploads/${app.id}`)).status).toBe(204);
    expect((await place.megan.call("GET", `/api/me/apps/${app.id}`)).status).toBe(404);
    expect(await listed(place.megan)).not.toContain(app.id);
  });

  test("with findings, or with nothing for one person, stores nothing", async () => {
    const broken = await upload(place.megan, forOneself, { nothing: true });
    expect([broken.status, broken.body.code]).toEqual([422, "package/refused"]);
    const elsewhere = await upload(place.megan, forOneself, connectorManifest());
    expect([elsewhere.status, elsewhere.body.code]).toEqual([400, "app/scope-not-supported"]);
    expect((await fetch(place.server.url + forOneself, { method: "POST" })).status).toBe(401);
  });
});

describe("an app that a member uploaded for a team", () => {
  test("is added by that member, found among the channel's uploaded connectors, and nowhere else", async () => {
    const { body: app } = await upload(place.megan, forTeam, connectorManifest());
    const installed = await install(place.megan, `/api/teams/${place.team.id}/installations`, app.id);
    expect(installed.status).toBe(201);
    const overview = await place.megan.call<{ available: { id: string; distribution: string }[] }>(
      "GET",
      `/api/channels/${place.general.id}/connectors`,
    );
    const found = overview.body.available.find(({ id }) => id === app.id);
    expect(found?.distribution).toBe("sideloaded");
    expect(
      (await place.megan.call("POST", `/api/channels/${place.general.id}/connectors`, { appId: app.id })).status,
    ).toBe(201);
    expect(await listed(place.megan, `?team=${place.team.id}`)).toContain(app.id);
    expect(await listed(place.megan)).not.toContain(app.id);
    expect((await place.alex.call("GET", `/api/apps/${app.id}`)).status).toBe(404);

    // In another team of a member's it cannot be added.
    const other = await place.ada.call<{ id: string }>("POST", "/api/teams", { displayName: "Elsewhere" });
    const wrong = await install(place.ada, `/api/teams/${other.body.id}/installations`, app.id);
    expect([wrong.status, wrong.body.code]).toEqual([400, "app/scope-not-supported"]);

    // Whoever joins reaches it, whoever leaves does not any more.
    const members = `/api/teams/${place.team.id}/members`;
    expect((await place.ada.call("POST", members, { upn: "alex@contoso.test" })).status).toBe(204);
    expect((await place.alex.call("GET", `/api/apps/${app.id}`)).status).toBe(200);
    const notHis = await place.alex.call("DELETE", `/api/uploads/${app.id}`);
    expect([notHis.status, notHis.body.code]).toEqual([403, "access/denied"]);
    const people = await place.ada.call<{ items: { personId: string; upn: string }[] }>("GET", members);
    const alex = people.body.items.find(({ upn }) => upn === "alex@contoso.test");
    await place.ada.call("DELETE", `${members}/${alex?.personId}`);
    expect((await place.alex.call("GET", `/api/apps/${app.id}`)).status).toBe(404);

    // An owner removes it, with its connectors.
    expect((await place.ada.call("DELETE", `/api/uploads/${app.id}`)).status).toBe(204);
    const after = await place.megan.call<{ available: { id: string }[] }>(
      "GET",
      `/api/channels/${place.general.id}/connectors`,
    );
    expect(after.body.available.map(({ id }) => id)).not.toContain(app.id);
  });

  test("is an owner's to add when it asks for permissions on the team", async () => {
    const manifest = connectorManifest({
      manifestVersion: "1.16",
      webApplicationInfo: { id: "8c1f1d6e-3a0f-4a0e-9c57-2a7f3f1d9b02", resource: "https://example.test" },
      authorization: { permissions: { resourceSpecific: [{ name: "TeamSettings.Read.Group", type: "Application" }] } },
    });
    const { status, body: app } = await upload(place.megan, forTeam, manifest);
    expect(status).toBe(201);
    const path = `/api/teams/${place.team.id}/installations`;
    const refused = await install(place.megan, path, app.id);
    expect([refused.status, refused.body.code]).toEqual([403, "team/owner-required"]);
    expect((await install(place.ada, path, app.id)).status).toBe(201);
  });
});

test("what was done is recorded, by whom and for which team", async () => {
  await place.ada.call("PATCH", "/api/settings", { auditEnabled: true });
  const manifest = connectorManifest();
  const { body: app } = await upload(place.megan, forTeam, manifest);
  await upload(place.megan, `/api/uploads/${app.id}/definitions`, { ...manifest, version: "1.1.0" });
  await place.megan.call("DELETE", `/api/uploads/${app.id}`);
  await place.ada.call("PATCH", `/api/teams/${place.team.id}/settings`, { membersMayUpload: false });
  await place.ada.call("PATCH", `/api/teams/${place.team.id}/settings`, { membersMayUpload: true });
  const recorded = async () => {
    const { body } = await place.ada.call<{
      items: { record: { Operation: string; UserId: string; TeamGuid?: string } }[];
    }>("GET", "/api/audit?limit=50");
    return body.items.map(({ record }) => `${record.Operation} ${record.UserId} ${record.TeamGuid === place.team.id}`);
  };
  await until(async () => (await recorded()).filter((line) => line.startsWith("TeamSettingChanged")).length >= 2);
  const lines = await recorded();
  for (const operation of ["Parvis.AppUploaded", "Parvis.AppUploadUpdated", "Parvis.AppUploadRemoved"])
    expect(lines).toContain(`${operation} megan@contoso.test true`);
  expect(lines).toContain("TeamSettingChanged ada@contoso.test true");
});

test.each(["gcch", "dod"])("there are no uploads in %s", async (cloud) => {
  const server = await testServer({
    bootstrap: await bootstrapFile(contosoFile.replace("cloud: worldwide", `cloud: ${cloud}`)),
  });
  try {
    const ada = await TestPerson.signedIn(server.url, "ada@contoso.test", "correct-horse-1");
    const { status, body } = await upload(ada, forOneself);
    expect([status, body.code, body.gates.at(-1)?.gate]).toEqual([403, "upload/not-allowed", "cloud"]);
  } finally {
    await server.dispose();
  }
});
