import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, configuredConnector, contoso, post, tenantId } from "../testing/contoso.ts";
import { connectorManifest } from "../testing/packages.ts";

let place: Contoso;

beforeAll(async () => {
  place = await contoso();
});
afterAll(async () => await place.server.dispose());

interface ConfigurationBody {
  id: string;
  state: string;
  name: string;
  webhookUrl: string;
  settings: Record<string, string>;
  page: { configureUrl: string; removeUrl: string | null; configurationUrl: string; validDomains: string[] };
  configuredBy: string | null;
  code?: string;
}

async function begin(appId: string, person = place.ada): Promise<{ status: number; body: ConfigurationBody }> {
  return await person.call<ConfigurationBody>("POST", `/api/channels/${place.general.id}/connectors`, { appId });
}

describe("a configuration", () => {
  test("has its webhook before it is saved, and the webhook works: pages post their first card from the save handler", async () => {
    const { appId } = await configuredConnector(place);
    const draft = await begin(appId);
    expect(draft.body).toMatchObject({
      state: "draft",
      page: { configureUrl: "https://connector.fabrikam.example/configure" },
    });
    expect((await post(draft.body.webhookUrl, '{"text":"first card"}')).text).toBe("1");
  });

  test("has an address that senders' patterns take", async () => {
    const { webhookUrl } = await configuredConnector(place);
    expect(new URL(webhookUrl).pathname).toMatch(
      /^\/webhookb2\/[A-Za-z0-9-]+@[A-Za-z0-9-]+\/[A-Za-z0-9-]+\/[a-f0-9]{32}\/[A-Za-z0-9-]+$/,
    );
    expect(webhookUrl).toContain(`@${tenantId}/8c1f1d6e-3a0f-4a0e-9c57-2a7f3f1d9b01/`);
  });

  test("reopens the page that it asked for, if that lies on a valid domain", async () => {
    const { appId, configurationId } = await configuredConnector(place);
    const good = "https://connector.fabrikam.example/edit?id=1";
    const path = `/api/connectors/${configurationId}`;
    const saved = await place.ada.call<ConfigurationBody>("PUT", path, {
      settings: { entityId: "1", contentUrl: good, removeUrl: good },
    });
    expect(saved.body.page).toMatchObject({ configureUrl: good, removeUrl: good });
    const evil = await place.ada.call<ConfigurationBody>("PUT", path, {
      settings: { contentUrl: "https://evil.example/", removeUrl: "javascript:alert(1)" },
    });
    expect(evil.body.page).toMatchObject({
      configureUrl: "https://connector.fabrikam.example/configure",
      removeUrl: null,
    });
    expect((await begin(appId)).body.page.configureUrl).toBe("https://connector.fabrikam.example/configure");
  });

  test("is listed in its channel with who configured it, and can be changed by any member", async () => {
    const { configurationId } = await configuredConnector(place);
    const changed = await place.megan.call<ConfigurationBody>("PUT", `/api/connectors/${configurationId}`, {
      settings: { configName: "Failed builds" },
    });
    expect(changed.status).toBe(200);
    const list = await place.ada.call<{ configured: ConfigurationBody[] }>(
      "GET",
      `/api/channels/${place.general.id}/connectors`,
    );
    expect(list.body.configured.find((one) => one.id === configurationId)).toMatchObject({
      name: "Failed builds",
      configuredBy: "Megan Bowen",
    });
  });

  test("is nobody's who is not in the team", async () => {
    const { appId, configurationId } = await configuredConnector(place);
    expect((await begin(appId, place.alex)).status).toBe(404);
    expect((await place.alex.call("GET", `/api/connectors/${configurationId}`)).status).toBe(404);
    expect((await place.alex.call("DELETE", `/api/connectors/${configurationId}`)).status).toBe(404);
  });

  test("needs the app in the team", async () => {
    const elsewhere = await place.ada.call<{ id: string; channels: { id: string }[] }>("POST", "/api/teams", {
      displayName: "Elsewhere",
    });
    const { appId } = await configuredConnector(place);
    const refused = await place.ada.call("POST", `/api/channels/${elsewhere.body.channels[0]?.id}/connectors`, {
      appId,
    });
    expect([refused.status, refused.body.code]).toEqual([404, "installation/not-found"]);
  });

  test("keeps an id that is no GUID out of its address", async () => {
    const manifest = connectorManifest({
      connectors: [
        { connectorId: "my connector!", configurationUrl: "https://connector.fabrikam.example/", scopes: ["team"] },
      ],
    });
    const { webhookUrl } = await configuredConnector(place, manifest);
    expect(webhookUrl).toContain("/IncomingWebhook/");
    expect((await post(webhookUrl, '{"text":"hello"}')).text).toBe("1");
  });
});

describe("the document that hosts its page", () => {
  test("frames the app's hosts and nothing else, for members only", async () => {
    const { configurationId } = await configuredConnector(
      place,
      connectorManifest({ validDomains: ["connector.fabrikam.example", "*.fabrikam.example"] }),
    );
    const path = `/embed/connectors/${configurationId}`;
    const answer = await place.ada.call("GET", path);
    expect(answer.status).toBe(200);
    const policy = answer.headers.get("content-security-policy") ?? "";
    const sources = /frame-src ([^;]*)/.exec(policy)?.[1] ?? "";
    expect(sources).toContain("https://connector.fabrikam.example");
    expect(sources).toContain("*.fabrikam.example");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(sources.split(" ").every((source) => source.endsWith("fabrikam.example"))).toBe(true);
    expect((await place.alex.call("GET", path)).status).toBe(404);
    expect((await fetch(place.server.url + path)).status).toBe(401);
  });
});
