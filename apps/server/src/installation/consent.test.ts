import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, contoso } from "../testing/contoso.ts";
import { appPackage, connectorManifest, personalManifest } from "../testing/packages.ts";
import type { TestPerson } from "../testing/test-server.ts";

let place: Contoso;

beforeAll(async () => {
  place = await contoso();
});
afterAll(async () => await place.server.dispose());

interface ConsentBody {
  id: string;
  appId: string;
  version: string;
  scope: string;
  target: { displayName: string } | null;
  grantedBy: string | null;
  code?: string;
}
interface Own {
  version: string;
  update: object | null;
  consentWithdrawn: boolean;
  code?: string;
}

const botId = "11111111-2222-4333-8444-555555555555";
const bot = { bots: [{ botId, scopes: ["personal"] }] };
const asking = (name: string) => ({
  webApplicationInfo: { id: botId, resource: "https://fabrikam.example" },
  authorization: { permissions: { resourceSpecific: [{ name, type: "Application" }] } },
});

async function upload(manifest: object): Promise<string> {
  const { body } = await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
  return body.id;
}
async function publish(appId: string, manifest: object): Promise<void> {
  expect((await place.ada.call("POST", `/api/apps/${appId}/definitions`, appPackage(manifest))).status).toBe(200);
}
async function seen(appId: string): Promise<string> {
  return (await place.ada.call<{ definitionId: string }>("GET", `/api/apps/${appId}/consent`)).body.definitionId;
}
async function add(person: TestPerson, appId: string) {
  const consent = { definitionId: await seen(appId) };
  return await person.call<Own>("POST", "/api/me/apps", { appId, consent });
}
async function own(person: TestPerson, appId: string): Promise<Own> {
  return (await person.call<Own>("GET", `/api/me/apps/${appId}`)).body;
}
async function agreeForAll(appId: string, definitionId?: string) {
  const body = { definitionId: definitionId ?? (await seen(appId)) };
  return await place.ada.call<ConsentBody>("PUT", `/api/apps/${appId}/organisation-consent`, body);
}
async function consents(person: TestPerson, path = "/api/me/consents"): Promise<ConsentBody[]> {
  return (await person.call<{ items: ConsentBody[] }>("GET", path)).body.items;
}

describe("on behalf of the organisation", () => {
  test("given before, it lets people add the app without one of their own; given after, it accepts for everybody", async () => {
    const manifest = personalManifest();
    const appId = await upload(manifest);
    expect((await agreeForAll(appId)).body).toMatchObject({ scope: "organization", version: "1.0.0" });
    expect((await place.megan.call("POST", "/api/me/apps", { appId })).status).toBe(201);
    await publish(appId, { ...manifest, ...bot, version: "1.1.0" });
    expect(await own(place.megan, appId)).toMatchObject({ version: "1.0.0", update: { version: "1.1.0" } });
    await agreeForAll(appId);
    expect(await own(place.megan, appId)).toMatchObject({ version: "1.1.0", update: null });
  });

  test("said twice it stands once; an older version cannot be agreed to; only administrators may", async () => {
    const manifest = personalManifest();
    const appId = await upload(manifest);
    const older = await seen(appId);
    const [first, again] = [await agreeForAll(appId), await agreeForAll(appId)];
    expect(again.body.id).toBe(first.body.id);
    await publish(appId, { ...manifest, ...bot, version: "1.1.0" });
    await place.ada.call("DELETE", `/api/apps/${appId}/organisation-consent`);
    expect((await agreeForAll(appId, older)).body.code).toBe("installation/consent-required");
    const path = `/api/apps/${appId}/organisation-consent`;
    expect((await place.megan.call("PUT", path, { definitionId: older })).status).toBe(403);
    expect((await place.megan.call("GET", "/api/organisation-consents")).status).toBe(403);
    expect((await place.ada.call("DELETE", path)).status).toBe(404);
  });

  test("withdrawn, whoever stood on it alone agrees themselves; whoever agreed goes on", async () => {
    const appId = await upload(personalManifest());
    await add(place.alex, appId);
    await agreeForAll(appId);
    await place.megan.call("POST", "/api/me/apps", { appId });
    expect((await place.ada.call("DELETE", `/api/apps/${appId}/organisation-consent`)).status).toBe(204);
    expect((await own(place.megan, appId)).consentWithdrawn).toBe(true);
    expect((await own(place.alex, appId)).consentWithdrawn).toBe(false);
    expect((await place.megan.call("POST", `/api/me/apps/${appId}/open`)).body.code).toBe(
      "installation/consent-required",
    );
    const again = await place.megan.call<Own>("POST", `/api/me/apps/${appId}/upgrade`, {
      consent: { definitionId: await seen(appId) },
    });
    expect([again.status, again.body.consentWithdrawn]).toEqual([200, false]);
    expect((await place.megan.call("POST", `/api/me/apps/${appId}/open`)).status).toBe(200);
  });
});

describe("what one agreed to", () => {
  test("is listed with where and which version, and withdrawn; the app waits until one agrees anew", async () => {
    const appId = await upload(personalManifest({ name: { short: "Mine", full: "Mine" } }));
    await add(place.megan, appId);
    const [given] = (await consents(place.megan)).filter((one) => one.appId === appId);
    expect(given).toMatchObject({ scope: "personal", version: "1.0.0", grantedBy: "Megan Bowen", target: null });
    expect((await place.alex.call("DELETE", `/api/consents/${given?.id}`)).status).toBe(404);
    expect((await place.megan.call("DELETE", `/api/consents/${given?.id}`)).status).toBe(204);
    expect((await place.megan.call("DELETE", `/api/consents/${given?.id}`)).status).toBe(404);
    expect((await consents(place.megan)).some((one) => one.appId === appId)).toBe(false);
    expect((await own(place.megan, appId)).consentWithdrawn).toBe(true);
    expect((await place.megan.call("DELETE", `/api/me/apps/${appId}/consent`)).status).toBe(404);
    await place.megan.call("POST", `/api/me/apps/${appId}/upgrade`, { consent: { definitionId: await seen(appId) } });
    expect((await place.megan.call("DELETE", `/api/me/apps/${appId}/consent`)).status).toBe(204);
  });

  test("for a team is its owners' to withdraw, and its connectors cannot be set up until somebody agrees", async () => {
    const appId = await upload(connectorManifest());
    const consent = { definitionId: await seen(appId) };
    const path = `/api/teams/${place.team.id}/installations`;
    await place.ada.call("POST", path, { appId, consent });
    const [given] = (await consents(place.ada)).filter((one) => one.appId === appId);
    expect(given).toMatchObject({ scope: "team", target: { displayName: "Engineering" } });
    expect((await place.megan.call("DELETE", `/api/consents/${given?.id}`)).body.code).toBe("team/owner-required");
    expect((await place.alex.call("DELETE", `/api/consents/${given?.id}`)).status).toBe(404);
    expect((await place.ada.call("DELETE", `/api/consents/${given?.id}`)).status).toBe(204);
    const begun = await place.ada.call("POST", `/api/channels/${place.general.id}/connectors`, { appId });
    expect([begun.status, begun.body.code]).toEqual([409, "installation/consent-required"]);
  });
});

describe("resource-specific permissions", () => {
  test("for oneself are the organisation's to switch off; what was installed before goes on", async () => {
    const appId = await upload(personalManifest(asking("InAppPurchase.Allow.User")));
    await add(place.megan, appId);
    await place.ada.call("PATCH", "/api/settings", { personalResourceConsent: false });
    const refused = await add(place.alex, appId);
    expect([refused.status, refused.body]).toMatchObject([
      403,
      { code: "installation/resource-consent-off", setting: "personalResourceConsent" },
    ]);
    expect((await own(place.megan, appId)).consentWithdrawn).toBe(false);
    const plain = await upload(personalManifest());
    expect((await add(place.alex, plain)).status).toBe(201);
    await place.ada.call("PATCH", "/api/settings", { personalResourceConsent: true });
    expect((await add(place.alex, appId)).status).toBe(201);
  });

  test("on a team follow the organisation's state for owners; agreeing for everybody goes before", async () => {
    const appId = await upload(connectorManifest(asking("ChannelMessage.Read.Group")));
    await place.ada.call("POST", `/api/teams/${place.team.id}/members`, { upn: "alex@contoso.test", role: "owner" });
    const path = `/api/teams/${place.team.id}/installations`;
    const install = async () =>
      await place.alex.call<{ id: string; code?: string }>("POST", path, {
        appId,
        consent: { definitionId: await seen(appId) },
      });
    const set = async (teamResourceConsent: string) =>
      await place.ada.call("PATCH", "/api/settings", { teamResourceConsent });
    for (const state of ["disabledForAllApps", "enabledForPreApprovedAppsOnly"]) {
      await set(state);
      expect((await install()).body.code).toBe("installation/resource-consent-off");
    }
    await agreeForAll(appId);
    const made = await install();
    expect(made.status).toBe(201);
    await place.ada.call("DELETE", `/api/apps/${appId}/organisation-consent`);
    await place.alex.call("DELETE", `${path}/${made.body.id}`);
    await set("managedByMicrosoft");
    expect((await install()).status).toBe(201);
  });
});

describe("an app in a chat", () => {
  const inChat = {
    connectors: undefined,
    bots: [{ botId, scopes: ["groupchat"] }],
  };

  test("is added, upgraded and removed by whoever is in the chat; nobody else knows of it", async () => {
    const chat = await place.megan.call<{ id: string; members: { upn: string }[] }>("POST", "/api/chats", {
      topic: "Launch",
      members: ["alex@contoso.test"],
    });
    expect([chat.status, chat.body.members.map(({ upn }) => upn)]).toEqual([
      201,
      ["alex@contoso.test", "megan@contoso.test"],
    ]);
    const path = `/api/chats/${chat.body.id}/installations`;
    const manifest = connectorManifest(inChat);
    const appId = await upload(manifest);
    const consent = async () => ({ consent: { definitionId: await seen(appId) } });
    const made = await place.alex.call<{ id: string; chatId: string }>("POST", path, { appId, ...(await consent()) });
    expect([made.status, made.body.chatId]).toEqual([201, chat.body.id]);
    expect((await place.megan.call("POST", path, { appId, ...(await consent()) })).status).toBe(409);
    expect((await place.ada.call("GET", path)).status).toBe(404);
    await publish(appId, {
      ...manifest,
      version: "1.1.0",
      bots: [{ botId, scopes: ["groupchat"], supportsFiles: true }],
    });
    const upgraded = await place.megan.call("POST", `${path}/${made.body.id}/upgrade`, await consent());
    expect(upgraded.body).toMatchObject({ version: "1.1.0", update: null });
    const teams = `/api/teams/${place.team.id}/installations/${made.body.id}`;
    expect((await place.ada.call("DELETE", teams)).status).toBe(404);
    expect((await place.megan.call("DELETE", `${path}/${made.body.id}`)).status).toBe(204);
    const left = await place.megan.call<{ items: object[] }>("GET", path);
    expect(left.body.items).toEqual([]);
    const other = await upload(connectorManifest());
    const wrong = { appId: other, consent: { definitionId: await seen(other) } };
    expect((await place.megan.call("POST", path, wrong)).body.code).toBe("app/scope-not-supported");
  });

  test("needs people who are there, and goes on without those who leave", async () => {
    const refused = await place.megan.call("POST", "/api/chats", { members: ["nobody@contoso.test"] });
    expect([refused.status, refused.body.code]).toEqual([404, "person/not-found"]);
    const chat = await place.megan.call<{ id: string }>("POST", "/api/chats", { members: ["ada@contoso.test"] });
    const path = `/api/chats/${chat.body.id}`;
    expect((await place.ada.call("POST", `${path}/members`, { members: ["alex@contoso.test"] })).body).toEqual({
      added: 1,
    });
    const me = (await place.megan.call<{ person: { id: string } }>("GET", "/api/session")).body.person.id;
    expect((await place.megan.call("DELETE", `${path}/members/${me}`)).status).toBe(204);
    expect((await place.megan.call("GET", path)).status).toBe(404);
    expect((await place.alex.call<{ items: { id: string }[] }>("GET", "/api/chats")).body.items[0]?.id).toBe(
      chat.body.id,
    );
  });
});

describe("what a change would do", () => {
  test("is counted by version in use, with the organisation's consent, and nothing is stored", async () => {
    const manifest = personalManifest();
    const appId = await upload(manifest);
    await add(place.megan, appId);
    await publish(appId, { ...manifest, ...bot, version: "1.1.0" });
    await add(place.alex, appId);
    await agreeForAll(appId);
    const next = { ...manifest, ...bot, accentColor: "#00FF00", version: "1.2.0" };
    const path = `/api/apps/${appId}/definitions/impact`;
    const quiet = await place.ada.call("POST", path, appPackage(next));
    expect(quiet.body).toMatchObject({ from: "1.1.0", version: "1.2.0", installations: 2, silent: 2, mustAccept: 0 });
    expect(quiet.body.byVersion).toMatchObject([
      { version: "1.1.0", covered: false, reasons: [] },
      { version: "1.0.0", covered: true, reasons: [{ trigger: "bot-added" }] },
    ]);
    await place.ada.call("DELETE", `/api/apps/${appId}/organisation-consent`);
    expect((await place.ada.call("POST", path, appPackage(next))).body).toMatchObject({ silent: 1, mustAccept: 1 });
    const lower = await place.ada.call("POST", path, appPackage({ ...next, version: "1.0.5" }));
    expect([lower.status, lower.body.code]).toEqual([409, "app/version-not-higher"]);
    expect((await place.megan.call("POST", path, appPackage(next))).status).toBe(403);
    expect((await own(place.megan, appId)).update).toMatchObject({ version: "1.1.0" });
    const runs = (await place.megan.call<{ definitionId: string }>("GET", `/api/me/apps/${appId}`)).body.definitionId;
    const changes = await place.megan.call("GET", `/api/apps/${appId}/changes?from=${runs}`, undefined, {
      "Accept-Language": "fr",
    });
    expect(changes.body).toMatchObject({
      from: "1.0.0",
      to: "1.1.0",
      consentRequired: true,
      reasons: [{ message: expect.stringContaining("bot a été ajouté") }],
    });
  });
});
