import { afterAll, beforeAll, expect, test } from "vitest";
import { type Contoso, contoso } from "../testing/contoso.ts";
import { appPackage, connectorManifest } from "../testing/packages.ts";

let place: Contoso;
const ids = new Map<string, string>();

beforeAll(async () => {
  place = await contoso();
  const personal = {
    connectors: undefined,
    staticTabs: [
      { entityId: "home", name: "Home", contentUrl: "https://connector.fabrikam.example/home", scopes: ["personal"] },
    ],
  };
  for (const [short, more] of [
    ["Trello Boards", {}],
    ["Jira Cloud", personal],
    ["Événements", personal],
  ] as const) {
    const manifest = connectorManifest({ name: { short, full: short }, ...more });
    const { status, body } = await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
    expect(status, JSON.stringify(body)).toBe(201);
    ids.set(short, body.id);
  }
});
afterAll(async () => await place.server.dispose());

async function found(query: string): Promise<{ names: string[]; approximate: boolean }> {
  const { body } = await place.megan.call<{ items: { displayName: string }[]; approximate: boolean }>(
    "GET",
    `/api/apps?${query}`,
  );
  return { names: body.items.map(({ displayName }) => displayName), approximate: body.approximate };
}

test.each([
  ["trelo", "Trello Boards"],
  ["terllo", "Trello Boards"],
  ["borads", "Trello Boards"],
  ["jria", "Jira Cloud"],
  ["cluod", "Jira Cloud"],
  ["evenements", "Événements"],
])("%s finds %s, and says that it only comes close", async (search, name) => {
  expect(await found(`search=${search}`)).toEqual({ names: [name], approximate: true });
});

test("what is called as asked comes alone, and nothing is invented", async () => {
  expect(await found("search=jira")).toEqual({ names: ["Jira Cloud"], approximate: false });
  expect(await found("search=something")).toEqual({ names: [], approximate: false });
  expect(await found("search=%25%25")).toEqual({ names: [], approximate: false });
});

test("apps are found by what they bring and whose they are", async () => {
  expect((await found("feature=connector")).names).toEqual(["Trello Boards"]);
  expect((await found("feature=personal")).names).toEqual(["Jira Cloud", "Événements"]);
  expect((await found("kind=thirdParty")).names).toEqual([]);
  expect((await found("kind=custom&search=jra&feature=personal")).names).toEqual(["Jira Cloud"]);
});

test("a page of apps that come close leads to the next", async () => {
  const first = await place.megan.call<{ nextCursor: string; items: { displayName: string }[] }>(
    "GET",
    "/api/apps?search=fabrikan&limit=2",
  );
  expect(first.body.items.map(({ displayName }) => displayName)).toEqual(["Jira Cloud", "Trello Boards"]);
  const { names } = await found(`search=fabrikan&limit=2&cursor=${first.body.nextCursor}`);
  expect(names).toEqual(["Événements"]);
});

test("a new version is found by its new name", async () => {
  const appId = ids.get("Trello Boards");
  const details = await place.ada.call<{ externalId: string }>("GET", `/api/apps/${appId}`);
  const manifest = connectorManifest({
    id: details.body.externalId,
    version: "2.0.0",
    name: { short: "Planner", full: "Planner" },
  });
  await place.ada.call("POST", `/api/apps/${appId}/definitions`, appPackage(manifest));
  expect((await found("search=palnner")).names).toEqual(["Planner"]);
  expect((await found("search=trelo")).names).toEqual([]);
});

test("blocked apps are not found, not even nearly; whoever asks for one is told how it went", async () => {
  const appId = ids.get("Jira Cloud");
  await place.ada.call("PUT", `/api/apps/${appId}/status`, { status: "blocked" });
  expect((await found("search=jria")).names).toEqual([]);
  await place.ada.call("PATCH", "/api/settings", { requestMessage: "Say what for." });
  const path = `/api/apps/${appId}/requests`;
  const before = await place.megan.call<Record<string, unknown>>("GET", `${path}/mine`);
  expect(before.body).toMatchObject({
    app: { displayName: "Jira Cloud", publisherName: "Fabrikam" },
    mayAsk: true,
    message: "Say what for.",
    link: null,
    request: null,
  });
  await place.megan.call("POST", path, { note: "For our tickets" });
  const waiting = await place.megan.call<Record<string, unknown>>("GET", `${path}/mine`);
  expect(waiting.body).toMatchObject({ mayAsk: false, request: { state: "open", note: "For our tickets" } });
  expect((await place.alex.call<{ request: unknown }>("GET", `${path}/mine`)).body.request).toBeNull();
  await place.ada.call("POST", `${path}/allow`);
  const after = await place.megan.call<Record<string, unknown>>("GET", `${path}/mine`);
  expect(after.body).toMatchObject({ request: { state: "allowed" } });
  expect((await found("search=jria")).names).toEqual(["Jira Cloud"]);
  await place.ada.call("PATCH", "/api/settings", { requestLink: "https://help.contoso.test/apps" });
  const elsewhere = await place.megan.call<Record<string, unknown>>("GET", `${path}/mine`);
  expect(elsewhere.body).toMatchObject({ mayAsk: false, link: "https://help.contoso.test/apps" });
});
