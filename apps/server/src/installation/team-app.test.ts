import { afterAll, beforeAll, expect, test } from "vitest";
import { type Contoso, contoso } from "../testing/contoso.ts";
import { appPackage, connectorManifest } from "../testing/packages.ts";
import type { TestPerson } from "../testing/test-server.ts";

let place: Contoso;

beforeAll(async () => {
  place = await contoso();
});
afterAll(async () => await place.server.dispose());

interface Page {
  readonly items: {
    app: { displayName: string };
    team: { id: string; displayName: string };
    version: string;
    update: { definitionId: string; version: string; reasons: { trigger: string; message: string }[] } | null;
    id: string;
    consentWithdrawn: boolean;
    mayManage: boolean;
  }[];
  readonly nextCursor: string | null;
  readonly code: string;
}

async function install(teamId: string, name: string, change: object = {}): Promise<string> {
  const manifest = connectorManifest({ name: { short: name, full: name }, ...change });
  const { body } = await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
  await add(teamId, body.id);
  return body.id;
}

async function add(teamId: string, appId: string): Promise<void> {
  const { body } = await place.ada.call<{ definitionId: string }>("GET", `/api/apps/${appId}/consent`);
  const consent = { definitionId: body.definitionId };
  expect((await place.ada.call("POST", `/api/teams/${teamId}/installations`, { appId, consent })).status).toBe(201);
}

async function read(person: TestPerson, query = ""): Promise<Page> {
  return (await person.call<Page>("GET", `/api/me/team-apps${query}`)).body;
}

async function idOf(person: TestPerson): Promise<string> {
  return (await person.call<{ person: { id: string } }>("GET", "/api/session")).body.person.id;
}

const named = ({ items }: Page) => items.map(({ team, app }) => `${team.displayName}: ${app.displayName}`);

test("apps of one's teams are listed by team, a page at a time, with the updates that wait, and of no other team", async () => {
  const made = await place.ada.call<{ id: string }>("POST", "/api/teams", {
    displayName: "accounts",
    members: [await idOf(place.megan)],
  });
  const other = await place.ada.call<{ id: string }>("POST", "/api/teams", { displayName: "Board" });
  expect([made.status, other.status]).toEqual([201, 201]);
  const id = "0190a000-0000-7000-8000-00000000abcd";
  const builds = await install(place.team.id, "Builds", { id });
  await install(place.team.id, "Alarms");
  await add(made.body.id, builds);
  await install(other.body.id, "Minutes");
  const next = connectorManifest({
    id,
    name: { short: "Builds", full: "Builds" },
    version: "2.0.0",
    bots: [{ botId: "11111111-2222-4333-8444-555555555555", scopes: ["team"] }],
  });
  expect((await place.ada.call("POST", `/api/apps/${builds}/definitions`, appPackage(next))).status).toBe(200);

  const all = await read(place.megan);
  expect(named(all)).toEqual(["accounts: Builds", "Engineering: Builds", "Engineering: Alarms"]);
  expect(all.items.map(({ version, update }) => [version, update?.version])).toEqual([
    ["1.0.0", "2.0.0"],
    ["1.0.0", "2.0.0"],
    ["1.0.0", undefined],
  ]);
  const pages: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: Page = await read(place.megan, `?limit=1${cursor === "" ? "" : `&cursor=${cursor}`}`);
    pages.push(...named(page));
    cursor = page.nextCursor;
  }
  expect(pages).toEqual(named(all));
  expect(named(await read(place.alex))).toEqual([]);
  expect(named(await read(place.ada))).toContain("Board: Minutes");
  const forged = Buffer.from(JSON.stringify(["a", "b", "c'"])).toString("base64url");
  expect(named(await read(place.megan, `?cursor=${forged}`))).toEqual(named(all));
  expect((await read(place.megan, "?cursor=nonsense")).code).toBe("request/invalid");
  expect((await fetch(`${place.server.url}/api/me/team-apps`)).status).toBe(401);
});

const bot = { bots: [{ botId: "11111111-2222-4333-8444-555555555555", scopes: ["team"] }] };

async function update(person: TestPerson, path: string, manifest: object): Promise<void> {
  const { status, body } = await person.call("POST", path, appPackage(manifest));
  expect([status, body]).toMatchObject([200, {}]);
}

test("only what waits is listed on demand, for whoever may accept it", async () => {
  const { ada, megan } = place;
  const made = await ada.call<{ id: string }>("POST", "/api/teams", {
    displayName: "Zoning",
    members: [await idOf(megan)],
  });
  const teamId = made.body.id;
  // A change of its own for each way to stand: nothing newer, newer by itself, waiting, agreed to for everybody, withdrawn.
  const ids: Record<string, string> = {};
  const manifests: Record<string, ReturnType<typeof connectorManifest>> = {};
  for (const name of ["Same", "Silent", "Waits", "Covered", "Withdrawn"]) {
    const manifest = connectorManifest({ name: { short: name, full: name } });
    manifests[name] = manifest;
    const { body } = await ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
    ids[name] = body.id;
    await add(teamId, body.id);
  }
  const next = (name: string, change: object) =>
    update(ada, `/api/apps/${ids[name]}/definitions`, { ...manifests[name], version: "2.0.0", ...change });
  await next("Silent", { description: { short: "Other", full: "Other words" } });
  await next("Waits", bot);
  await next("Covered", bot);
  const { body: asked } = await ada.call<{ definitionId: string }>("GET", `/api/apps/${ids.Covered}/consent`);
  const forAll = { definitionId: asked.definitionId };
  expect((await ada.call("PUT", `/api/apps/${ids.Covered}/organisation-consent`, forAll)).status).toBeLessThan(300);
  const consents = await ada.call<{ items: { id: string; appId: string; scope: string }[] }>("GET", "/api/me/consents");
  const given = consents.body.items.find(({ appId, scope }) => appId === ids.Withdrawn && scope === "team");
  expect((await ada.call("DELETE", `/api/consents/${given?.id}`)).status).toBe(204);
  // What a member uploaded for the team themselves.
  const own = connectorManifest({ name: { short: "Own", full: "Own" } });
  const uploaded = await megan.call<{ id: string }>("POST", `/api/teams/${teamId}/apps/upload`, appPackage(own));
  expect(uploaded.status).toBe(201);
  const { body: consent } = await megan.call<{ definitionId: string }>("GET", `/api/apps/${uploaded.body.id}/consent`);
  const wanted = { appId: uploaded.body.id, consent: { definitionId: consent.definitionId } };
  expect((await megan.call("POST", `/api/teams/${teamId}/installations`, wanted)).status).toBe(201);
  await update(megan, `/api/uploads/${uploaded.body.id}/definitions`, { ...own, version: "1.1.0", ...bot });

  const inZoning = ({ items }: Page) => items.filter(({ team: { id } }) => id === teamId);
  const everything = inZoning(await read(ada));
  const waiting = inZoning(await read(ada, "?waiting=true"));
  expect(waiting).toEqual(everything.filter((one) => one.update !== null || one.consentWithdrawn));
  expect(waiting.map(({ app }) => app.displayName)).toEqual(["Waits", "Withdrawn", "Own"]);
  expect(everything.every(({ mayManage }) => mayManage)).toBe(true);
  // A member is told of what they uploaded, and may accept that alone.
  const hers = (await read(megan, "?waiting=true")).items;
  expect(hers.map(({ app, mayManage }) => [app.displayName, mayManage])).toEqual([["Own", true]]);
  const all = inZoning(await read(megan));
  expect(all.filter(({ mayManage }) => mayManage).map(({ app }) => app.displayName)).toEqual(["Own"]);
  const { body: inTeam } = await megan.call<Page>("GET", `/api/teams/${teamId}/installations`);
  expect(inTeam.items.filter(({ mayManage }) => mayManage).map(({ app }) => app.displayName)).toEqual(["Own"]);
  const [one] = hers;
  const accept = `/api/teams/${teamId}/installations/${one?.id}/upgrade`;
  const accepted = await megan.call("POST", accept, { consent: { definitionId: one?.update?.definitionId } });
  expect([accepted.status, accepted.body]).toMatchObject([200, { version: "1.1.0", update: null, mayManage: true }]);
  expect((await read(megan, "?waiting=true")).items).toEqual([]);
  expect((await read(place.alex, "?waiting=true")).items).toEqual([]);
  expect((await read(ada, "?waiting=perhaps")).code).toBe("request/invalid");
});

test("why a version waits is told in the reader's language", async () => {
  const reasons = async (language: string) => {
    const path = "/api/me/team-apps?waiting=true";
    const { body } = await place.ada.call<Page>("GET", path, undefined, { "Accept-Language": language });
    return body.items.find(({ app }) => app.displayName === "Waits")?.update?.reasons;
  };
  expect(await reasons("en")).toEqual([{ trigger: "bot-added", pointer: "/bots", message: "a bot was added" }]);
  expect(await reasons("fr-FR")).toEqual([{ trigger: "bot-added", pointer: "/bots", message: "un bot a été ajouté" }]);
});
