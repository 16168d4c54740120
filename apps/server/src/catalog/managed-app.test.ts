import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../platform/identifiers.ts";
import { type Contoso, contoso } from "../testing/contoso.ts";
import { appPackage, connectorManifest } from "../testing/packages.ts";

let place: Contoso;
const ids = new Map<string, string>();

beforeAll(async () => {
  place = await contoso();
  for (const [name, publisher, version] of [
    ["Alpha", "Fabrikam", "1.10.0"],
    ["Beta", "Adatum", "1.9.0"],
    ["Gamma", "Fabrikam", "1.2.0"],
    ["Delta", "Adatum", "2.0.0"],
  ] as const) {
    const original = connectorManifest({ version, name: { short: name, full: name } });
    const manifest = { ...original, developer: { ...original.developer, name: publisher } };
    const { body } = await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
    ids.set(name, body.id);
  }
  await place.ada.call("PUT", "/api/app-statuses", { status: "blocked", apps: [ids.get("Beta"), ids.get("Gamma")] });
  for (const who of [place.megan, place.alex]) await who.call("POST", `/api/apps/${ids.get("Gamma")}/requests`, {});
  await place.megan.call("POST", `/api/apps/${ids.get("Beta")}/requests`, { note: "" });
});
afterAll(async () => await place.server.dispose());

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}
interface Managed {
  id: string;
  displayName: string;
  status: string;
  requests: number;
}

async function names(query: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { status, body }: { status: number; body: Page<Managed> } = await place.ada.call<Page<Managed>>(
      "GET",
      `/api/managed-apps?${query}${cursor === "" ? "" : `&cursor=${cursor}`}`,
    );
    expect(status, JSON.stringify(body)).toBe(200);
    found.push(...body.items.map(({ displayName }) => displayName));
    cursor = body.nextCursor;
  }
  return found;
}

test.each([
  ["", ["Alpha", "Beta", "Delta", "Gamma"]],
  ["sort=name:desc", ["Gamma", "Delta", "Beta", "Alpha"]],
  ["sort=publisher,name:desc", ["Delta", "Beta", "Gamma", "Alpha"]],
  ["sort=version", ["Gamma", "Beta", "Alpha", "Delta"]],
  ["sort=requests:desc,name", ["Gamma", "Beta", "Alpha", "Delta"]],
  ["sort=status:desc,publisher,version", ["Beta", "Gamma", "Delta", "Alpha"]],
  ["sort=updated:desc", ["Delta", "Gamma", "Beta", "Alpha"]],
  ["sort=publishingStatus,availability,kind,externalId:desc", undefined],
  ["sort=permissions,customizable,name", ["Alpha", "Beta", "Delta", "Gamma"]],
  ["status=blocked", ["Beta", "Gamma"]],
  ["status=allowed,blockedOrgWide&search=FABRI", ["Alpha"]],
  ["requested=true&sort=requests", ["Beta", "Gamma"]],
  ["publishingStatus=submitted,rejected", []],
  ["availability=noone", []],
  ["kind=custom&scope=team&asksPermissions=true&customizable=false&search=ta", ["Beta", "Delta"]],
  ["scope=personal", []],
])("%s: the same in one page and app by app", async (query, expected) => {
  const whole = await names(query);
  if (expected !== undefined) expect(whole).toEqual(expected);
  expect(await names(`limit=1&${query}`)).toEqual(whole);
});

test("an app shows the columns of Manage apps", async () => {
  const { body } = await place.ada.call<Managed>("GET", `/api/managed-apps/${ids.get("Gamma")}`);
  expect(body).toMatchObject({
    publisherName: "Fabrikam",
    certification: null,
    publishingStatus: "published",
    status: "blocked",
    customApp: true,
    asksPermissions: true,
    version: "1.2.0",
    requests: 2,
    customizable: false,
    availability: "everyone",
    availabilityTouched: true,
    scopes: ["team"],
  });
});

test("wrong questions are refused, and only administrators ask", async () => {
  for (const query of ["sort=colour", "sort=name,name", "status=green", "cursor=x", "limit=0"]) {
    const { status, body } = await place.ada.call("GET", `/api/managed-apps?${query}`);
    expect([query, status, body.code]).toEqual([query, 400, "request/invalid"]);
  }
  const first = await place.ada.call<Page<Managed>>("GET", "/api/managed-apps?limit=1&sort=publisher,name");
  const other = await place.ada.call("GET", `/api/managed-apps?sort=name,publisher&cursor=${first.body.nextCursor}`);
  expect(other.status).toBe(400);
  expect((await place.megan.call("GET", "/api/managed-apps")).status).toBe(403);
  expect((await place.ada.call("GET", `/api/managed-apps/${newId()}`)).status).toBe(404);
});

test("versions, what differs between them, and what happened", async () => {
  const appId = ids.get("Delta") ?? "";
  const app = await place.ada.call<{ externalId: string }>("GET", `/api/apps/${appId}`);
  const manifest = connectorManifest({
    id: app.body.externalId,
    version: "2.1.0",
    name: { short: "Delta", full: "Delta" },
    permissions: ["identity"],
    connectors: undefined,
    staticTabs: [
      { entityId: "home", name: "Home", contentUrl: "https://connector.fabrikam.example/home", scopes: ["personal"] },
    ],
  });
  await place.ada.call("POST", `/api/apps/${appId}/definitions`, appPackage(manifest));
  const versions = await place.ada.call<Page<{ id: string; version: string; current: boolean }>>(
    "GET",
    `/api/apps/${appId}/definitions`,
  );
  expect(versions.body.items.map(({ version, current }) => [version, current])).toEqual([
    ["2.1.0", true],
    ["2.0.0", false],
  ]);
  const [to, from] = versions.body.items.map(({ id }) => id);
  const { body } = await place.ada.call<{
    changes: { class: string; pointer: string }[];
    consent: Record<string, { required: boolean; reasons: { trigger: string; message: string }[] }>;
  }>("GET", `/api/apps/${appId}/comparison?from=${from}&to=${to}`, undefined, { "Accept-Language": "fr" });
  expect(new Set(body.changes.map((change) => change.class))).toEqual(
    new Set(["metadata", "capability", "permission"]),
  );
  expect(body.consent.classic?.required).toBe(true);
  expect((await place.ada.call("GET", `/api/apps/${appId}/comparison?from=${from}&to=${newId()}`)).status).toBe(404);

  await place.ada.call("PUT", "/api/app-statuses", { status: "blocked", apps: [appId, ids.get("Alpha")] });
  const history: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: { body: Page<{ operation: string; actor: { displayName: string } }> } = await place.ada.call(
      "GET",
      `/api/apps/${appId}/history?limit=1${cursor === "" ? "" : `&cursor=${cursor}`}`,
    );
    history.push(...page.body.items.map(({ operation, actor }) => `${operation} ${actor.displayName}`));
    cursor = page.body.nextCursor;
  }
  expect(history).toEqual([
    "Parvis.AppBlocked Ada Admin",
    "AppUpdatedInCatalog Ada Admin",
    "AppPublishedToCatalog Ada Admin",
  ]);
  const packed = await place.ada.call("GET", `/api/apps/${appId}/definitions/${to}/package`);
  expect([packed.status, packed.headers.get("content-type")]).toEqual([200, "application/zip"]);
});
