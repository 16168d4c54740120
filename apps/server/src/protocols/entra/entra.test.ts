import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bootstrapFile, contosoFile, tenantId } from "../../testing/contoso.ts";
import { TestPerson, type TestServer, testServer } from "../../testing/test-server.ts";

const clientId = "99999999-9999-4999-8999-999999999999";
const cliId = "88888888-8888-4888-8888-888888888888";
const secret = "s3cret-s3cret";
const appRoles = ["AppCatalog.ReadWrite.All", "TeamsAppInstallation.ReadWriteForTeam.All", "ActivityFeed.Read"];
const file = `${contosoFile}
appRegistrations:
  - { clientId: ${clientId}, displayName: ci, secret: ${secret}, appRoles: [${appRoles.join(", ")}] }
  - { clientId: ${cliId}, displayName: shell, appRoles: [AppCatalog.Submit, User.Read], publicClient: true }
`;
const graph = "https://graph.microsoft.com/.default";

let server: TestServer;
let ada: TestPerson;

beforeAll(async () => {
  server = await testServer({ bootstrap: await bootstrapFile(file) });
  ada = await TestPerson.signedIn(server.url, "ada@contoso.test", "correct-horse-1");
});
afterAll(async () => await server.dispose());

interface TokenAnswer {
  access_token: string;
  token_type: string;
  expires_in: number;
  ext_expires_in: number;
  id_token?: string;
  scope?: string;
  client_info?: string;
  error: string;
  error_description: string;
  error_codes: number[];
  correlation_id: string;
}

async function ask(form: Record<string, string>, tenant = tenantId, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.url}/${tenant}/oauth2/v2.0/token`, {
    method: "POST",
    headers,
    body: new URLSearchParams(form),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as TokenAnswer };
}

const credentials = { grant_type: "client_credentials", client_id: clientId, client_secret: secret, scope: graph };
const signIn = { grant_type: "password", client_id: cliId, username: "megan@contoso.test", scope: graph };

describe("client credentials", () => {
  test("give a token whose claims look like Entra's, checked by the published keys", async () => {
    const { status, body, headers } = await ask(credentials);
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toContain("no-store");
    expect(body).toEqual({
      token_type: "Bearer",
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: expect.any(String),
    });
    const discovered = await fetch(`${server.url}/${tenantId}/v2.0/.well-known/openid-configuration`);
    const { issuer, jwks_uri, token_endpoint } = (await discovered.json()) as Record<string, string>;
    expect(token_endpoint).toBe(`${server.url}/${tenantId}/oauth2/v2.0/token`);
    const { payload } = await jwtVerify(body.access_token, createRemoteJWKSet(new URL(jwks_uri ?? "")), {
      issuer: issuer ?? "",
      audience: "https://graph.microsoft.com",
    });
    expect(payload).toMatchObject({
      tid: tenantId,
      appid: clientId,
      idtyp: "app",
      appidacr: "1",
      app_displayname: "ci",
    });
    expect(payload.roles).toEqual(["AppCatalog.ReadWrite.All", "TeamsAppInstallation.ReadWriteForTeam.All"]);
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3599);
    expect(payload.sub).toBe(payload.oid);
  });

  test("take the domain for the organisation, and basic authentication", async () => {
    expect((await ask(credentials, "contoso.test")).status).toBe(200);
    const basic = Buffer.from(`${clientId}:${encodeURIComponent(secret)}`).toString("base64");
    const { grant_type, scope } = credentials;
    expect((await ask({ grant_type, scope }, tenantId, { Authorization: `Basic ${basic}` })).status).toBe(200);
  });

  test("carry only the roles of the resource asked for", async () => {
    const { body } = await ask({ ...credentials, scope: "https://manage.office.com/.default" });
    expect(decodeJwt(body.access_token)).toMatchObject({
      aud: "https://manage.office.com",
      roles: ["ActivityFeed.Read"],
    });
    const { body: none } = await ask({ ...credentials, scope: "https://outlook.office365.com/.default" });
    expect(decodeJwt(none.access_token).roles).toBe(undefined);
  });

  const { client_secret: _, ...withoutSecret } = credentials;
  const { scope: __, ...withoutScope } = credentials;
  test.each([
    ["a wrong secret", { ...credentials, client_secret: "wrong" }, 401, "invalid_client", 7000215],
    ["no secret", withoutSecret, 401, "invalid_client", 7000216],
    ["an unknown application", { ...credentials, client_id: tenantId }, 400, "unauthorized_client", 700016],
    ["an application that is no id", { ...credentials, client_id: "ci" }, 400, "unauthorized_client", 700016],
    ["no scope", withoutScope, 400, "invalid_request", 900144],
    ["a scope that is not .default", { ...credentials, scope: "User.Read" }, 400, "invalid_scope", 1002012],
    ["an unknown resource", { ...credentials, scope: "https://x.test/.default" }, 400, "invalid_resource", 500011],
    ["an unknown grant", { ...credentials, grant_type: "magic" }, 400, "unsupported_grant_type", 70003],
    [
      "a grant that is a member of every object",
      { ...credentials, grant_type: "toString" },
      400,
      "unsupported_grant_type",
      70003,
    ],
    ["nothing", {}, 400, "invalid_request", 900144],
  ])("refuse %s as Entra does", async (_name, form, status, error, code) => {
    const answer = await ask(form as Record<string, string>, tenantId, { "client-request-id": clientId });
    expect([answer.status, answer.body.error, answer.body.error_codes]).toEqual([status, error, [code]]);
    expect(answer.body.error_description).toMatch(
      new RegExp(`^AADSTS${code}: .*\r\nTrace ID: .*\r\nCorrelation ID: .*\r\nTimestamp: `, "s"),
    );
    expect(answer.body.correlation_id).toBe(clientId);
  });

  test.each(["22222222-2222-4222-8222-222222222222", "fabrikam.test", "common"])(
    "refuse the organisation %s",
    async (tenant) => {
      const { status, body } = await ask(credentials, tenant);
      expect([status, body.error_codes]).toEqual([400, [90002]]);
    },
  );
});

describe("a person's password", () => {
  test("gives a token for the person, with the application's permissions and the person's roles", async () => {
    const { status, body } = await ask({
      ...signIn,
      password: "correct-horse-2",
      scope: `openid profile ${graph}`,
      client_info: "1",
    });
    expect(status).toBe(200);
    expect(decodeJwt(body.access_token)).toMatchObject({
      upn: "megan@contoso.test",
      scp: "AppCatalog.Submit User.Read",
      idtyp: "user",
    });
    expect(decodeJwt(body.id_token ?? "")).toMatchObject({ aud: cliId, preferred_username: "megan@contoso.test" });
    expect(body.scope).toBe("openid profile AppCatalog.Submit User.Read");
    expect(JSON.parse(Buffer.from(body.client_info ?? "", "base64url").toString())).toMatchObject({ utid: tenantId });
  });

  test("finds the organisation by the name's domain", async () => {
    expect((await ask({ ...signIn, password: "correct-horse-2" }, "organizations")).status).toBe(200);
    expect((await ask({ ...signIn, username: "x@nowhere.test", password: "x" }, "common")).body.error_codes).toEqual([
      90002,
    ]);
  });

  test("is refused when wrong, whether or not the name exists", async () => {
    for (const username of ["megan@contoso.test", "nobody@contoso.test"]) {
      const { status, body } = await ask({ ...signIn, username, password: "wrong" });
      expect([status, body.error, body.error_codes]).toEqual([400, "invalid_grant", [50126]]);
    }
  });

  test("is refused for an application that has a secret and does not send it, and for permissions not given", async () => {
    expect((await ask({ ...signIn, client_id: clientId, password: "correct-horse-2" })).body.error_codes).toEqual([
      7000218,
    ]);
    const wanting = {
      ...signIn,
      password: "correct-horse-2",
      scope: "https://graph.microsoft.com/AppCatalog.ReadWrite.All",
    };
    expect((await ask(wanting)).body.error_codes).toEqual([65001]);
  });

  test("cannot be guessed for long", async () => {
    const codes = [];
    for (let attempt = 0; attempt < 11; attempt++)
      codes.push((await ask({ ...signIn, username: "alex@contoso.test", password: "wrong" })).body.error_codes[0]);
    expect(codes.at(-1)).toBe(90055);
  });
});

describe("registrations", () => {
  const register = async (body: object) =>
    await ada.call<{ clientId: string; secrets: { id: string }[] }>("POST", "/api/app-registrations", body);

  test("are made, given a secret that works, rotated without a gap, and deleted", async () => {
    const { status, body } = await register({ displayName: "Jenkins", appRoles: ["AppCatalog.Read.All"] });
    expect([status, body.secrets]).toEqual([201, []]);
    const address = `/api/app-registrations/${body.clientId}`;
    const first = await ada.call<{ id: string; secret: string }>("POST", `${address}/secrets`, {});
    const second = await ada.call<{ id: string; secret: string }>("POST", `${address}/secrets`, {});
    const third = await ada.call("POST", `${address}/secrets`, {});
    expect([third.status, third.body.code]).toEqual([409, "app-registration/too-many-secrets"]);
    const tryWith = async (client_secret: string) =>
      (await ask({ ...credentials, client_id: body.clientId, client_secret })).status;
    expect([await tryWith(first.body.secret), await tryWith(second.body.secret)]).toEqual([200, 200]);
    expect((await ada.call("DELETE", `${address}/secrets/${first.body.id}`)).status).toBe(204);
    expect([await tryWith(first.body.secret), await tryWith(second.body.secret)]).toEqual([401, 200]);
    const shown = await ada.call("GET", address);
    expect(JSON.stringify(shown.body)).not.toContain(second.body.secret);
    expect(shown.body).toMatchObject({ secrets: [{ hint: second.body.secret.slice(0, 3), createdBy: "Ada Admin" }] });
    expect((await ada.call("DELETE", address)).status).toBe(204);
    expect(await tryWith(second.body.secret)).toBe(400);
  });

  test("have secrets that expire", async () => {
    const { body } = await register({ displayName: "Old one" });
    const expiresAt = "2020-01-01T00:00:00Z";
    const made = await ada.call<{ secret: string }>("POST", `/api/app-registrations/${body.clientId}/secrets`, {
      expiresAt,
    });
    const answer = await ask({ ...credentials, client_id: body.clientId, client_secret: made.body.secret });
    expect([answer.status, answer.body.error_codes]).toEqual([401, [7000222]]);
  });

  test("have secrets that cannot be guessed for long", async () => {
    const { body } = await register({ displayName: "Guarded" });
    const statuses = [];
    for (let attempt = 0; attempt < 11; attempt++)
      statuses.push(
        (await ask({ ...credentials, client_id: body.clientId, client_secret: `guess ${attempt}` })).status,
      );
    expect([statuses[0], statuses.at(-1)]).toEqual([401, 429]);
  });

  test("are an administrator's, are found by name, and refuse what does not fit", async () => {
    const megan = await TestPerson.signedIn(server.url, "megan@contoso.test", "correct-horse-2");
    expect((await megan.call("GET", "/api/app-registrations")).status).toBe(403);
    const { body } = await ada.call<{ items: { displayName: string }[] }>("GET", "/api/app-registrations?search=CI");
    expect(body.items.map(({ displayName }) => displayName)).toEqual(["ci"]);
    expect((await register({ clientId, displayName: "again" })).status).toBe(409);
    expect((await register({ displayName: "x", redirectUris: ["not an address"] })).status).toBe(400);
    expect((await ada.call("GET", `/api/app-registrations/${tenantId}`)).status).toBe(404);
  });

  test("of the bootstrap file are applied again without a change", async () => {
    await server.restart();
    ada = await TestPerson.signedIn(server.url, "ada@contoso.test", "correct-horse-1");
    const { body } = await ada.call<{ secrets: object[] }>("GET", `/api/app-registrations/${clientId}`);
    expect(body.secrets).toHaveLength(1);
    expect((await ask(credentials)).status).toBe(200);
  });
});

test("a GET at the token address says what to do", async () => {
  const answer = await fetch(`${server.url}/${tenantId}/oauth2/v2.0/token`);
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
});
