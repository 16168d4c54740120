import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, configuredConnector, contoso, post } from "../testing/contoso.ts";
import { appPackage, connectorManifest } from "../testing/packages.ts";

let place: Contoso;

beforeAll(async () => {
  place = await contoso();
});
afterAll(async () => await place.server.dispose());

interface InstallationBody {
  id: string;
  version: string;
  update: { version: string; reasons: unknown[] } | null;
  code?: string;
}

async function upload(manifest: object): Promise<string> {
  const { body } = await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
  return body.id;
}

async function consentTo(appId: string): Promise<string> {
  return (await place.ada.call<{ definitionId: string }>("GET", `/api/apps/${appId}/consent`)).body.definitionId;
}

async function install(appId: string, consent: object): Promise<{ status: number; body: InstallationBody }> {
  return await place.ada.call<InstallationBody>("POST", `/api/teams/${place.team.id}/installations`, {
    appId,
    consent,
  });
}

async function running(appId: string): Promise<InstallationBody | undefined> {
  const { body } = await place.ada.call<{ items: (InstallationBody & { app: { id: string } })[] }>(
    "GET",
    `/api/teams/${place.team.id}/installations`,
  );
  return body.items.find((installation) => installation.app.id === appId);
}

const withBot = { bots: [{ botId: "11111111-2222-4333-8444-555555555555", scopes: ["team"] }] };

describe("consent", () => {
  test("is asked for in words: what the app adds and what it may do", async () => {
    const appId = await upload(
      connectorManifest({
        ...withBot,
        webApplicationInfo: { id: "11111111-2222-4333-8444-555555555555", resource: "https://fabrikam.example" },
        authorization: {
          permissions: { resourceSpecific: [{ name: "ChannelMessage.Read.Group", type: "Application" }] },
        },
      }),
    );
    const { body } = await place.ada.call<{
      adds: { kind: string }[];
      permissions: { id: string; kind: string }[];
      mayConsentForOrganisation: boolean;
    }>("GET", `/api/apps/${appId}/consent`);
    expect(body.adds.map((part) => part.kind)).toEqual(expect.arrayContaining(["connector", "bot"]));
    expect(body.permissions).toContainEqual(expect.objectContaining({ kind: "reads" }));
    expect(body.mayConsentForOrganisation).toBe(true);
  });

  test("must be given for the version that was read", async () => {
    const manifest = connectorManifest();
    const appId = await upload(manifest);
    const seen = await consentTo(appId);
    await place.ada.call("POST", `/api/apps/${appId}/definitions`, appPackage({ ...manifest, version: "1.1.0" }));
    const refused = await install(appId, { definitionId: seen });
    expect([refused.status, refused.body.code]).toEqual([409, "installation/consent-required"]);
    expect((await install(appId, { definitionId: await consentTo(appId) })).status).toBe(201);
  });

  test("is required", async () => {
    const refused = await install(await upload(connectorManifest()), {});
    expect([refused.status, refused.body.code]).toEqual([409, "installation/consent-required"]);
  });

  test("on behalf of the organisation is an administrator's, and covers later installations", async () => {
    const appId = await upload(connectorManifest());
    const definitionId = await consentTo(appId);
    await place.ada.call("POST", `/api/teams/${place.team.id}/members`, { upn: "alex@contoso.test", role: "owner" });
    const notHis = await place.alex.call("POST", `/api/teams/${place.team.id}/installations`, {
      appId,
      consent: { definitionId, onBehalfOfOrganisation: true },
    });
    expect([notHis.status, notHis.body.code]).toEqual([403, "access/administrator-only"]);
    expect((await install(appId, { definitionId, onBehalfOfOrganisation: true })).status).toBe(201);
    const other = await place.ada.call<{ id: string }>("POST", "/api/teams", { displayName: "Another team" });
    const silently = await place.ada.call("POST", `/api/teams/${other.body.id}/installations`, { appId });
    expect(silently.status).toBe(201);
    const asked = await place.ada.call<{ organisationConsent: { grantedBy: string } | null }>(
      "GET",
      `/api/apps/${appId}/consent`,
    );
    expect(asked.body.organisationConsent?.grantedBy).toBe("Ada Admin");
  });

  test("for a team is its owner's", async () => {
    const appId = await upload(connectorManifest());
    const refused = await place.megan.call("POST", `/api/teams/${place.team.id}/installations`, {
      appId,
      consent: { definitionId: await consentTo(appId) },
    });
    expect([refused.status, refused.body.code]).toEqual([403, "team/owner-required"]);
  });
});

describe("an installation", () => {
  test("is there once", async () => {
    const appId = await upload(connectorManifest());
    const definitionId = await consentTo(appId);
    const answers = await Promise.all([1, 2].map(async () => await install(appId, { definitionId })));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 409]);
  });

  test("of an app that has nothing for a team is refused", async () => {
    const appId = await upload(
      connectorManifest({
        connectors: undefined,
        staticTabs: [
          {
            entityId: "home",
            name: "Home",
            contentUrl: "https://connector.fabrikam.example/home",
            scopes: ["personal"],
          },
        ],
      }),
    );
    const refused = await install(appId, { definitionId: await consentTo(appId) });
    expect([refused.status, refused.body.code]).toEqual([400, "app/scope-not-supported"]);
  });

  test("moves to a new version by itself when nothing new is asked for", async () => {
    const manifest = connectorManifest();
    const appId = await upload(manifest);
    await install(appId, { definitionId: await consentTo(appId) });
    await place.ada.call(
      "POST",
      `/api/apps/${appId}/definitions`,
      appPackage({ ...manifest, version: "1.0.1", accentColor: "#FF0000" }),
    );
    expect(await running(appId)).toMatchObject({ version: "1.0.1", update: null });
  });

  test("keeps its version until a change that needs consent is accepted, and says why", async () => {
    const manifest = connectorManifest();
    const appId = await upload(manifest);
    await install(appId, { definitionId: await consentTo(appId) });
    await place.ada.call(
      "POST",
      `/api/apps/${appId}/definitions`,
      appPackage({ ...manifest, ...withBot, version: "1.1.0" }),
    );
    const waiting = await running(appId);
    expect(waiting).toMatchObject({ version: "1.0.0", update: { version: "1.1.0" } });
    expect(JSON.stringify(waiting?.update?.reasons)).toContain("bot");
    const path = `/api/teams/${place.team.id}/installations/${waiting?.id}/upgrade`;
    expect((await place.ada.call("POST", path, {})).status).toBe(409);
    const accepted = await place.ada.call<InstallationBody>("POST", path, {
      consent: { definitionId: await consentTo(appId) },
    });
    expect([accepted.status, accepted.body.version, accepted.body.update]).toEqual([200, "1.1.0", null]);
    expect(
      (await place.ada.call("POST", path, { consent: { definitionId: await consentTo(appId) } })).body,
    ).toMatchObject({ code: "installation/up-to-date" });
  });

  test("takes its connectors along when it goes", async () => {
    const connector = await configuredConnector(place);
    expect((await post(connector.webhookUrl, '{"text":"before"}')).text).toBe("1");
    expect(
      (await place.ada.call("DELETE", `/api/teams/${place.team.id}/installations/${connector.installationId}`)).status,
    ).toBe(204);
    const gone = await post(connector.webhookUrl, '{"text":"after"}');
    expect(gone.status).toBe(410);
  });

  test("goes with its app", async () => {
    const connector = await configuredConnector(place);
    expect((await place.ada.call("DELETE", `/api/apps/${connector.appId}`)).status).toBe(204);
    expect(await running(connector.appId)).toBeUndefined();
    expect((await post(connector.webhookUrl, '{"text":"after"}')).status).toBe(410);
  });
});
