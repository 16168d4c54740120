import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Contoso, configuredConnector, contoso, post, tenantId } from "../../testing/contoso.ts";

let place: Contoso;
let webhookUrl: string;
let token: string;

const registered = async (appRoles: string[]) => {
  const { body } = await place.ada.call<{ clientId: string }>("POST", "/api/app-registrations", {
    displayName: appRoles.join(" ") || "none",
    appRoles,
  });
  const made = await place.ada.call<{ secret: string }>("POST", `/api/app-registrations/${body.clientId}/secrets`, {});
  return { client_id: body.clientId, client_secret: made.body.secret };
};

async function tokenFor(
  client: { client_id: string; client_secret: string },
  resource = "https://outlook.office365.com",
) {
  const form = { ...client, grant_type: "client_credentials", scope: `${resource}/.default` };
  const response = await fetch(`${place.server.url}/contoso.test/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams(form),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

beforeAll(async () => {
  place = await contoso();
  ({ webhookUrl } = await configuredConnector(place));
  token = await tokenFor(await registered(["Exchange.ManageAsApp"]));
});
afterAll(async () => await place.server.dispose());

interface Answer {
  value: Record<string, unknown>[];
  "@adminapi.warnings": string[];
  "@odata.context": string;
  "@odata.nextLink"?: string;
  error: { code: string; message: string; details: { message: string; target: string }[] };
}

async function send(body: unknown, { tenant = tenantId, bearer = token, query = "" } = {}) {
  const response = await fetch(`${place.server.url}/adminapi/beta/${tenant}/InvokeCommand${query}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(bearer && { Authorization: `Bearer ${bearer}` }) },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
}

const invoke = async (CmdletName: string, Parameters: object = {}, options: Parameters<typeof send>[1] = {}) =>
  await send({ CmdletInput: { CmdletName, Parameters } }, options);

describe("Set-OrganizationConfig", () => {
  test("switches connectors off and on: webhooks follow, and it is said who did it", async () => {
    const off = await invoke("Set-OrganizationConfig", { ConnectorsEnabled: false });
    expect([off.status, off.body.value]).toEqual([200, []]);
    expect(off.body["@odata.context"]).toMatch(/\/adminapi\/beta\/.*#Collection\(Exchange\.GenericHashTable\)$/);
    expect((await post(webhookUrl, '{"text":"x"}')).text).toContain("HTTP error 403");
    const shown = await place.ada.call<{ switches: { name: string; setBy: string }[] }>(
      "GET",
      "/api/connector-switches",
    );
    expect(shown.body.switches[0]).toMatchObject({ name: "connectorsEnabled", setBy: "Exchange.ManageAsApp" });
    const got = await invoke("get-organizationconfig");
    expect(got.body.value).toMatchObject([
      { ConnectorsEnabled: false, ConnectorsEnabledForTeams: true, Name: "contoso.test" },
    ]);

    await invoke("SET-ORGANIZATIONCONFIG", { connectorsenabled: "$true" });
    expect((await post(webhookUrl, '{"text":"x"}')).text).toBe("1");
  });

  test("warns when there was nothing to change, and with -WhatIf changes nothing", async () => {
    const same = await invoke("Set-OrganizationConfig", { ConnectorsEnabledForYammer: true });
    expect(same.body["@adminapi.warnings"]).toEqual([
      expect.stringContaining("no settings of 'contoso.test' have been modified"),
    ]);
    await invoke("Set-OrganizationConfig", { ConnectorsEnabled: false, WhatIf: true });
    expect((await invoke("Get-OrganizationConfig")).body.value[0]?.ConnectorsEnabled).toBe(true);
  });
});

describe("Set-UnifiedGroup", () => {
  test.each([
    ["its id", () => place.team.id],
    ["its display name", () => "engineering"],
    ["its alias", () => "Engineering"],
    ["its address", () => "Engineering@contoso.test"],
  ])("finds a group by %s", async (_, identity) => {
    expect((await invoke("Set-UnifiedGroup", { Identity: identity(), ConnectorsEnabled: false })).status).toBe(200);
    const { body } = await invoke("Get-UnifiedGroup", { Identity: identity() });
    expect(body.value).toMatchObject([{ ConnectorsEnabled: false, PrimarySmtpAddress: "Engineering@contoso.test" }]);
    expect((await post(webhookUrl, '{"text":"x"}')).text).toContain("HTTP error 403");
    await invoke("Set-UnifiedGroup", { Identity: identity(), ConnectorsEnabled: true });
    expect((await post(webhookUrl, '{"text":"x"}')).text).toBe("1");
  });

  test("says so when a name fits several groups, or none", async () => {
    for (const displayName of ["Twins", "Twins"]) await place.ada.call("POST", "/api/teams", { displayName });
    const several = await invoke("Set-UnifiedGroup", { Identity: "Twins", ConnectorsEnabled: false });
    expect([several.status, several.body.error.details[0]?.message]).toEqual([
      400,
      expect.stringMatching(/ManagementObjectAmbiguousException\|.*matches multiple entries/),
    ]);
    const none = await invoke("Set-UnifiedGroup", { Identity: "Nobody", ConnectorsEnabled: false });
    expect([none.status, none.body.error.code, none.body.error.message]).toEqual([
      404,
      "NotFound",
      "Error executing cmdlet",
    ]);
    expect(none.body.error.details[0]?.message).toContain(
      "Ex6F9304|Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException|The operation couldn't be performed because object 'Nobody' couldn't be found",
    );
  });
});

test("Get-UnifiedGroup lists in pages, as far as ResultSize goes", async () => {
  const names = Array.from({ length: 130 }, (_, index) => `Many ${String(index).padStart(3, "0")}`);
  for (let at = 0; at < names.length; at += 10)
    await Promise.all(
      names.slice(at, at + 10).map(async (displayName) => await place.ada.call("POST", "/api/teams", { displayName })),
    );
  const first = await invoke("Get-UnifiedGroup", { Anr: "Many", ResultSize: "Unlimited" });
  const next = first.body["@odata.nextLink"] ?? "";
  const second = await invoke(
    "Get-UnifiedGroup",
    { Anr: "Many", ResultSize: "Unlimited" },
    { query: new URL(next).search },
  );
  const all = [...first.body.value, ...second.body.value].map(({ DisplayName }) => DisplayName);
  expect(all).toEqual(names);
  expect(second.body["@odata.nextLink"]).toBe(undefined);
  const few = await invoke("Get-UnifiedGroup", { Anr: "Many", ResultSize: 5 });
  expect([few.body.value.length, few.body["@odata.nextLink"]]).toEqual([5, undefined]);
  expect(few.body["@adminapi.warnings"][0]).toContain("increase the value for the ResultSize");
});

describe("who may", () => {
  test.each([
    ["no token", "", 401, "token/required"],
    ["no token of ours", "abc.def.ghi", 401, "token/invalid"],
  ])("%s: %i", async (_name, bearer, status, code) => {
    const answer = await invoke("Get-OrganizationConfig", {}, { bearer });
    expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([
      status,
      expect.stringContaining("Bearer"),
    ]);
    expect(answer.body.error.details[0]?.message).toContain(code);
  });

  test("a token for another resource, without the role, of somebody who is no administrator: refused", async () => {
    const client = await registered(["Exchange.ManageAsApp", "AppCatalog.Read.All"]);
    const forGraph = await tokenFor(client, "https://graph.microsoft.com");
    expect((await invoke("Get-OrganizationConfig", {}, { bearer: forGraph })).status).toBe(401);
    const without = await tokenFor(await registered([]));
    expect((await invoke("Get-OrganizationConfig", {}, { bearer: without })).status).toBe(403);
    const session = async (person: Contoso["ada"]) =>
      (await person.call<{ accessToken: string }>("POST", "/api/session/tokens", { resource: "exchange" })).body
        .accessToken;
    expect((await invoke("Get-OrganizationConfig", {}, { bearer: await session(place.megan) })).status).toBe(403);
    expect((await invoke("Get-OrganizationConfig", {}, { bearer: await session(place.ada) })).status).toBe(200);
  });

  test("permissions taken away and registrations deleted hold at once", async () => {
    const client = await registered(["Exchange.ManageAsApp"]);
    const bearer = await tokenFor(client);
    const address = `/api/app-registrations/${client.client_id}`;
    await place.ada.call("PATCH", address, { appRoles: [] });
    expect((await invoke("Get-OrganizationConfig", {}, { bearer })).status).toBe(403);
    await place.ada.call("PATCH", address, { appRoles: ["Exchange.ManageAsApp"] });
    expect((await invoke("Get-OrganizationConfig", {}, { bearer })).status).toBe(200);
    await place.ada.call("DELETE", address);
    expect((await invoke("Get-OrganizationConfig", {}, { bearer })).status).toBe(401);
  });

  test.each(["fabrikam.test", "22222222-2222-4222-8222-222222222222", "nonsense"])(
    "the unknown organisation %s: 404",
    async (tenant) => {
      const { status, body } = await invoke("Get-OrganizationConfig", {}, { tenant });
      expect([status, body.error.code]).toEqual([404, "NotFound"]);
    },
  );

  test("the organisation's domain stands for its id", async () => {
    expect((await invoke("Get-OrganizationConfig", {}, { tenant: "contoso.test" })).status).toBe(200);
  });
});

describe("what it cannot do is said", () => {
  test.each<[string, unknown, number, RegExp]>([
    [
      "an unknown cmdlet",
      { CmdletInput: { CmdletName: "Get-OrganisationConfig" } },
      404,
      /CommandNotFoundException\|The term 'Get-OrganisationConfig' is not recognized.*Did you mean Get-OrganizationConfig\?/,
    ],
    [
      "an unknown parameter",
      { CmdletInput: { CmdletName: "Set-OrganizationConfig", Parameters: { Connectors: true } } },
      400,
      /ParameterBindingException\|.*'Connectors' is ambiguous/,
    ],
    [
      "a wrong value",
      { CmdletInput: { CmdletName: "Set-OrganizationConfig", Parameters: { ConnectorsEnabled: "off" } } },
      400,
      /Cannot convert value "off"/,
    ],
    [
      "no identity",
      { CmdletInput: { CmdletName: "Set-UnifiedGroup", Parameters: {} } },
      400,
      /missing mandatory parameters: Identity/,
    ],
    [
      "another organisation",
      { CmdletInput: { CmdletName: "Get-OrganizationConfig", Parameters: { Identity: "Fabrikam" } } },
      404,
      /'Fabrikam' couldn't be found/,
    ],
    ["no JSON", "not json", 400, /Expected a body like/],
    ["no cmdlet", {}, 400, /Expected a body like/],
  ])("%s", async (_name, body, status, message) => {
    const answer = await send(body);
    expect([answer.status, answer.body.error.details[0]?.message]).toEqual([status, expect.stringMatching(message)]);
  });
});
