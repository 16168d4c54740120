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
    update: { version: string } | null;
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
