import { Client } from "@microsoft/microsoft-graph-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../platform/identifiers.ts";
import { type Contoso, contoso, contosoFile, tenantId } from "../../testing/contoso.ts";
import { accessToken } from "../../testing/tokens.ts";

const clients = {
  reader: "99999999-9999-4999-8999-999999999991",
  other: "99999999-9999-4999-8999-999999999992",
  shell: "99999999-9999-4999-8999-999999999993",
  basic: "99999999-9999-4999-8999-999999999994",
};
const file = `${contosoFile}
appRegistrations:
  - { clientId: ${clients.reader}, displayName: reader, secret: s3cret-s3cret, appRoles: [User.Read.All] }
  - { clientId: ${clients.other}, displayName: other, secret: s3cret-s3cret, appRoles: [User.Read, AppCatalog.Read.All] }
  - { clientId: ${clients.shell}, displayName: shell, publicClient: true, appRoles: [User.Read] }
  - { clientId: ${clients.basic}, displayName: basic, publicClient: true, appRoles: [User.ReadBasic.All] }
`;

let place: Contoso;
const tokens = { reader: "", other: "", shell: "", basic: "" };
let megan: string;

/** A token for Megan, as a command line gets one. */
async function forMegan(clientId: string): Promise<string> {
  const response = await fetch(`${place.server.url}/${tenantId}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "password",
      client_id: clientId,
      username: "megan@contoso.test",
      password: "correct-horse-2",
      scope: "https://graph.microsoft.com/.default",
    }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

beforeAll(async () => {
  place = await contoso({ file });
  const { items } = (await place.ada.call<{ items: { id: string; upn: string }[] }>("GET", "/api/people")).body;
  megan = items.find(({ upn }) => upn.startsWith("megan"))?.id ?? "";
  for (const name of ["reader", "other"] as const)
    tokens[name] = await accessToken(place.server.url, clients[name], "s3cret-s3cret");
  for (const name of ["shell", "basic"] as const) tokens[name] = await forMegan(clients[name]);
});
afterAll(async () => await place.server.dispose());

interface User {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly "@odata.context": string;
  readonly error: { readonly code: string; readonly message: string };
}

async function get(path: string, token = tokens.reader) {
  const response = await fetch(place.server.url + path, { headers: { Authorization: `Bearer ${token}` } });
  return { status: response.status, headers: response.headers, body: (await response.json()) as User };
}

describe("users in Graph", () => {
  test("are found by id and by sign-in name, in any case, with Graph's properties", async () => {
    const { status, headers, body } = await get(`/v1.0/users/${megan}`);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toContain("odata.metadata=minimal");
    expect(body).toEqual({
      "@odata.context": `${place.server.url}/v1.0/$metadata#users/$entity`,
      businessPhones: [],
      displayName: "Megan Bowen",
      givenName: null,
      jobTitle: null,
      mail: "megan@contoso.test",
      mobilePhone: null,
      officeLocation: null,
      preferredLanguage: null,
      surname: null,
      userPrincipalName: "megan@contoso.test",
      id: megan,
    });
    expect((await get(`/beta/users/${megan.toUpperCase()}`)).body.id).toBe(megan);
    expect((await get("/v1.0/users/Megan@Contoso.TEST")).body.id).toBe(megan);
    expect((await get("/v1.0/users/megan%40contoso.test")).body.id).toBe(megan);
  });

  test("show what is selected, and nothing else", async () => {
    expect((await get(`/v1.0/users/${megan}?$select=userPrincipalName`)).body).toEqual({
      "@odata.context": `${place.server.url}/v1.0/$metadata#users(userPrincipalName)/$entity`,
      userPrincipalName: "megan@contoso.test",
    });
    const { body } = await get("/v1.0/me?$select=id,displayName,UserPrincipalName", tokens.shell);
    expect(body).toEqual({
      "@odata.context": `${place.server.url}/v1.0/$metadata#users(displayName,userPrincipalName,id)/$entity`,
      id: megan,
      displayName: "Megan Bowen",
      userPrincipalName: "megan@contoso.test",
    });
  });

  test("answer Microsoft's own client", async () => {
    // The library sends its token over HTTPS alone; here it is put in by hand.
    const client = Client.initWithMiddleware({
      baseUrl: place.server.url,
      middleware: {
        execute: async (context) => {
          const headers = { ...(context.options?.headers as object), Authorization: `Bearer ${tokens.shell}` };
          context.response = await fetch(String(context.request), { ...context.options, headers } as RequestInit);
        },
      },
    });
    expect(await client.api("/me").get()).toMatchObject({ id: megan });
    const selection = await client.api("/users/megan@contoso.test").select(["id", "displayName"]).get();
    expect(selection).toMatchObject({ id: megan, displayName: "Megan Bowen" });
    const gone = client.api(`/users/${newId()}`).get();
    await expect(gone).rejects.toMatchObject({ statusCode: 403, code: "Authorization_RequestDenied" });
  });

  test.each([
    ["nobody", "/v1.0/users/{nobody}", "reader", 404, "Request_ResourceNotFound"],
    ["a name of nobody", "/v1.0/users/nobody@contoso.test", "reader", 404, "Request_ResourceNotFound"],
    ["what is no name", "/v1.0/users/o'%25", "reader", 404, "Request_ResourceNotFound"],
    ["what no text holds", "/v1.0/users/%00", "reader", 400, "BadRequest"],
    ["oneself without a person", "/v1.0/me", "reader", 400, "BadRequest"],
    ["one's apps without a person", "/v1.0/me/teamwork/installedApps", "reader", 403, "Forbidden"],
    [
      "a program by itself with a person's permission",
      "/v1.0/users/x@y.test",
      "other",
      403,
      "Authorization_RequestDenied",
    ],
    ["others with User.Read", "/v1.0/users/ada@contoso.test", "shell", 403, "Authorization_RequestDenied"],
    ["nobody with User.Read", "/v1.0/users/{nobody}", "shell", 403, "Authorization_RequestDenied"],
    ["oneself by id with User.Read", "/v1.0/users/{megan}", "shell", 200, undefined],
    ["others with User.ReadBasic.All", "/v1.0/users/ada@contoso.test", "basic", 200, undefined],
    ["a relation that is not there", "/v1.0/users/{megan}?$expand=manager", "reader", 400, "BadRequest"],
    ["a selection that is none", "/v1.0/users/{megan}?$select=a(b", "reader", 400, "BadRequest"],
  ] as const)("asking for %s", async (_, path, token, status, code) => {
    const answer = await get(path.replace("{megan}", megan).replace("{nobody}", newId()), tokens[token]);
    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
  });
});
