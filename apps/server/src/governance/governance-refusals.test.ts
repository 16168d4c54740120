/** What governance refuses, and in which words: unknown and foreign ids, what is still used, and changes that cross. */
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../platform/identifiers.ts";
import { type Contoso, configuredConnector, contoso, post } from "../testing/contoso.ts";
import { appPackage, connectorManifest } from "../testing/packages.ts";

const global = "00000000-0000-4000-8000-000000000001";
const firstline = "00000000-0000-4000-8000-000000000002";
/** What another organisation on the same server has. */
const foreign = {
  tenant: newId(),
  app: newId(),
  definition: newId(),
  policy: newId(),
  group: newId(),
  person: newId(),
};
const all = { type: "BlockedAppList", apps: [] };
const none = { type: "AllowedAppList", apps: [] };
const open = { microsoft: all, thirdParty: all, custom: all };

let place: Contoso;
let appId: string;

async function query(statement: string, values: unknown[] = []): Promise<void> {
  const client = new Client({ connectionString: place.server.databaseUrl });
  await client.connect();
  await client.query(statement, values).finally(async () => await client.end());
}

beforeAll(async () => {
  place = await contoso();
  const made = await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(connectorManifest()));
  appId = made.body.id;
  await query(
    "insert into tenant (tenant_id, display_name, domain, cloud) values ($1, 'Fabrikam', 'fabrikam.test', 'worldwide')",
    [foreign.tenant],
  );
  await query(
    "insert into person (tenant_id, person_id, upn, display_name) values ($1, $2, 'eve@fabrikam.test', 'Eve')",
    [foreign.tenant, foreign.person],
  );
  await query(
    "insert into directory_group (tenant_id, group_id, display_name, kind) values ($1, $2, 'Fabrikam all', 'security')",
    [foreign.tenant, foreign.group],
  );
  await query(
    "insert into policy (tenant_id, kind, policy_id, name, settings) values ($1, 'permission', $2, 'Foreign', $3)",
    [
      foreign.tenant,
      foreign.policy,
      JSON.stringify({
        DefaultCatalogAppsType: "BlockedAppList",
        GlobalCatalogAppsType: "BlockedAppList",
        PrivateCatalogAppsType: "BlockedAppList",
      }),
    ],
  );
  await query(
    "insert into app (tenant_id, app_id, external_id, distribution, current_definition_id) values ($1, $2, $3, 'organization', $4)",
    [foreign.tenant, foreign.app, newId(), foreign.definition],
  );
  await query(
    `insert into app_definition select (jsonb_populate_record(d, jsonb_build_object('tenant_id', $1::text,
       'app_id', $2::text, 'definition_id', $3::text, 'display_name', 'Foreign'))).* from app_definition d where d.app_id = $4`,
    [foreign.tenant, foreign.app, foreign.definition, appId],
  );
});
afterAll(async () => await place.server.dispose());

const policyOf = async (kind: string, name: string, content?: object) =>
  (await place.ada.call<{ id: string; etag: string }>("POST", `/api/policies/${kind}`, { name, content })).body;

describe.each([
  ["that are nowhere", { app: newId(), policy: newId(), group: newId(), person: newId() }],
  ["of another organisation", foreign],
])("ids %s", (_, ids) => {
  const about = (): [string, string, object?][] => [
    ["GET", `/api/apps/${ids.app}/access`],
    ["GET", `/api/access?app=${ids.app}`],
    ["GET", `/api/apps/${appId}/access?person=${ids.person}`],
    ["GET", `/api/effective-policies?person=${ids.person}`],
    ["GET", `/api/upload-access?person=${ids.person}`],
    ["PUT", `/api/apps/${ids.app}/status`, { status: "blocked" }],
    ["PUT", "/api/app-statuses", { status: "blocked", apps: [appId, ids.app] }],
    ["GET", `/api/apps/${ids.app}/availability`],
    ["PUT", `/api/apps/${ids.app}/availability`, { availability: "noone" }],
    ["PUT", `/api/apps/${appId}/availability`, { availability: "usersAndGroups", people: [ids.person] }],
    ["PUT", `/api/apps/${appId}/availability`, { availability: "usersAndGroups", groups: [ids.group] }],
    ["GET", `/api/apps/${ids.app}/available-to`],
    ["GET", `/api/policies/permission/${ids.policy}`],
    ["PATCH", `/api/policies/permission/${ids.policy}`, { name: "Mine now" }],
    ["DELETE", `/api/policies/permission/${ids.policy}`],
    ["PUT", "/api/policies/permission/assignments/people", { people: ["megan@contoso.test"], policyId: ids.policy }],
    ["PUT", "/api/policies/setup/assignments/people", { people: [ids.person], policyId: firstline }],
    ["PUT", "/api/policies/permission/assignments/everyone", { policyId: ids.policy }],
    ["PUT", `/api/policies/setup/assignments/groups/${ids.group}`, { policyId: firstline }],
    ["DELETE", `/api/policies/permission/assignments/groups/${ids.group}`],
    ["GET", `/api/groups/${ids.group}`],
    ["POST", `/api/apps/${ids.app}/requests`, {}],
    ["POST", `/api/apps/${ids.app}/requests/allow`],
    ["POST", "/api/policies/what-if", { change: "status", apps: [ids.app], status: "blocked" }],
    ["POST", "/api/policies/what-if", { change: "policy", kind: "permission", policyId: ids.policy, content: open }],
    ["POST", "/api/policies/what-if", { change: "availability", appId: ids.app, availability: "noone" }],
    ["POST", "/api/policies/what-if", { change: "deleteGroup", group: ids.group }],
    ["POST", "/api/policies/what-if", { change: "leaveGroup", group: ids.group, people: ["megan@contoso.test"] }],
  ];

  test("answer 404 to administrators wherever they stand, and nothing is changed", async () => {
    const before = (await place.ada.call<{ version: number }>("GET", "/api/policy-version")).body.version;
    for (const [method, path, body] of about()) {
      const answer = await place.ada.call(method, path, body);
      expect([method, path, answer.status]).toEqual([method, path, 404]);
      expect(answer.body.detail ?? answer.body.title).not.toMatch(/Fabrikam|Eve|Foreign/);
    }
    expect((await place.ada.call<{ version: number }>("GET", "/api/policy-version")).body.version).toBe(before);
  });
});

test("ids that are none are refused as such, with what was expected", async () => {
  expect((await place.ada.call("GET", "/api/policies/permission/1")).status).toBe(400);
  expect((await place.ada.call("GET", "/api/policies/colours")).status).toBe(400);
  expect((await place.ada.call("PUT", "/api/apps/x/status", { status: "blocked" })).status).toBe(400);
  const wrong = await place.ada.call("PUT", `/api/apps/${appId}/status`, { status: "blockedOrgWide" });
  expect([wrong.status, String(wrong.body.detail)]).toEqual([400, expect.stringContaining("status")]);
});

test("a policy that is used stays, and says who uses it; so does a group with a policy", async () => {
  const { id } = await policyOf("setup", "Used");
  const people = ["megan@contoso.test", "alex@contoso.test"];
  await place.ada.call("PUT", "/api/policies/setup/assignments/people", { people, policyId: id });
  const refused = await place.ada.call("DELETE", `/api/policies/setup/${id}`);
  expect([refused.status, refused.body.code]).toEqual([409, "policy/in-use"]);
  expect(refused.body.detail).toMatch(/^Used is assigned to 2 people and 0 groups \(.*Megan Bowen/);
  expect(refused.body.usedBy).toMatchObject({ people: 2, groups: 0 });
  await place.ada.call("PUT", "/api/policies/setup/assignments/people", { people, policyId: null });
  expect((await place.ada.call("DELETE", `/api/policies/setup/${id}`)).status).toBe(204);
  expect((await place.ada.call("DELETE", `/api/policies/setup/${id}`)).status).toBe(404);
});

test("a policy is assigned while another deletes it: one of them is refused, and nobody is left with a policy that is gone", async () => {
  for (let round = 0; round < 6; round++) {
    const { id } = await policyOf("permission", `Contested ${round}`);
    const [assigned, deleted] = await Promise.all([
      place.ada.call("PUT", "/api/policies/permission/assignments/people", {
        people: ["megan@contoso.test"],
        policyId: id,
      }),
      place.ada.call("DELETE", `/api/policies/permission/${id}`),
    ]);
    expect([
      [200, 409],
      [404, 204],
    ]).toContainEqual([assigned.status, deleted.status]);
    await place.ada.call("PUT", "/api/policies/permission/assignments/people", {
      people: ["megan@contoso.test"],
      policyId: null,
    });
  }
});

test("two groups take the same rank at once: one gets it, the other is told who has it", async () => {
  const { id } = await policyOf("permission", "Ranked");
  for (const displayName of ["First", "Second"]) await place.ada.call("POST", "/api/groups", { displayName });
  const answers = await Promise.all(
    ["First", "Second"].map(
      async (group) =>
        await place.ada.call("PUT", `/api/policies/permission/assignments/groups/${group}`, { policyId: id, rank: 5 }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const taken = answers.find(({ status }) => status === 409)?.body;
  expect(taken).toMatchObject({ code: "policy/rank-taken", rank: 5, free: 6 });
  expect(taken?.detail).toMatch(/^Rank 5 is that of (First|Second)\. Choose another, for example 6/);
});

describe("two administrators at once", () => {
  test("of policies: the second is told what the first has changed, by whom, and where theirs differs", async () => {
    const made = await policyOf("permission", "Crossed");
    const path = `/api/policies/permission/${made.id}`;
    const tag = { "If-Match": made.etag };
    await place.ada.call("PATCH", path, { content: { ...open, custom: none } }, tag);
    const mine = { content: { ...open, microsoft: none } };
    const second = await place.ada.call("PATCH", path, mine, tag);
    expect([second.status, second.body.code]).toEqual([412, "change/stale"]);
    expect(second.body).toMatchObject({
      current: { content: { custom: none } },
      changedBy: expect.any(String),
      changedAt: expect.any(String),
      difference: [
        { path: "content.microsoft.type", yours: "AllowedAppList", now: "BlockedAppList" },
        { path: "content.custom.type", yours: "BlockedAppList", now: "AllowedAppList" },
      ],
    });
    // Having seen it, with the new tag.
    expect((await place.ada.call("PATCH", path, mine, { "If-Match": String(second.body.etag) })).status).toBe(200);
    expect((await place.ada.call("DELETE", path, undefined, tag)).status).toBe(412);
  });

  test("of an app's availability, and of the order of groups", async () => {
    const path = `/api/apps/${appId}/availability`;
    const { headers } = await place.ada.call("GET", path);
    const tag = { "If-Match": headers.get("etag") ?? "" };
    expect((await place.ada.call("PUT", path, { availability: "noone" }, tag)).status).toBe(200);
    const second = await place.ada.call("PUT", path, { availability: "everyone" }, tag);
    expect([second.status, second.body.difference]).toEqual([
      412,
      [{ path: "availability", yours: "everyone", now: "noone" }],
    ]);
    await place.ada.call("PUT", path, { availability: "default" });
    const order = await place.ada.call("PUT", "/api/policies/permission/assignments/groups", { groups: [newId()] });
    expect([order.status, order.body.code]).toEqual([412, "change/stale"]);
  });
});

test("an app that was deleted stays in policies, and is shown as unknown; uploaded again it counts again", async () => {
  const manifest = connectorManifest({ name: { short: "Comes and goes", full: "Comes and goes" } });
  const made = await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
  const { id } = await policyOf("permission", "Names it", { ...open, custom: { ...all, apps: [manifest.id] } });
  const named = async () =>
    (await place.ada.call<{ apps: object[] }>("GET", `/api/policies/permission/${id}`)).body.apps;
  expect(await named()).toMatchObject([{ known: true, displayName: "Comes and goes" }]);
  await place.ada.call("DELETE", `/api/apps/${made.body.id}`);
  expect(await named()).toMatchObject([{ ref: manifest.id.toLowerCase(), known: false, displayName: null }]);
  await place.ada.call("POST", "/api/apps", appPackage(manifest));
  expect(await named()).toMatchObject([{ known: true }]);
});

test("whom an app is for: only who is named can be taken away, not who has it through a group", async () => {
  await place.ada.call("POST", "/api/groups", { displayName: "Makers", members: ["megan@contoso.test"] });
  const path = `/api/apps/${appId}/availability`;
  await place.ada.call("PUT", path, {
    availability: "usersAndGroups",
    groups: ["Makers"],
    people: ["alex@contoso.test"],
  });
  const take = async (people: string[]) =>
    await place.ada.call("POST", `/api/apps/${appId}/available-to`, { remove: { people } });
  const refused = await take(["alex@contoso.test", "megan@contoso.test"]);
  expect([refused.status, refused.body.code]).toEqual([409, "availability/not-direct"]);
  expect(refused.body.detail).toContain("The app is not for Megan Bowen by name.");
  expect((await place.ada.call("GET", path)).body).toMatchObject({ people: 1, groups: 1 });
  expect((await take(["alex@contoso.test"])).status).toBe(200);
  const mixed = { availability: "noone", people: ["megan@contoso.test"] };
  expect((await place.ada.call("PUT", path, mixed)).status).toBe(400);
  await place.ada.call("PUT", path, { availability: "default" });
});

test("Global takes another policy's content, and keeps its name; nobody is assigned Global", async () => {
  const { id } = await policyOf("setup", "Quiet", {
    allowSideLoading: false,
    allowUserPinning: false,
    pinnedAppBarApps: [appId],
    pinnedMessageBarApps: [],
    appPresetList: [],
  });
  expect((await place.ada.call("PUT", "/api/policies/setup/assignments/everyone", { policyId: id })).status).toBe(200);
  const now = await place.ada.call("GET", `/api/policies/setup/${global}`);
  expect(now.body).toMatchObject({ name: "Global", content: { allowSideLoading: false, pinnedAppBarApps: [appId] } });
  // And what is made with nothing said is as Global is now.
  const copy = await policyOf("setup", "As Global");
  expect(copy).toMatchObject({ content: { allowSideLoading: false, pinnedAppBarApps: [appId] } });
  const given = { people: ["megan@contoso.test"], policyId: global };
  expect((await place.ada.call("PUT", "/api/policies/setup/assignments/people", given)).body.code).toBe(
    "policy/built-in",
  );
  expect((await place.megan.call("PUT", "/api/policies/setup/assignments/everyone", { policyId: id })).status).toBe(
    403,
  );
});

test("third-party apps off: their status says so whatever else was set, and policies can still be prepared", async () => {
  await query("update app set distribution = 'store' where app_id = $1", [appId]);
  await place.ada.call("PATCH", "/api/settings", { allowThirdPartyApps: false });
  const why = await place.ada.call<{ gates: object[] }>("GET", `/api/apps/${appId}/access`);
  expect(why.body.gates.at(-1)).toMatchObject({
    gate: "organisation-setting",
    setting: "allowThirdPartyApps",
    passed: false,
  });
  await place.ada.call("PUT", `/api/apps/${appId}/status`, { status: "allowed" });
  const listed = await place.ada.call<{ items: { id: string; status: string }[] }>("GET", "/api/apps?view=manage");
  expect(listed.body.items.find(({ id }) => id === appId)?.status).toBe("blockedOrgWide");
  await place.ada.call("PATCH", "/api/settings", { allowThirdPartyApps: true });
  await query("update app set blocked_by_publisher = true where app_id = $1", [appId]);
  await query("delete from app_status where app_id = $1", [appId]);
  await place.ada.call("PATCH", "/api/settings", { requestMessage: "Ask away" });
  expect((await place.ada.call("GET", `/api/apps/${appId}/access`)).body).toMatchObject({ allowed: false });
  await place.ada.call("PUT", `/api/apps/${appId}/status`, { status: "allowed" });
  expect((await place.ada.call("GET", `/api/apps/${appId}/access`)).body).toMatchObject({ allowed: true });
  await query("update app set distribution = 'organization', blocked_by_publisher = false where app_id = $1", [appId]);
});

test("buttons on a blocked app's cards do nothing; the cards stay to be read", async () => {
  const connector = await configuredConnector(
    place,
    connectorManifest({ name: { short: "Buttons", full: "Buttons" } }),
  );
  const card = {
    "@type": "MessageCard",
    summary: "Deploy?",
    text: "Deploy?",
    potentialAction: [{ "@type": "HttpPOST", name: "Yes", target: "http://127.0.0.1:9/", body: "{}" }],
  };
  const sent = await post(connector.webhookUrl, JSON.stringify(card));
  const messageId = sent.headers.get("request-id") ?? "";
  await place.ada.call("PUT", `/api/apps/${connector.appId}/status`, { status: "blocked" });
  const press = { pressId: newId(), card: 0, at: "/potentialAction/0", revision: 0, inputs: {} };
  const path = `/api/channels/${place.general.id}/messages/${messageId}/presses`;
  const refused = await place.megan.call("POST", path, press);
  expect([refused.status, refused.body.code]).toEqual([403, "access/app-not-available"]);
  const read = await place.megan.call<{ items: { summary: string }[] }>(
    "GET",
    `/api/channels/${place.general.id}/messages`,
  );
  expect(read.body.items[0]?.summary).toBe("Deploy?");
});
