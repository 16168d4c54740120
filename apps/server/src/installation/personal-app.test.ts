import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, contoso } from "../testing/contoso.ts";
import { appPackage, connectorManifest, personalManifest } from "../testing/packages.ts";
import type { TestPerson } from "../testing/test-server.ts";

let place: Contoso;

beforeAll(async () => {
  place = await contoso();
});
afterAll(async () => await place.server.dispose());

interface Item {
  app: { id: string; displayName: string };
  installationId: string | null;
  version: string;
  newestVersion: string;
  update: { definitionId: string; version: string; reasons: { trigger: string }[] } | null;
  why: string[];
  policy: { name: string } | null;
  mayRemove: boolean;
  consentWithdrawn: boolean;
  tabs: { entityId: string }[];
  code: string;
  detail: string;
}
interface Bar {
  allowUserPinning: boolean;
  items: (Item & { pinnedBy: string; mayUnpin: boolean })[];
  unpinned: { id: string }[];
}

const bot = (scopes = ["personal"]) => ({ bots: [{ botId: "11111111-2222-4333-8444-555555555555", scopes }] });

async function upload(manifest: object = personalManifest()): Promise<string> {
  const { body } = await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
  return body.id;
}

async function consent(person: TestPerson, appId: string): Promise<{ definitionId: string }> {
  const { body } = await person.call<{ definitionId: string }>("GET", `/api/apps/${appId}/consent`);
  return { definitionId: body.definitionId };
}

async function add(person: TestPerson, appId: string) {
  return await person.call<Item>("POST", "/api/me/apps", { appId, consent: await consent(person, appId) });
}

async function mine(person: TestPerson): Promise<Item[]> {
  return (await person.call<{ items: Item[] }>("GET", "/api/me/apps")).body.items;
}

async function bar(person: TestPerson): Promise<Bar> {
  return (await person.call<Bar>("GET", "/api/me/app-bar")).body;
}

let policies = 0;
/** A setup policy for Alex alone. */
async function setup(content: object): Promise<string> {
  const full = {
    allowSideLoading: true,
    allowUserPinning: true,
    pinnedAppBarApps: [],
    pinnedMessageBarApps: [],
    appPresetList: [],
    ...content,
  };
  const name = `Setup ${++policies}`;
  const made = await place.ada.call<{ id: string }>("POST", "/api/policies/setup", { name, content: full });
  expect(made.status).toBe(201);
  const given = { people: ["alex@contoso.test"], policyId: made.body.id };
  expect((await place.ada.call("PUT", "/api/policies/setup/assignments/people", given)).status).toBe(200);
  return name;
}

describe("an app for oneself", () => {
  test("is added once, with consent, listed with its pages, and removed with what was agreed to", async () => {
    const appId = await upload();
    expect((await place.megan.call("POST", "/api/me/apps", { appId })).body.code).toBe("installation/consent-required");
    const made = await add(place.megan, appId);
    expect([made.status, made.body.why, made.body.mayRemove]).toEqual([201, ["person"], true]);
    expect((await add(place.megan, appId)).body.code).toBe("installation/exists");
    expect((await mine(place.megan)).map(({ app, tabs }) => [app.id, tabs[0]?.entityId])).toEqual([[appId, "home"]]);
    expect(await mine(place.alex)).toEqual([]);
    expect((await place.alex.call("GET", `/api/me/apps/${appId}`)).status).toBe(404);
    expect((await place.megan.call("DELETE", `/api/me/apps/${appId}`)).status).toBe(204);
    expect((await place.megan.call("DELETE", `/api/me/apps/${appId}`)).status).toBe(404);
    expect(await mine(place.megan)).toEqual([]);
  });

  test("needs something for one person", async () => {
    const appId = await upload(connectorManifest());
    const refused = await add(place.megan, appId);
    expect([refused.status, refused.body.code]).toEqual([400, "app/scope-not-supported"]);
    expect(refused.body.detail).toContain("team");
  });

  test("is not there when nobody knows it, and refused with the gates when blocked", async () => {
    const unknown = "018f0000-0000-7000-8000-000000000001";
    expect((await place.megan.call("POST", "/api/me/apps", { appId: unknown })).status).toBe(404);
    const appId = await upload();
    await add(place.megan, appId);
    await place.ada.call("PUT", `/api/apps/${appId}/status`, { status: "blocked" });
    const refused = await place.megan.call<{ code: string; gates: { gate: string }[] }>("POST", "/api/me/apps", {
      appId,
    });
    expect([refused.status, refused.body.code]).toEqual([403, "access/app-not-available"]);
    expect(refused.body.gates.at(-1)?.gate).toBe("app-status");
    expect((await mine(place.megan)).some(({ app }) => app.id === appId)).toBe(false);
    expect((await place.megan.call("POST", `/api/me/apps/${appId}/open`)).status).toBe(403);
  });

  test("keeps its version until what the new one asks for is accepted by this person alone", async () => {
    const manifest = personalManifest();
    const appId = await upload(manifest);
    await add(place.megan, appId);
    await add(place.alex, appId);
    const next = appPackage({ ...manifest, ...bot(), version: "1.1.0" });
    await place.ada.call("POST", `/api/apps/${appId}/definitions`, next);
    const [waiting] = (await mine(place.megan)).filter(({ app }) => app.id === appId);
    expect(waiting).toMatchObject({ version: "1.0.0", newestVersion: "1.1.0", update: { version: "1.1.0" } });
    expect(waiting?.update?.reasons.map(({ trigger }) => trigger)).toEqual(["bot-added"]);
    const path = `/api/me/apps/${appId}/upgrade`;
    expect((await place.megan.call("POST", path, {})).body).toMatchObject({ code: "installation/consent-required" });
    const accepted = await place.megan.call<Item>("POST", path, { consent: await consent(place.megan, appId) });
    expect([accepted.status, accepted.body.version, accepted.body.update]).toEqual([200, "1.1.0", null]);
    expect((await place.megan.call("POST", path, { consent: await consent(place.megan, appId) })).body.code).toBe(
      "installation/up-to-date",
    );
    const other = (await mine(place.alex)).find(({ app }) => app.id === appId);
    expect(other?.version).toBe("1.0.0");
  });
});

describe("a setup policy", () => {
  test("installs apps for everyone covered without a row, which is written at first use; they stay", async () => {
    const appId = await upload();
    const name = await setup({ appPresetList: [appId] });
    const [given] = (await mine(place.alex)).filter(({ app }) => app.id === appId);
    expect(given).toMatchObject({
      installationId: null,
      why: ["policyInstalled"],
      policy: { name },
      mayRemove: false,
      version: "1.0.0",
    });
    expect((await add(place.alex, appId)).body).toMatchObject({ code: "installation/exists" });
    const opened = await Promise.all(
      [1, 2].map(async () => await place.alex.call<Item>("POST", `/api/me/apps/${appId}/open`)),
    );
    expect(new Set(opened.map(({ status, body }) => `${status} ${body.installationId}`)).size).toBe(1);
    expect(opened[0]?.body.installationId).not.toBeNull();
    const refused = await place.alex.call<Item>("DELETE", `/api/me/apps/${appId}`);
    expect([refused.status, refused.body.code]).toEqual([403, "installation/set-by-policy"]);
    expect(refused.body.detail).toContain(name);
    await setup({});
    const [left] = (await mine(place.alex)).filter(({ app }) => app.id === appId);
    expect(left).toMatchObject({ why: ["person"], mayRemove: true, policy: null, consentWithdrawn: false });
    expect((await place.alex.call("DELETE", `/api/me/apps/${appId}`)).status).toBe(204);
  });

  test("gives only what the person may use, and no app with configurable tabs", async () => {
    const [blocked, configurable, by, unknown] = [
      await upload(),
      await upload(
        personalManifest({
          configurableTabs: [{ configurationUrl: "https://connector.fabrikam.example/tab", scopes: ["team"] }],
        }),
      ),
      personalManifest(),
      "com.nobody.knows",
    ];
    const byManifestId = await upload(by);
    await place.ada.call("PUT", `/api/apps/${blocked}/status`, { status: "blocked" });
    await setup({ appPresetList: [blocked, configurable, by.id, unknown] });
    const ids = (await mine(place.alex)).filter(({ why }) => why.includes("policyInstalled")).map(({ app }) => app.id);
    expect(ids).toEqual([byManifestId]);
    expect((await place.alex.call("GET", `/api/me/apps/${blocked}`)).status).toBe(403);
  });
});

describe("the app bar", () => {
  test("has the administrator's pins first, in order, then one's own; both can be taken off", async () => {
    const [first, second, own, other] = await Promise.all([1, 2, 3, 4].map(async () => await upload()));
    await setup({ pinnedAppBarApps: [second, first] });
    for (const id of [own, other]) await add(place.alex, id ?? "");
    const put = async (pinned: unknown[], unpinned: unknown[] = []) =>
      await place.alex.call<Bar>("PUT", "/api/me/app-bar", { pinned, unpinned });
    const set = await put([other, own, first]);
    expect(set.body.items.map(({ app, pinnedBy }) => [app.id, pinnedBy])).toEqual([
      [second, "policy"],
      [first, "policy"],
      [other, "person"],
      [own, "person"],
    ]);
    const without = (await put([own], [second])).body;
    expect(without.items.map(({ app }) => app.id)).toEqual([first, own]);
    expect(without.unpinned.map(({ id }) => id)).toEqual([second]);
    const name = await setup({ pinnedAppBarApps: [second, first], allowUserPinning: false });
    const fixed = await bar(place.alex);
    expect(fixed.items.map(({ app, mayUnpin }) => [app.id, mayUnpin])).toEqual([
      [second, false],
      [first, false],
    ]);
    const refused = await put([own]);
    expect([refused.status, refused.body]).toEqual([403, expect.objectContaining({ code: "app-bar/not-yours" })]);
    expect(JSON.stringify(refused.body)).toContain(name);
    await setup({});
    await place.alex.call("DELETE", `/api/me/apps/${own}`);
    expect((await bar(place.alex)).items).toEqual([]);
  });

  test("takes only apps that one has and that have a page or a bot for one person", async () => {
    await setup({});
    const [missing, extension] = [
      await upload(),
      await upload(
        connectorManifest({
          connectors: undefined,
          composeExtensions: [
            {
              botId: "11111111-2222-4333-8444-555555555555",
              commands: [{ id: "find", title: "Find", type: "query", parameters: [{ name: "text", title: "Text" }] }],
            },
          ],
        }),
      ),
    ];
    const put = async (id: string) => await place.alex.call<Item>("PUT", "/api/me/app-bar", { pinned: [id] });
    expect((await put(missing)).body.code).toBe("installation/not-found");
    expect((await add(place.alex, extension)).status).toBe(201);
    expect((await put(extension)).body.code).toBe("app-bar/not-pinnable");
  });
});
