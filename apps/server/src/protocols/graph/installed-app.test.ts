import { Client } from "@microsoft/microsoft-graph-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, contoso, contosoFile } from "../../testing/contoso.ts";
import { appPackage, connectorManifest, personalManifest } from "../../testing/packages.ts";
import { accessToken } from "../../testing/tokens.ts";

const botId = "11111111-2222-4333-8444-555555555555";
const clients = {
  all: "99999999-9999-4999-8999-999999999991",
  plain: "99999999-9999-4999-8999-999999999992",
  /** The application that the self app belongs to. */
  self: botId,
  reader: "99999999-9999-4999-8999-999999999994",
};
const names = ["User", "Team", "Chat"];
const roles = (way: string) => names.map((name) => `TeamsAppInstallation.${way}For${name}.All`).join(", ");
const file = `${contosoFile}
appRegistrations:
  - { clientId: ${clients.all}, displayName: all, secret: s3cret-s3cret, appRoles: [${roles("ReadWriteAndConsent")}] }
  - { clientId: ${clients.plain}, displayName: plain, secret: s3cret-s3cret, appRoles: [${roles("ReadWrite")}] }
  - { clientId: ${clients.self}, displayName: self, secret: s3cret-s3cret, appRoles: [${roles("ReadWriteAndConsentSelf")}] }
  - { clientId: ${clients.reader}, displayName: reader, secret: s3cret-s3cret, appRoles: [${roles("Read")}] }
`;

let place: Contoso;
const tokens = { all: "", plain: "", self: "", reader: "" };

beforeAll(async () => {
  place = await contoso({ file });
  for (const name of ["all", "plain", "self", "reader"] as const)
    tokens[name] = await accessToken(place.server.url, clients[name], "s3cret-s3cret");
});
afterAll(async () => await place.server.dispose());

interface Installed {
  id: string;
  teamsApp?: { id: string; externalId: string | null; displayName: string; distributionMethod: string };
  teamsAppDefinition?: { version: string; bot?: { id: string } };
  consentedPermissionSet?: {
    resourceSpecificPermissions: { permissionValue: string; permissionType: string }[];
  } | null;
}
interface Answer {
  value: Installed[];
  id: string;
  error: { code: string; message: string };
  "@odata.context": string;
  "@odata.count": number;
  consentedPermissionSet?: Installed["consentedPermissionSet"];
}

async function graph<Body = Answer>(
  method: string,
  path: string,
  body?: object,
  as: keyof typeof tokens | { token: string } = "all",
) {
  const token = typeof as === "string" ? tokens[as] : as.token;
  const response = await fetch(place.server.url + path, {
    method,
    headers: { Authorization: `Bearer ${token}` },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, text, body: (text === "" ? {} : JSON.parse(text)) as Body };
}

async function upload(manifest: object = connectorManifest()): Promise<string> {
  const { body } = await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
  return body.id;
}

const bind = (appId: string, consented?: readonly (readonly [string, string])[]) => ({
  "teamsApp@odata.bind": `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${appId}`,
  ...(consented === undefined
    ? {}
    : {
        consentedPermissionSet: {
          resourceSpecificPermissions: consented.map(([permissionValue, permissionType]) => ({
            permissionValue,
            permissionType,
          })),
        },
      }),
});
const asking = (...permissions: (readonly [string, string])[]) => ({
  webApplicationInfo: { id: botId, resource: "https://fabrikam.example" },
  authorization: { permissions: { resourceSpecific: permissions.map(([name, type]) => ({ name, type })) } },
});
const teamApps = () => `/v1.0/teams/${place.team.id}/installedApps`;
const wireId = (owner: string, appId: string) => Buffer.from(`${owner}##${appId}`).toString("base64");

describe("a team's apps", () => {
  test("are added, listed, expanded, filtered, upgraded and removed", async () => {
    const manifest = connectorManifest({ name: { short: "Wire", full: "Wire" } });
    const appId = await upload(manifest);
    const added = await graph("POST", teamApps(), bind(appId));
    expect([added.status, added.text]).toEqual([201, ""]);
    const id = wireId(place.team.id, appId);
    expect(decodeURIComponent(added.headers.get("location") ?? "")).toMatch(new RegExp(`/installedApps/${id}$`));
    expect((await graph("POST", teamApps(), bind(appId))).status).toBe(409);

    const bare = await graph("GET", teamApps());
    expect(bare.body.value).toEqual([{ id }]);
    expect(bare.body["@odata.count"]).toBe(1);
    expect(bare.body["@odata.context"]).toContain(`/v1.0/$metadata#teams('${place.team.id}')/installedApps`);
    const expanded = await graph("GET", `${teamApps()}?$expand=teamsAppDefinition($expand=bot),teamsApp`);
    expect(expanded.body.value[0]).toMatchObject({
      teamsApp: { id: appId, externalId: manifest.id, displayName: "Wire", distributionMethod: "organization" },
      teamsAppDefinition: { version: "1.0.0", bot: null },
    });
    const filter = async (text: string) =>
      (await graph("GET", `${teamApps()}?$filter=${encodeURIComponent(text)}`)).body.value.length;
    expect(await filter(`teamsApp/externalId eq '${manifest.id}'`)).toBe(1);
    expect(await filter("teamsAppDefinition/displayName eq 'Other'")).toBe(0);

    const next = { ...manifest, bots: [{ botId, scopes: ["team"] }], version: "1.1.0" };
    await place.ada.call("POST", `/api/apps/${appId}/definitions`, appPackage(next));
    const version = async () =>
      (await graph("GET", `${teamApps()}/${id}?$expand=teamsAppDefinition`)).text.match(/"version":"([^"]+)"/)?.[1];
    expect(await version()).toBe("1.0.0");
    expect((await graph("POST", `${teamApps()}/${id}/upgrade`)).status).toBe(204);
    expect(await version()).toBe("1.1.0");
    expect((await graph("POST", `${teamApps()}/${id}/upgrade`, {})).status).toBe(204);
    expect((await graph("DELETE", `${teamApps()}/${id.replace(/=+$/, "")}`)).status).toBe(204);
    expect((await graph("DELETE", `${teamApps()}/${id}`)).status).toBe(404);
  });

  test("refuse what cannot be", async () => {
    const personal = await upload(personalManifest());
    const unknown = "018f0000-0000-7000-8000-000000000001";
    const cases: [string, string, object | undefined, number, string][] = [
      ["POST", teamApps(), bind(personal), 400, "BadRequest"],
      ["POST", teamApps(), bind(unknown), 400, "BadRequest"],
      ["POST", teamApps(), { "teamsApp@odata.bind": "x" }, 400, "BadRequest"],
      ["POST", teamApps(), undefined, 400, "BadRequest"],
      ["GET", `/v1.0/teams/${unknown}/installedApps`, undefined, 404, "NotFound"],
      ["GET", "/v1.0/teams/nonsense/installedApps", undefined, 404, "NotFound"],
      ["GET", `${teamApps()}/${wireId(unknown, personal)}`, undefined, 404, "NotFound"],
      ["GET", `${teamApps()}/${personal}`, undefined, 404, "NotFound"],
      ["GET", `${teamApps()}?$filter=teamsApp/id`, undefined, 400, "BadRequest"],
      ["GET", `/v1.0/users/nobody@contoso.test/teamwork/installedApps`, undefined, 404, "NotFound"],
    ];
    for (const [method, path, body, status, code] of cases) {
      const answer = await graph(method, path, body);
      expect([path, answer.status, answer.body.error.code]).toEqual([path, status, code]);
    }
    await place.ada.call("PUT", `/api/apps/${personal}/status`, { status: "blocked" });
    const blocked = await graph("POST", "/v1.0/users/megan@contoso.test/teamwork/installedApps", bind(personal));
    expect(blocked.status).toBe(403);
  });
});

describe("resource-specific consent", () => {
  test("must match what the definition asks for, and gives grants that go with the app", async () => {
    const read = ["ChannelMessage.Read.Group", "Application"] as const;
    const tab = ["TeamsTab.Create.Group", "Delegated"] as const;
    const manifest = connectorManifest(asking(read, tab));
    const appId = await upload(manifest);
    expect((await graph("POST", teamApps(), bind(appId))).status).toBe(400);
    const partly = await graph("POST", teamApps(), bind(appId, [read]));
    expect([partly.status, partly.body.error.message]).toEqual([400, expect.stringContaining("TeamsTab.Create.Group")]);
    expect((await graph("POST", teamApps(), bind(appId, [read, tab]), "plain")).status).toBe(403);
    const lowered = [tab, read].map(([name, type]) => [name, type.toLowerCase()] as const);
    expect((await graph("POST", teamApps(), bind(appId, lowered))).status).toBe(201);

    const id = wireId(place.team.id, appId);
    const plain = await graph("GET", `${teamApps()}/${id}`);
    expect(plain.body).not.toHaveProperty("consentedPermissionSet");
    const chosen = await graph("GET", `${teamApps()}/${id}?$select=consentedPermissionSet,id`);
    expect(chosen.body.consentedPermissionSet?.resourceSpecificPermissions).toEqual(
      expect.arrayContaining([{ permissionValue: "ChannelMessage.Read.Group", permissionType: "application" }]),
    );

    interface Grants {
      value: { id: string; clientAppId: string; permission: string; permissionType: string }[];
    }
    const grants = async (segment = "teams") =>
      (await graph<Grants>("GET", `/v1.0/${segment}/${place.team.id}/permissionGrants`, undefined, "reader")).body
        .value;
    const [first] = await grants();
    expect(first).toMatchObject({
      clientAppId: botId,
      permission: "ChannelMessage.Read.Group",
      permissionType: "Application",
    });
    expect(Buffer.from(first?.id ?? "", "base64").toString()).toBe(`${botId}##ChannelMessage.Read.Group##Application`);
    expect((await grants("groups")).length).toBe(2);
    expect((await graph("GET", `/v1.0/teams/${place.team.id}/permissionGrants?$top=1`)).status).toBe(400);

    // A version that asks for more revokes nothing; what it asks for is granted when it is accepted.
    const wider = ["TeamMember.Read.Group", "Application"] as const;
    const next = { ...manifest, ...asking(read, tab, wider), version: "1.1.0" };
    await place.ada.call("POST", `/api/apps/${appId}/definitions`, appPackage(next));
    expect((await grants()).map(({ permission }) => permission).toSorted()).toEqual([read[0], tab[0]]);
    await graph("DELETE", `${teamApps()}/${id}`);
    expect(await grants()).toEqual([]);
  });

  test("may be left out where only delegated permissions are asked for", async () => {
    const appId = await upload(connectorManifest(asking(["TeamsTab.Create.Group", "Delegated"])));
    expect((await graph("POST", teamApps(), bind(appId))).status).toBe(201);
    await graph("DELETE", `${teamApps()}/${wireId(place.team.id, appId)}`);
  });

  test("a Self permission reaches the app of the calling application alone", async () => {
    const [own, other] = [await upload(connectorManifest(asking())), await upload()];
    expect((await graph("POST", teamApps(), bind(other), "self")).status).toBe(403);
    expect((await graph("POST", teamApps(), bind(own), "self")).status).toBe(201);
    await graph("POST", teamApps(), bind(other));
    expect((await graph("GET", teamApps(), undefined, "self")).body.value).toEqual([
      { id: wireId(place.team.id, own) },
    ]);
    expect((await graph("DELETE", `${teamApps()}/${wireId(place.team.id, other)}`, undefined, "self")).status).toBe(
      403,
    );
    expect((await graph("POST", teamApps(), bind(own), "reader")).status).toBe(403);
  });
});

describe("people's and chats' apps", () => {
  test("of a person include what a policy gives, which cannot be removed", async () => {
    const appId = await upload(personalManifest());
    const global = "00000000-0000-4000-8000-000000000001";
    const content = {
      allowSideLoading: true,
      allowUserPinning: true,
      pinnedAppBarApps: [],
      pinnedMessageBarApps: [],
      appPresetList: [appId],
    };
    await place.ada.call("PATCH", `/api/policies/setup/${global}`, { content });
    const path = "/v1.0/users/megan@contoso.test/teamwork/installedApps";
    const listed = await graph("GET", `${path}?$expand=teamsApp&$filter=teamsApp/id eq '${appId}'`);
    expect(listed.body.value[0]?.teamsApp?.id).toBe(appId);
    const id = listed.body.value[0]?.id ?? "";
    expect((await graph("POST", `${path}/${id}/upgrade`)).status).toBe(204);
    expect((await graph("DELETE", `${path}/${id}`)).status).toBe(403);
    await place.ada.call("PATCH", `/api/policies/setup/${global}`, { content: { ...content, appPresetList: [] } });
    expect((await graph("GET", `${path}/${id}`)).status).toBe(404);
  });

  test("of a chat are reached by its id on the wire", async () => {
    const chat = await place.megan.call<{ id: string }>("POST", "/api/chats", { members: ["alex@contoso.test"] });
    const wire = `19:${chat.body.id.replaceAll("-", "")}@thread.v2`;
    const appId = await upload(connectorManifest({ connectors: undefined, bots: [{ botId, scopes: ["groupchat"] }] }));
    const path = `/beta/chats/${encodeURIComponent(wire)}/installedApps`;
    expect((await graph("POST", path, bind(appId))).status).toBe(201);
    const { body } = await graph("GET", `${path}?$expand=teamsAppDefinition($expand=bot)`);
    expect(body.value[0]).toMatchObject({ id: wireId(wire, appId), teamsAppDefinition: { bot: { id: botId } } });
    expect((await graph("DELETE", `${path}/${body.value[0]?.id}`)).status).toBe(204);
  });

  test("a person acts as they may in the client, with Microsoft's own library", async () => {
    const appId = await upload(personalManifest());
    const { body } = await place.megan.call<{ accessToken: string }>("POST", "/api/session/tokens", {
      resource: "graph",
    });
    // The library sends its token over HTTPS alone (contracts.md A.9); here it is put in by hand.
    const client = Client.initWithMiddleware({
      baseUrl: place.server.url,
      middleware: {
        execute: async (context) => {
          const headers = { ...(context.options?.headers as object), Authorization: `Bearer ${body.accessToken}` };
          context.response = await fetch(String(context.request), { ...context.options, headers } as RequestInit);
        },
      },
    });
    await client.api("/me/teamwork/installedApps").post(bind(appId));
    const page = await client.api("/me/teamwork/installedApps").expand("teamsApp").get();
    expect(page.value.map((one: Installed) => one.teamsApp?.id)).toContain(appId);
    const [{ id }] = page.value;
    await client.api(`/me/teamwork/installedApps/${id}`).delete();
    await expect(client.api(`/teams/${place.team.id}/installedApps`).post(bind(appId))).rejects.toMatchObject({
      statusCode: 403,
      code: "Forbidden",
    });
    await expect(client.api("/users/ada@contoso.test/teamwork/installedApps").get()).rejects.toMatchObject({
      statusCode: 403,
    });
  });
});

describe("teamsAppSettings", () => {
  test("are read and changed by administrators, Booleans also as texts; no application by itself may", async () => {
    const { body } = await place.ada.call<{ accessToken: string }>("POST", "/api/session/tokens", {
      resource: "graph",
    });
    const ada = { token: body.accessToken };
    const path = "/v1.0/teamwork/teamsAppSettings";
    expect((await graph("GET", path)).status).toBe(403);
    const sample = {
      "@odata.type": "#microsoft.graph.teamsAppSettings",
      isUserPersonalScopeResourceSpecificConsentEnabled: "false",
    };
    expect((await graph("PATCH", path, sample, ada)).status).toBe(204);
    expect((await graph("GET", path, undefined, ada)).body).toMatchObject({
      allowUserRequestsForAppAccess: true,
      isUserPersonalScopeResourceSpecificConsentEnabled: false,
    });
    expect((await graph("GET", "/beta/teamwork/teamsAppSettings", undefined, ada)).body).toHaveProperty(
      "isChatResourceSpecificConsentEnabled",
      true,
    );
    expect((await graph("PATCH", path, { allowUserRequestsForAppAccess: "maybe" }, ada)).status).toBe(400);
  });
});
