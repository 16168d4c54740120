import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, contoso, post } from "../testing/contoso.ts";
import { png } from "../testing/packages.ts";

let place: Contoso;
let connectorId: string;

const registration = {
  name: "Pulse",
  shortDescription: "Cards for what happens in Pulse",
  detailedDescription: "Posts a card for every incident that opens or closes in Pulse.",
  companyName: "Fabrikam",
  websiteUrl: "https://www.fabrikam.example",
  configurationUrl: "https://pulse.fabrikam.example/teams/configure",
  callbackUrls: ["https://pulse.fabrikam.example/connected", "http://localhost:5000/back?from=parvis"],
};
const callbackUrl = registration.callbackUrls[0] ?? "";

interface Answer {
  readonly code?: string;
  readonly configurationId: string;
  readonly returnUrl: string;
}

beforeAll(async () => {
  place = await contoso();
  const logo = Buffer.from(png(64, () => [200, 30, 30, 255])).toString("base64");
  const made = await place.ada.call<{ connectorId: string }>("POST", "/api/connector-registrations", {
    ...registration,
    logo,
  });
  ({ connectorId } = made.body);
});
afterAll(async () => await place.server.dispose());

const ask = async (request: Record<string, string>, person = place.megan) =>
  await person.call<Answer & { declineUrl: string }>(
    "GET",
    `/api/connector-connections?${new URLSearchParams({ connectorId, callbackUrl, ...request })}`,
  );
const connect = async (request: Record<string, string> = {}, person = place.megan) =>
  await person.call<Answer>("POST", `/api/channels/${place.general.id}/connections`, {
    connectorId,
    callbackUrl,
    ...request,
  });

describe("a link to /connectors/Connect", () => {
  test("goes to the client in one piece, whatever stands in it", async () => {
    const search = "state=00123e5%20&app_id=x&callback_url=https://a.example/?b=1";
    for (const spelling of ["Connect", "connect"]) {
      const answer = await fetch(`${place.server.url}/connectors/${spelling}?${search}`, { redirect: "manual" });
      const to = new URL(answer.headers.get("location") ?? "", place.server.url);
      expect([answer.status, to.origin, to.pathname]).toEqual([302, place.server.url, "/connect"]);
      expect(Buffer.from(to.searchParams.get("request") ?? "", "base64url").toString()).toBe(search);
    }
  });

  test("says who asks, and where to go without a connection", async () => {
    const { status, body } = await ask({ state: "0123" });
    expect(status).toBe(200);
    expect(body).toEqual({
      connector: {
        connectorId,
        name: "Pulse",
        shortDescription: registration.shortDescription,
        companyName: "Fabrikam",
        logo: expect.stringContaining("/logo"),
      },
      site: "pulse.fabrikam.example",
      declineUrl: `${callbackUrl}?state=0123&error=AccessDenied`,
    });
  });

  test("is refused for a callback that the registration does not name, and for connectors nobody registered", async () => {
    for (const asked of [ask, connect]) {
      const elsewhere = await asked({ callbackUrl: "https://evil.example/connected" });
      expect([elsewhere.status, elsewhere.body.code]).toEqual([400, "connection/callback-not-named"]);
      expect(JSON.stringify(elsewhere.body)).not.toContain("evil.example");
      for (const unknown of ["made-up", "01234567-89ab-7def-8123-456789abcdef"]) {
        const nobody = await asked({ connectorId: unknown });
        expect([nobody.status, nobody.body.code]).toEqual([404, "registration/not-found"]);
      }
    }
  });
});

describe("a connection", () => {
  test("gives the site a webhook that posts as the connector", async () => {
    const { status, body } = await connect({ state: "a b&c=d", callbackUrl: registration.callbackUrls[1] ?? "" });
    expect(status).toBe(201);
    const { searchParams, origin } = new URL(body.returnUrl);
    expect(origin).toBe("http://localhost:5000");
    const { webhook_url: webhookUrl = "", ...rest } = Object.fromEntries(searchParams);
    expect(rest).toEqual({
      from: "parvis",
      state: "a b&c=d",
      group_name: "Engineering",
      app_type: "teams",
      user_objectId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(webhookUrl).toContain(`/${connectorId}/`);
    expect(webhookUrl.endsWith(rest.user_objectId ?? "?")).toBe(true);
    expect((await post(webhookUrl, JSON.stringify({ text: "An incident" }))).text).toBe("1");
    const { body: list } = await place.megan.call<{ configured: object[] }>(
      "GET",
      `/api/channels/${place.general.id}/connectors`,
    );
    expect(list.configured).toMatchObject([
      { id: body.configurationId, kind: "incoming", name: "Pulse", configuredBy: "Megan Bowen" },
    ]);
    expect((list.configured[0] as { icon: string }).icon).toMatch(/^\/api\//);
  });

  test("is the app's where the team has it, with its page", async () => {
    const { ada, team } = place;
    const bytes = await fetch(`${place.server.url}/api/connector-registrations/${connectorId}/package`, {
      headers: { cookie: ada.cookie },
    });
    const app = await ada.call<{ id: string }>("POST", "/api/apps", new Uint8Array(await bytes.arrayBuffer()));
    expect(app.status).toBe(201);
    const appId = app.body.id;
    const { body: consent } = await ada.call<{ definitionId: string }>("GET", `/api/apps/${appId}/consent`);
    const without = await connect();
    expect(without.status).toBe(201);
    await ada.call("POST", `/api/teams/${team.id}/installations`, {
      appId,
      consent: { definitionId: consent.definitionId },
    });
    const { body } = await connect();
    const { body: shown } = await ada.call("GET", `/api/connectors/${body.configurationId}`);
    expect(shown).toMatchObject({
      kind: "connector",
      app: { id: appId },
      state: "active",
      page: { configureUrl: registration.configurationUrl },
    });
    await ada.call("PUT", `/api/apps/${appId}/status`, { status: "blocked" });
    expect((await connect()).body.code).toBe("access/app-not-available");
    await ada.call("PUT", `/api/apps/${appId}/status`, { status: "allowed" });
  });

  test("is nobody's who does not see the channel, nor of a member where owners decide, nor of anybody where it is off", async () => {
    const { ada, alex, team } = place;
    expect((await connect({}, alex)).status).toBe(404);
    const path = `/api/teams/${team.id}/connector-switches`;
    await ada.call("PATCH", path, { allowMemberConnectors: false });
    expect((await connect()).body.code).toBe("connector/owners-only");
    expect((await connect({}, ada)).status).toBe(201);
    await ada.call("PATCH", path, { connectorsEnabled: false });
    expect((await connect({}, ada)).body.code).toBe("connector/switched-off");
  });
});
