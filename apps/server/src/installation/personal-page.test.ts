import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, contoso } from "../testing/contoso.ts";
import { appPackage, connectorManifest, personalManifest } from "../testing/packages.ts";
import type { TestPerson } from "../testing/test-server.ts";

let place: Contoso;

beforeAll(async () => {
  place = await contoso();
});
afterAll(async () => await place.server.dispose());

interface Answer {
  readonly code: string;
  readonly detail: string;
  readonly contentUrl: string;
  readonly token: string;
}

const host = "connector.fabrikam.example";
const identity = { webApplicationInfo: { id: "2c3caa80-93f9-425e-8b85-0745f50c0d24", resource: `api://${host}` } };
const nobody = "018f0000-0000-7000-8000-000000000001";

async function upload(manifest: object): Promise<string> {
  return (await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest))).body.id;
}

async function add(person: TestPerson, appId: string): Promise<void> {
  const { body } = await person.call<{ definitionId: string }>("GET", `/api/apps/${appId}/consent`);
  const consent = { definitionId: body.definitionId };
  expect((await person.call("POST", "/api/me/apps", { appId, consent })).status).toBe(201);
}

/** Every way to a page of an app: its description, the document that hosts it, the way through Parvis, and the token. */
async function ways(person: TestPerson, appId: string, entityId = "home") {
  const pages = `/api/me/apps/${appId}/pages/${entityId}`;
  const answers = [
    await person.call<Answer>("GET", pages),
    await person.call<Answer>("GET", `/embed/personal/${appId}/${entityId}`),
    await person.call<Answer>("POST", `${pages}/open`, { url: `https://${host}/home` }),
    await person.call<Answer>("POST", `/api/me/apps/${appId}/token`, {}),
  ];
  return answers.map(({ status, body }) => [status, body.code] as const);
}

const all = (status: number, code: string) => Array.from({ length: 4 }, () => [status, code]);

describe("a page of somebody's app", () => {
  test("is described as the manifest has it, in a document that may frame its hosts alone", async () => {
    const appId = await upload(personalManifest(identity));
    await add(place.megan, appId);
    const page = await place.megan.call<Answer>("GET", `/api/me/apps/${appId}/pages/home`);
    expect(page.body).toEqual({ entityId: "home", contentUrl: `https://${host}/home`, validDomains: [host] });
    const document = await place.megan.call("GET", `/embed/personal/${appId}/home`);
    expect(document.status).toBe(200);
    const policy = document.headers.get("content-security-policy") ?? "";
    expect(
      /frame-src ([^;]+)/
        .exec(policy)?.[1]
        ?.split(" ")
        .every((source) => source.endsWith(host)),
    ).toBe(true);
    expect(policy).toContain("frame-ancestors 'self'");
    const token = await place.megan.call<Answer>("POST", `/api/me/apps/${appId}/token`, {});
    const claims = JSON.parse(Buffer.from(token.body.token.split(".")[1] ?? "", "base64url").toString());
    expect(claims).toMatchObject({ aud: identity.webApplicationInfo.id, preferred_username: "megan@contoso.test" });
  });

  test("is not there for who has not added the app, and for unknown apps", async () => {
    const appId = await upload(personalManifest(identity));
    await add(place.megan, appId);
    expect(await ways(place.alex, appId)).toEqual(all(404, "installation/not-found"));
    expect((await ways(place.alex, nobody)).map(([status]) => status)).toEqual([404, 404, 404, 404]);
    expect((await place.megan.call("GET", "/embed/personal/not-an-id/home")).status).toBe(404);
    expect((await place.megan.call("GET", "/api/me/apps/not-an-id/pages/home")).status).toBe(400);
  });

  test("is not there when the version that one runs has no such tab, or none for one person", async () => {
    const manifest = personalManifest();
    const appId = await upload(manifest);
    await add(place.megan, appId);
    for (const entityId of ["tasks", "..%2Fhome", "HOME"]) {
      const answers = await ways(place.megan, appId, entityId);
      expect(answers.slice(0, 3)).toEqual(all(404, "app/no-such-page").slice(0, 3));
    }
    const tabs = [{ entityId: "tasks", name: "Tasks", contentUrl: `https://${host}/tasks`, scopes: ["personal"] }];
    const more = { ...manifest, staticTabs: tabs, version: "1.1.0", bots: [{ botId: nobody, scopes: ["personal"] }] };
    expect((await place.ada.call("POST", `/api/apps/${appId}/definitions`, appPackage(more))).status).toBe(200);
    // The new version waits for consent: until then its tabs are not there.
    const [[tasks], [home]] = [await ways(place.megan, appId, "tasks"), await ways(place.megan, appId)];
    expect([tasks?.[0], home?.[0]]).toEqual([404, 200]);
    const inTeams = await upload(connectorManifest());
    expect((await ways(place.megan, inTeams)).map(([status]) => status)).toEqual([404, 404, 404, 404]);
  });

  test("is refused when the app is blocked, and comes back", async () => {
    const appId = await upload(personalManifest(identity));
    await add(place.megan, appId);
    const set = async (status: string) => await place.ada.call("PUT", `/api/apps/${appId}/status`, { status });
    await set("blocked");
    expect(await ways(place.megan, appId)).toEqual(all(403, "access/app-not-available"));
    await set("allowed");
    expect((await place.megan.call("GET", `/api/me/apps/${appId}/pages/home`)).status).toBe(200);
  });

  test("is refused when what was agreed to was withdrawn", async () => {
    const appId = await upload(personalManifest(identity));
    await add(place.megan, appId);
    expect((await place.megan.call("DELETE", `/api/me/apps/${appId}/consent`)).status).toBe(204);
    const refused = await ways(place.megan, appId);
    expect(new Set(refused.map(([status]) => status))).toEqual(new Set([409]));
  });

  test("gives no token when the manifest has no webApplicationInfo, and no way through Parvis unasked", async () => {
    const appId = await upload(personalManifest());
    await add(place.megan, appId);
    const answers = await ways(place.megan, appId);
    expect(answers[2]).toEqual([409, "embedding/not-switched-on"]);
    expect(answers[3]?.[1]).toBe("app/no-identity");
  });

  test("is shown through Parvis when the app's switch says so, its own hosts alone", async () => {
    const appId = await upload(personalManifest());
    await add(place.megan, appId);
    const mode = await place.ada.call("PUT", `/api/apps/${appId}/embedding`, { mode: "legacy" });
    expect(mode.status).toBe(200);
    const document = await place.megan.call("GET", `/embed/personal/${appId}/home`);
    expect(document.headers.get("content-security-policy")).toMatch(new RegExp(`frame-src \\S+${appId}\\.`));
    const open = async (url: string) =>
      await place.megan.call<{ upstream: string; code: string }>("POST", `/api/me/apps/${appId}/pages/home/open`, {
        url,
      });
    expect((await open(`https://${host}/home`)).body.upstream).toBe(`https://${host}`);
    expect((await open("https://evil.example/")).body.code).toBe("embedding/not-a-page");
  });

  test("is for people who are signed in", async () => {
    const appId = await upload(personalManifest());
    for (const path of [`/api/me/apps/${appId}/pages/home`, `/embed/personal/${appId}/home`])
      expect((await fetch(place.server.url + path)).status).toBe(401);
  });
});
