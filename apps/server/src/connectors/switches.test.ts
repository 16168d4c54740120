import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bootstrapFile, type Contoso, configuredConnector, contoso, contosoFile, post } from "../testing/contoso.ts";
import { appPackage, connectorManifest } from "../testing/packages.ts";
import { TestPerson, testServer } from "../testing/test-server.ts";

let place: Contoso;
let connector: Awaited<ReturnType<typeof configuredConnector>>;

beforeAll(async () => {
  place = await contoso();
  connector = await configuredConnector(place);
});
afterAll(async () => await place.server.dispose());

const settings = { entityId: "all", configName: "All builds" };
const begin = async (person: TestPerson) =>
  await person.call("POST", `/api/channels/${place.general.id}/connectors`, { appId: connector.appId });
const save = async (person: TestPerson) =>
  await person.call("PUT", `/api/connectors/${connector.configurationId}`, { settings });
const organisation = async (change: object) =>
  expect((await place.ada.call("PATCH", "/api/settings", change)).status).toBe(200);
const team = async (change: object, person = place.ada) =>
  await person.call("PATCH", `/api/teams/${place.team.id}/connector-switches`, change);

test.each(["connectorsEnabled", "connectorsEnabledForTeams"])(
  "%s off: configuring is refused with the reason and webhooks answer 403; on again everything works",
  async (name) => {
    await organisation({ [name]: false });
    const reason = name === "connectorsEnabled" ? "organisation-off" : "workload-off";
    for (const answer of [await begin(place.megan), await save(place.ada)]) {
      expect([answer.status, answer.body.code]).toEqual([403, "connector/switched-off"]);
      expect(answer.body).toMatchObject({ reason, setting: name, scope: "organisation", setAt: expect.any(String) });
    }
    const posted = await post(connector.webhookUrl, '{"text":"nobody hears"}');
    expect(posted.status).toBe(200);
    expect(posted.text).toContain("Microsoft Teams endpoint returned HTTP error 403");
    const shown = await place.megan.call("GET", `/api/teams/${place.team.id}/connector-switches`);
    expect(shown.body.refusal).toMatchObject({ reason, setBy: "Ada Admin" });

    await organisation({ [name]: true });
    expect((await begin(place.megan)).status).toBe(201);
    expect((await save(place.ada)).status).toBe(200);
    expect((await post(connector.webhookUrl, '{"text":"back"}')).text).toBe("1");
  },
);

test("the organisation's switch wins: a team that is on does not help, one that is off stays off", async () => {
  await organisation({ connectorsEnabled: false });
  expect((await team({ connectorsEnabled: true })).status).toBe(200);
  expect((await begin(place.ada)).body).toMatchObject({ reason: "organisation-off" });
  await organisation({ connectorsEnabled: true });
  expect((await team({ connectorsEnabled: false })).status).toBe(200);
  expect((await begin(place.ada)).body).toMatchObject({ reason: "team-off", scope: "team" });
  expect((await post(connector.webhookUrl, '{"text":"x"}')).text).toContain("HTTP error 403");
  await team({ connectorsEnabled: true });
  expect((await post(connector.webhookUrl, '{"text":"x"}')).text).toBe("1");
});

test("where only owners manage connectors, members are refused and posts go on", async () => {
  expect((await team({ allowMemberConnectors: false })).body).toMatchObject({
    allowMemberConnectors: { value: false, setBy: "Ada Admin", setAt: expect.any(String) },
  });
  const refused = await begin(place.megan);
  expect([refused.status, refused.body.code]).toEqual([403, "connector/owners-only"]);
  expect((await place.megan.call("DELETE", `/api/connectors/${connector.configurationId}`)).status).toBe(403);
  expect((await begin(place.ada)).status).toBe(201);
  expect((await post(connector.webhookUrl, '{"text":"x"}')).text).toBe("1");
  await team({ allowMemberConnectors: true });
  expect((await begin(place.megan)).status).toBe(201);
});

describe("who may change them", () => {
  test("members may not change a team's switches, strangers do not see them", async () => {
    expect((await team({ allowMemberConnectors: false }, place.megan)).body.code).toBe("team/owner-required");
    expect((await team({ allowMemberConnectors: false }, place.alex)).status).toBe(404);
    expect((await place.megan.call("GET", "/api/connector-switches")).status).toBe(403);
  });

  test("an owner decides about members, an administrator about the team", async () => {
    await place.ada.call("POST", `/api/teams/${place.team.id}/members`, { upn: "alex@contoso.test", role: "owner" });
    expect((await team({ allowMemberConnectors: false }, place.alex)).status).toBe(200);
    expect((await team({ connectorsEnabled: false }, place.alex)).body.code).toBe("access/administrator-only");
    expect((await team({ allowMemberConnectors: true }, place.alex)).body).toMatchObject({
      mayChange: { connectorsEnabled: false, allowMemberConnectors: true },
    });
  });
});

test("the organisation's switches say who set them, and how much they concern", async () => {
  await organisation({ connectorsActionableMessagesEnabled: false });
  const { body } = await place.ada.call<{ switches: { name: string; value: boolean; setBy: string | null }[] }>(
    "GET",
    "/api/connector-switches",
  );
  expect(body).toMatchObject({ cloud: "worldwide", customConnectors: true, inUse: { webhooks: 1, teams: 1 } });
  expect(body.switches.find(({ name }) => name === "connectorsActionableMessagesEnabled")).toMatchObject({
    value: false,
    setBy: "Ada Admin",
  });
  expect(body.switches.find(({ name }) => name === "connectorsEnabledForYammer")).toMatchObject({
    value: true,
    setBy: null,
  });
  await organisation({ connectorsActionableMessagesEnabled: true });
});

test("in GCC connectors start switched off, and then only the incoming webhook's id is taken", async () => {
  const server = await testServer({
    bootstrap: await bootstrapFile(contosoFile.replace("cloud: worldwide", "cloud: gcc")),
  });
  try {
    const ada = await TestPerson.signedIn(server.url, "ada@contoso.test", "correct-horse-1");
    const { body: teams } = await ada.call<{ items: { id: string; channels: { id: string }[] }[] }>(
      "GET",
      "/api/teams",
    );
    const [here] = teams.items;
    const beginWith = async (connectorId: string) => {
      const manifest = connectorManifest({
        connectors: [{ connectorId, configurationUrl: "https://builds.example/configure", scopes: ["team"] }],
      });
      const { body: app } = await ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
      const { body: asked } = await ada.call<{ definitionId: string }>("GET", `/api/apps/${app.id}/consent`);
      const consent = { definitionId: asked.definitionId };
      await ada.call("POST", `/api/teams/${here?.id}/installations`, { appId: app.id, consent });
      return async () => await ada.call("POST", `/api/channels/${here?.channels[0]?.id}/connectors`, { appId: app.id });
    };
    const custom = await beginWith("8c1f1d6e-0000-4000-8000-000000000001");
    const incoming = await beginWith("203a1e2c-26cc-47ca-83ae-be98f960b6b2");
    expect((await incoming()).body).toMatchObject({
      code: "connector/switched-off",
      reason: "organisation-off",
      setBy: null,
    });

    await ada.call("PATCH", "/api/settings", { connectorsEnabled: true });
    expect((await incoming()).status).toBe(201);
    expect((await custom()).body).toMatchObject({ code: "connector/not-in-this-cloud" });
  } finally {
    await server.dispose();
  }
});
