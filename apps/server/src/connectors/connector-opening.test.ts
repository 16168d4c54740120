import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, configuredConnector, contoso, tenantId } from "../testing/contoso.ts";
import { appPackage, connectorManifest } from "../testing/packages.ts";

let place: Contoso;

beforeAll(async () => {
  place = await contoso();
});
afterAll(async () => await place.server.dispose());

interface TokenBody {
  readonly token: string;
  readonly code?: string;
  readonly detail?: string;
}

const identity = { id: "2c3caa80-93f9-425e-8b85-0745f50c0d24", resource: "api://connector.fabrikam.example/2c3caa80" };

async function ask(configurationId: string, person = place.megan) {
  return await person.call<TokenBody>("POST", `/api/connectors/${configurationId}/token`, {});
}

describe("a token for an app's page", () => {
  test("is shaped as Entra's, for the app's own registration, and verifies by the published keys", async () => {
    const { configurationId } = await configuredConnector(place, connectorManifest({ webApplicationInfo: identity }));
    const { status, body } = await ask(configurationId);
    expect(status).toBe(201);
    const { url } = place.server;
    const keys = (await (await fetch(`${url}/${tenantId}/discovery/v2.0/keys`)).json()) as JSONWebKeySet;
    const { payload } = await jwtVerify(body.token, createLocalJWKSet(keys), {
      issuer: `${url}/${tenantId}/v2.0`,
      audience: identity.id,
    });
    expect(payload).toMatchObject({
      tid: tenantId,
      upn: "megan@contoso.test",
      preferred_username: "megan@contoso.test",
      name: "Megan Bowen",
      scp: "access_as_user",
      azp: "5e3ce6c0-2b1f-4285-8d4b-75ee78787346",
      ver: "2.0",
      oid: payload.sub,
    });
    // It opens nothing of Parvis.
    const asBearer = await fetch(`${url}/api/session`, { headers: { Authorization: `Bearer ${body.token}` } });
    expect(asBearer.status).toBe(401);
  });

  test("is only for apps that ask for it, as the team has agreed to them", async () => {
    const manifest = connectorManifest();
    const { appId, configurationId } = await configuredConnector(place, manifest);
    const refused = await ask(configurationId);
    expect([refused.status, refused.body.code]).toEqual([409, "app/no-identity"]);
    const next = { ...manifest, version: "1.1.0", webApplicationInfo: identity };
    const updated = await place.ada.call("POST", `/api/apps/${appId}/definitions`, appPackage(next));
    expect(updated.status).toBeLessThan(300);
    expect((await ask(configurationId)).body.code).toBe("app/no-identity");
  });

  test("is never one for an API of Microsoft's that Parvis answers", async () => {
    const graph = { id: "00000003-0000-0000-c000-000000000000", resource: "https://graph.microsoft.com" };
    const { configurationId } = await configuredConnector(place, connectorManifest({ webApplicationInfo: graph }));
    expect((await ask(configurationId)).body.code).toBe("app/no-identity");
  });

  test("is nobody's who does not see the channel, nor of a blocked app", async () => {
    const manifest = connectorManifest({ webApplicationInfo: identity });
    const { appId, configurationId } = await configuredConnector(place, manifest);
    expect((await ask(configurationId, place.alex)).status).toBe(404);
    await place.ada.call("PUT", `/api/apps/${appId}/status`, { status: "blocked" });
    expect((await ask(configurationId)).body.code).toBe("access/app-not-available");
  });
});
