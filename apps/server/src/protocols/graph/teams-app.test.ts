import { Client, type GraphError } from "@microsoft/microsoft-graph-client";
import type { TeamsApp, TeamsAppDefinition } from "@microsoft/microsoft-graph-types";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../platform/identifiers.ts";
import { type Contoso, contoso, contosoFile } from "../../testing/contoso.ts";
import { appPackage, connectorManifest } from "../../testing/packages.ts";
import type { TestPerson } from "../../testing/test-server.ts";
import { accessToken } from "../../testing/tokens.ts";

const clientId = "99999999-9999-4999-8999-999999999999";
const readerId = "88888888-8888-4888-8888-888888888888";
const file = `${contosoFile}
appRegistrations:
  - { clientId: ${clientId}, displayName: ci, secret: s3cret-s3cret, appRoles: [AppCatalog.ReadWrite.All] }
  - { clientId: ${readerId}, displayName: reader, secret: s3cret-s3cret, appRoles: [AppCatalog.Read.All] }
`;

let place: Contoso;
let tokens: Record<"ada" | "megan" | "alex" | "ci" | "reader", string>;

beforeAll(async () => {
  place = await contoso({ file });
  const ofPerson = async (person: TestPerson) =>
    (await person.call<{ accessToken: string }>("POST", "/api/session/tokens", { resource: "graph" })).body.accessToken;
  tokens = {
    ada: await ofPerson(place.ada),
    megan: await ofPerson(place.megan),
    alex: await ofPerson(place.alex),
    ci: await accessToken(place.server.url, clientId, "s3cret-s3cret"),
    reader: await accessToken(place.server.url, readerId, "s3cret-s3cret"),
  };
});
afterAll(async () => await place.server.dispose());

type Who = keyof typeof tokens;

interface Refused {
  error: {
    code: string;
    message: string;
    innerError: { code?: string; details?: { code: string; target: string }[] };
  };
}
type Wire<Entity> = Entity & Record<string, unknown>;

async function graph<Body = Wire<TeamsApp>>(
  who: Who,
  method: string,
  path: string,
  body?: Uint8Array | object,
  headers: Record<string, string> = {},
) {
  const zip = body instanceof Uint8Array;
  const response = await fetch(path.startsWith("http") ? path : `${place.server.url}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${tokens[who]}`,
      ...(body === undefined ? {} : { "Content-Type": zip ? "application/zip" : "application/json" }),
      ...headers,
    },
    body: body === undefined ? null : zip ? new Uint8Array(body) : JSON.stringify(body),
  });
  const text = await response.text();
  const json = response.headers.get("content-type")?.includes("json") === true;
  return { status: response.status, headers: response.headers, body: (json ? JSON.parse(text) : text) as Body };
}

const base = "/v1.0/appCatalogs/teamsApps";
const named = (name: string, change: Record<string, unknown> = {}) =>
  connectorManifest({ name: { short: name, full: name }, ...change });
const submitted = async (who: Who, manifest: object) =>
  await graph(who, "POST", `${base}?requiresReview=true`, appPackage(manifest));

interface Expanded {
  value: (TeamsApp & { appDefinitions: (TeamsAppDefinition & { "@odata.etag": string; bot?: unknown })[] })[];
  "@odata.context": string;
  "@odata.nextLink"?: string;
}
const withDefinitions = async (who: Who, id: string, version = "v1.0") => {
  const { body } = await graph<Expanded>(
    who,
    "GET",
    `/${version}/appCatalogs/teamsApps?$filter=id eq '${id}'&$expand=AppDefinitions`,
  );
  return body.value[0]?.appDefinitions ?? [];
};

test("the Graph client submits, lists what is pending, publishes, updates and deletes", async () => {
  // The client's own way to authenticate sends tokens over https alone; all else is as it ships.
  const clientOf = (who: Who) =>
    Client.initWithMiddleware({
      baseUrl: place.server.url,
      defaultVersion: "v1.0",
      middleware: {
        async execute(context) {
          const headers = new Headers(context.options?.headers as Record<string, string>);
          headers.set("Authorization", `Bearer ${tokens[who]}`);
          context.response = await fetch(context.request, { ...context.options, headers } as RequestInit);
        },
      },
    });
  const [megan, ada] = [clientOf("megan"), clientOf("ada")];
  const manifest = named("Journey");
  const zip = (change: object = {}) => Buffer.from(appPackage({ ...manifest, ...change }));
  const made: TeamsApp = await megan
    .api("/appCatalogs/teamsApps")
    .query({ requiresReview: "true" })
    .header("Content-Type", "application/zip")
    .post(zip());
  expect(made).toMatchObject({ externalId: manifest.id, displayName: "Journey", distributionMethod: "organization" });

  const pending: Expanded = await ada
    .api("/appCatalogs/teamsApps")
    .filter("appDefinitions/any(a:a/publishingState eq 'submitted')")
    .expand("appDefinitions")
    .get();
  const [definition] = pending.value.find(({ id }) => id === made.id)?.appDefinitions ?? [];
  expect(definition).toMatchObject({ publishingState: "submitted", version: "1.0.0", teamsAppId: made.id });
  const published: TeamsAppDefinition = await ada
    .api(`/appCatalogs/teamsApps/${made.id}/appDefinitions/${definition?.id}`)
    .header("If-Match", definition?.["@odata.etag"] ?? "")
    .patch({ publishingState: "published" });
  expect(published.publishingState).toBe("published");
  expect(published.id).not.toBe(definition?.id);
  await ada
    .api(`/appCatalogs/teamsApps/${made.id}/appDefinitions`)
    .header("Content-Type", "application/zip")
    .post(zip({ version: "1.1.0" }));
  const now = await withDefinitions("alex", made.id ?? "");
  expect(now.map(({ version, publishingState }) => [version, publishingState])).toEqual([
    ["1.1.0", "published"],
    ["1.0.0", "published"],
  ]);
  await ada.api(`/appCatalogs/teamsApps/${made.id}`).delete();
  const gone = await ada
    .api(`/appCatalogs/teamsApps/${made.id}`)
    .get()
    .catch((error: GraphError) => error);
  expect(gone).toMatchObject({ statusCode: 404, code: "NotFound" });
});

test("ids, etags and answers are those of Teams", async () => {
  const manifest = named("Answers", {
    webApplicationInfo: { id: "22222222-2222-4222-8222-222222222222", resource: "api://fabrikam.example" },
    manifestVersion: "1.16",
    authorization: { permissions: { resourceSpecific: [{ name: "ChannelMessage.Read.Group", type: "Application" }] } },
  });
  const made = await graph("ci", "POST", base, appPackage(manifest));
  expect(made.status).toBe(201);
  const id = made.body.id ?? "";
  expect(made.headers.get("location")).toBe(`${place.server.url}${base}/${id}`);
  expect(made.body["@odata.context"]).toMatch(/\/v1\.0\/\$metadata#appCatalogs\/teamsApps\/\$entity$/);
  const next = await graph<Wire<TeamsAppDefinition>>(
    "megan",
    "POST",
    `${base}/${id}/appDefinitions?requiresReview=true`,
    appPackage({ ...manifest, version: "1.1.0" }),
  );
  expect([next.status, next.body.publishingState]).toEqual([201, "submitted"]);
  expect(Buffer.from(next.body.id ?? "", "base64").toString()).toBe(`${id}##1.1.0##Submitted`);
  expect(next.headers.get("location")).toBe(`${place.server.url}${base}/${id}/appDefinitions/${next.body.id}`);
  const etag = String(next.body["@odata.etag"]);
  expect(Buffer.from(etag, "base64").toString()).toMatch(/^"[\w+/=]{44}"$/);
  expect(next.body).toMatchObject({
    azureADAppId: "22222222-2222-4222-8222-222222222222",
    createdBy: { application: null, user: { displayName: null, userIdentityType: "aadUser" } },
    authorization: {
      requiredPermissionSet: {
        resourceSpecificPermissions: [{ permissionValue: "ChannelMessage.Read.Group", permissionType: "application" }],
      },
    },
  });
  const address = `${base}/${id}/appDefinitions/${next.body.id}`;
  const decision = { publishingState: "rejected" };
  expect((await graph("ada", "PATCH", address, decision, { "If-Match": "c3RhbGU=" })).status).toBe(412);
  expect((await graph("megan", "PATCH", address, decision, { "If-Match": etag })).status).toBe(403);
  expect((await graph("ada", "PATCH", address, { publishingState: "later" })).status).toBe(400);
  const rejected = await graph<Wire<TeamsAppDefinition>>("ada", "PATCH", address, decision, { "If-Match": etag });
  expect([rejected.status, rejected.body["@odata.etag"]]).toEqual([200, undefined]);
  expect(Buffer.from(rejected.body.id ?? "", "base64").toString()).toBe(`${id}##1.1.0##Rejected`);
  const late = await graph("ada", "PATCH", address, { publishingState: "published" }, { "If-Match": etag });
  expect(late.status).toBe(412);
  expect((await graph("ci", "PUT", `${base}/${id}`, appPackage({ ...manifest, version: "1.2.0" }))).status).toBe(204);
  const states = (await withDefinitions("ada", id)).map(({ publishingState }) => publishingState);
  expect(states).toEqual(["published", "rejected", "published"]);
});

describe("the list", () => {
  const bot = { bots: [{ botId: "33333333-3333-4333-8333-333333333333", scopes: ["personal"] }] };
  let withBot = "";
  beforeAll(async () => {
    withBot = (await graph("ci", "POST", base, appPackage(named("List bot", bot)))).body.id ?? "";
    await graph("ci", "POST", base, appPackage(named("List plain")));
  });

  const names = async (filter: string, who: Who = "reader") => {
    const { status, body } = await graph<Expanded>(who, "GET", `${base}?$filter=${encodeURIComponent(filter)}`);
    expect(status, JSON.stringify(body)).toBe(200);
    return body.value
      .map(({ displayName }) => displayName)
      .filter((name) => name?.startsWith("List"))
      .toSorted();
  };

  test.each([
    ["distributionMethod eq 'organization'", ["List bot", "List plain"]],
    ["distributionMethod ne 'organization'", []],
    ["displayName eq 'List plain' or displayName eq 'List bot'", ["List bot", "List plain"]],
    ["displayName eq 'List plain' and not (distributionMethod eq 'store')", ["List plain"]],
    ["appDefinitions/any(a:a/bot ne null)", ["List bot"]],
    ["not appDefinitions/any(a:a/bot ne null) and externalId ne null", ["List plain"]],
    ["appDefinitions/any(d:d/publishingState eq 'submitted' or d/version eq '9.9.9')", []],
  ])("filters by %s", async (filter, expected) => expect(await names(filter)).toEqual(expected));

  test("takes a plus for a blank, expands within what is expanded, and selects", async () => {
    const plus = await graph<Expanded>(
      "reader",
      "GET",
      `${base}?$filter=id+eq+'${withBot}'&$expand=appDefinitions($expand=bot)`,
    );
    expect(plus.body["@odata.context"]).toMatch(/#appCatalogs\/teamsApps\(appDefinitions\(bot\(\)\)\)$/);
    expect(plus.body.value[0]?.appDefinitions[0]?.bot).toMatchObject({ id: bot.bots[0]?.botId });
    const selected = await graph<Expanded>(
      "reader",
      "GET",
      `${base}?$filter=id eq '${withBot}'&$select=id&$expand=appDefinitions($select=id,authorization)`,
    );
    const [app] = selected.body.value;
    expect(selected.body["@odata.context"]).toMatch(/teamsApps\(id,appDefinitions\(id,authorization\)\)$/);
    expect(Object.keys(app ?? {})).toEqual(["id", "appDefinitions@odata.context", "appDefinitions"]);
    expect(Object.keys(app?.appDefinitions[0] ?? {})).toEqual(["@odata.etag", "id", "authorization"]);
  });

  test("leads from page to page on the host that was asked", async () => {
    const found: (string | null | undefined)[] = [];
    for (let next: string | undefined = `${base}?$top=1`; next !== undefined; ) {
      const page: { body: Expanded } = await graph<Expanded>("reader", "GET", next);
      found.push(...page.body.value.map(({ id }) => id));
      next = page.body["@odata.nextLink"];
      if (next !== undefined) expect(next.startsWith(place.server.url)).toBe(true);
    }
    expect(new Set(found).size).toBe(found.length);
    expect(found).toContain(withBot);
  });

  test("has a bot and, in beta, icons with their bytes", async () => {
    const [definition] = await withDefinitions("ada", withBot, "beta");
    expect(definition).toMatchObject({ allowedInstallationScopes: "personal,team" });
    const path = `appCatalogs/teamsApps/${withBot}/appDefinitions/${definition?.id}`;
    const found = await graph("reader", "GET", `/v1.0/${path}/bot?$select=id`);
    expect(found.body).toMatchObject({ "@odata.type": "#microsoft.graph.teamworkBot", id: bot.bots[0]?.botId });
    const icon = await graph<{ id: string; webUrl: string }>("ada", "GET", `/beta/${path}/outlineIcon`);
    expect(Buffer.from(icon.body.id, "base64").toString()).toBe(icon.body.webUrl);
    const bytes = await graph("ada", "GET", icon.body.webUrl);
    expect([bytes.status, bytes.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect((await graph("ada", "GET", `/v1.0/${path}/outlineIcon`)).status).toBe(404);
  });
});

describe("refusals", () => {
  test("a submission is seen by whoever made it and by administrators, and withdrawn by them alone", async () => {
    const { body } = await submitted("megan", named("Private"));
    const address = `${base}/${body.id}`;
    expect((await graph("megan", "GET", address)).status).toBe(200);
    expect((await graph("alex", "GET", address)).status).toBe(404);
    const [definition] = await withDefinitions("megan", body.id ?? "");
    expect((await graph("alex", "DELETE", `${address}/appDefinitions/${definition?.id}`)).status).toBe(404);
    expect((await graph("megan", "DELETE", address)).status).toBe(403);
    expect((await graph("megan", "DELETE", `${address}/appDefinitions/${definition?.id}`)).status).toBe(204);
    expect((await graph("ada", "GET", address)).status).toBe(404);
  });

  test("a package that cannot be read names every fault by Graph's codes", async () => {
    const faulty = named("Faulty", { accentColor: "blue", developer: undefined });
    const { status, body } = await graph<Refused>("ci", "POST", base, appPackage(faulty));
    expect([status, body.error.code, body.error.innerError.code]).toEqual([
      400,
      "BadRequest",
      "UnableToParseTeamsAppManifest",
    ]);
    const codes = body.error.innerError.details?.map(({ code }) => code) ?? [];
    expect(codes.some((code) => code.startsWith("SchemaError_"))).toBe(true);
    expect(body.error.message).toContain(" | ");
  });

  test.each([
    ["the same app again", "ci" as Who, 409, "Conflict", "AppDefinitionAlreadyExists"],
    ["somebody who may only read", "reader" as Who, 403, "Forbidden", undefined],
    ["somebody who is no administrator, without a review", "megan" as Who, 403, "Forbidden", undefined],
  ])("%s", async (_, who, status, code, inner) => {
    const zip = appPackage(named("Again", { id: "44444444-4444-4444-8444-444444444444" }));
    await graph("ci", "POST", base, zip);
    const { status: answered, body } = await graph<Refused>(who, "POST", base, zip);
    expect([answered, body.error.code, body.error.innerError.code]).toEqual([status, code, inner]);
  });

  test.each([
    ["an unknown app", "GET", `${base}/${newId()}`, 404],
    ["no app's id", "GET", `${base}/nobody`, 404],
    ["an unknown definition", "GET", `${base}/ID/appDefinitions/bm9ib2R5`, 404],
    ["a filter on what is not there", "GET", `${base}?$filter=colour eq 'blue'`, 400],
    ["a filter that is none", "GET", `${base}?$filter=displayName`, 400],
    ["an unknown relation", "GET", `${base}?$expand=colours`, 400],
    ["a wrong review", "POST", `${base}?requiresReview=perhaps`, 400],
  ])("%s", async (_, method, path, status) => {
    const { body } = await graph("ci", "POST", base, appPackage(named("Here")));
    const answer = await graph<Refused>(
      "ci",
      method,
      path.replace("ID", body.id ?? ""),
      method === "POST" ? appPackage(named("There")) : undefined,
    );
    expect([answer.status, answer.body.error?.code]).toEqual([status, status === 404 ? "NotFound" : "BadRequest"]);
  });

  test("what is no package by its content type, and no token", async () => {
    const text = await graph<Refused>("ci", "POST", base, new Uint8Array(3), { "Content-Type": "text/plain" });
    expect(text.status).toBe(415);
    expect((await fetch(`${place.server.url}${base}`)).status).toBe(401);
  });
});
