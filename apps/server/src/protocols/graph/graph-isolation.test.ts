import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../platform/identifiers.ts";
import { type Holdings, type TwoOrganisations, twoOrganisations } from "../../testing/organisation.ts";
import { accessToken } from "../../testing/tokens.ts";
import { graphRoutes } from "./index.ts";
import { chatWireId } from "./places.ts";

/** The ids of an organisation's things as Graph writes them. */
interface WireIds {
  readonly query: string;
  readonly app: string;
  readonly definition: string;
  readonly user: string;
  readonly team: string;
  readonly chat: string;
  readonly installations: Readonly<Record<"user" | "team" | "chat", string>>;
}
interface Answer {
  readonly id: string;
  readonly value: readonly { readonly id: string }[];
  readonly error?: { readonly code: string; readonly message: string; readonly innerError: Record<string, string> };
}
interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: string;
}

let both: TwoOrganisations;
let own: WireIds;
let foreign: WireIds;
let before: Record<string, string>;
const tokens = { application: "", person: "" };

async function graph(token: string, method: string, path: string, body?: BodyInit, headers: HeadersInit = {}) {
  const response = await fetch(both.place.server.url + path, {
    method,
    headers: { ...headers, Authorization: `Bearer ${token}` },
    body: body ?? null,
  });
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  return { status: response.status, body: (isJson ? await response.json() : {}) as Answer };
}

async function wireIds(token: string, { ids }: Holdings): Promise<WireIds> {
  const first = async (path: string) => {
    const { status, body } = await graph(token, "GET", path);
    const [item] = body.value ?? [];
    if (item === undefined) throw new Error(`${path} answered ${status} and nothing.`);
    return item.id;
  };
  const query = await graph(token, "POST", "/v1.0/security/auditLog/queries", "{}");
  const { personId = "", teamId = "", appId = "" } = ids;
  const chat = chatWireId(ids.chatId ?? "");
  return {
    query: query.body.id,
    app: appId,
    definition: await first(`/v1.0/appCatalogs/teamsApps/${appId}/appDefinitions`),
    user: personId,
    team: teamId,
    chat,
    installations: {
      user: await first(`/v1.0/users/${personId}/teamwork/installedApps`),
      team: await first(`/v1.0/teams/${teamId}/installedApps`),
      chat: await first(`/v1.0/chats/${chat}/installedApps`),
    },
  };
}

beforeAll(async () => {
  both = await twoOrganisations();
  const { server, ada } = both.place;
  const tokenOf = async ({ ids, secret }: Holdings, tenant?: string) =>
    await accessToken(server.url, ids.clientId ?? "", secret, undefined, tenant);
  tokens.application = await tokenOf(both.own);
  const issued = await ada.call<{ accessToken: string }>("POST", "/api/session/tokens", { resource: "graph" });
  tokens.person = issued.body.accessToken;
  own = await wireIds(tokens.application, both.own);
  foreign = await wireIds(await tokenOf(both.foreign, both.foreignTenantId), both.foreign);
  before = await both.foreignRows();
});
afterAll(async () => await both?.dispose());

/** Everything served with something named in its address, in both versions. Paths are made without any service. */
const routes: Route[] = [
  ...new Map(
    graphRoutes({} as never, { teamsApps: {} } as never)
      .routes.filter(({ path, method }) => path.includes("/:") && method !== "ALL")
      .map(({ path, method }) => [`${method} ${path}`, { name: `${method} ${path}`, method, path }] as const),
  ).values(),
];

const kinds = { users: "user", me: "user", teams: "team", groups: "team", chats: "chat" } as const;
function kindOf(path: string): "user" | "team" | "chat" {
  const segment = path.split("/")[2] ?? "";
  if (segment in kinds) return kinds[segment as keyof typeof kinds];
  throw new Error(`${path}: tell kinds in this test what /${segment} holds.`);
}

/** What stands for each parameter of an address; undefined when this table does not know it. */
function wireId(ids: WireIds, path: string, parameter: string): string | undefined {
  if (parameter === "icon") return "colorIcon";
  if (parameter === "id") return path.includes("/security/") ? ids.query : ids.app;
  if (parameter === "definitionId") return ids.definition;
  if (parameter === "userId") return ids.user;
  if (parameter === "placeId") return ids[kindOf(path)];
  if (parameter === "installationId") return ids.installations[kindOf(path)];
  return undefined;
}
const parametersOf = ({ path }: Route) => [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
const idsFor = (ids: WireIds, route: Route) =>
  Object.fromEntries(parametersOf(route).map((name) => [name, wireId(ids, route.path, name) ?? ""]));
const addressOf = ({ path }: Route, ids: Record<string, string>) =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? ""));

async function ask(token: string, { method, path }: Route, address: string, ids: WireIds) {
  const headers = { "If-Match": "*" };
  if (method === "PUT" || (method === "POST" && path.endsWith("/appDefinitions"))) {
    const zip = both.own.package(method === "PUT" ? "4.0.0" : "5.0.0");
    return await graph(token, method, address, new Uint8Array(zip), { ...headers, "Content-Type": "application/zip" });
  }
  const bodies: Readonly<Record<string, object>> = {
    PATCH: { publishingState: "published" },
    POST: path.endsWith("/installedApps")
      ? { "teamsApp@odata.bind": `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${ids.app}` }
      : {},
  };
  const body = bodies[method];
  return await graph(token, method, address, body && JSON.stringify(body), headers);
}

/** The directory has a word of its own. */
const notFound = new Set(["NotFound", "Request_ResourceNotFound"]);
const said = ({ status, body }: Awaited<ReturnType<typeof graph>>) =>
  `${status} ${body.error?.code} ${body.error?.message.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|19:\S+|\S+@\S+/g, "…")}`;

function nobodys(): WireIds {
  const [user, team, app, chat] = [newId(), newId(), newId(), chatWireId(newId())];
  const installation = (place: string) => Buffer.from(`${place}##${app}`).toString("base64");
  return {
    query: newId(),
    app,
    definition: Buffer.from(`${app}##1.0.0##Published`).toString("base64"),
    user,
    team,
    chat,
    installations: { user: installation(user), team: installation(team), chat: installation(chat) },
  };
}

describe("another organisation's ids in Graph", () => {
  test("are known to this test, for every parameter of every address", () => {
    const missing = routes.flatMap((route) =>
      parametersOf(route)
        .filter((name) => wireId(own, route.path, name) === undefined)
        .map((name) => `${route.name}: wireId() in this test has nothing for :${name}`),
    );
    expect(missing).toEqual([]);
    expect(routes.length).toBeGreaterThan(60);
  });

  test.each(["application", "person"] as const)("are not there for a token of the %s", async (whose) => {
    const token = tokens[whose];
    const unknown = nobodys();
    const wrong: string[] = [];
    for (const route of routes) {
      if (whose === "application" && route.path.includes("/me/")) continue;
      const theirs = await ask(token, route, addressOf(route, idsFor(foreign, route)), own);
      const none = await ask(token, route, addressOf(route, idsFor(unknown, route)), own);
      if (theirs.status !== 404 || !notFound.has(theirs.body.error?.code ?? ""))
        wrong.push(`${route.name}: ${said(theirs)}`);
      if (said(theirs) !== said(none)) wrong.push(`${route.name}: ${said(theirs)}, unknown: ${said(none)}`);
      const names = parametersOf(route).filter((name) => name !== "icon");
      if (names.length < 2) continue;
      for (const name of names) {
        const mixed = { ...idsFor(own, route), [name]: wireId(foreign, route.path, name) ?? "" };
        const answer = await ask(token, route, addressOf(route, mixed), own);
        if (answer.status !== 404) wrong.push(`${route.name} with another's ${name}: ${said(answer)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("are not there under a sign-in name, in an installation of one's own place, or in a body", async () => {
    const { upn } = both.foreign;
    const forged = Buffer.from(`${own.team}##${foreign.app}`).toString("base64");
    const bind = JSON.stringify({ "teamsApp@odata.bind": `https://x/v1.0/appCatalogs/teamsApps/${foreign.app}` });
    const filter = encodeURIComponent(`id eq '${foreign.app}'`);
    for (const token of Object.values(tokens)) {
      const answers = [
        await graph(token, "GET", `/v1.0/users/${upn}/teamwork/installedApps`),
        await graph(token, "GET", `/v1.0/users/${upn}/permissionGrants`),
        await graph(token, "GET", `/v1.0/users/${upn}`),
        await graph(token, "GET", `/v1.0/teams/${own.team}/installedApps/${forged}`),
        await graph(token, "DELETE", `/v1.0/teams/${own.team}/installedApps/${forged}`),
        await graph(token, "POST", `/v1.0/teams/${own.team}/installedApps/${forged}/upgrade`, "{}"),
      ];
      expect(answers.map(({ status }) => status)).toEqual(Array.from(answers, () => 404));
      const bound = await graph(token, "POST", `/v1.0/teams/${own.team}/installedApps`, bind);
      expect(said(bound)).toBe("400 BadRequest There is no app '…' in the catalogue.");
      const listed = await graph(token, "GET", `/v1.0/appCatalogs/teamsApps?$filter=${filter}`);
      expect([listed.status, listed.body.value]).toEqual([200, []]);
    }
  });

  test("leave everything of the other organisation as it was", async () => {
    expect(await both.foreignRows()).toEqual(before);
  });

  test("are of the right kind: the organisation's own are found at every address", async () => {
    // One version will do: what was removed in one is gone in the other, and icons are beta's alone.
    const beta = routes.filter(({ path }) => path.startsWith("/beta/") && !path.includes("/me/"));
    const order = ["GET", "PATCH", "PUT", "POST", "DELETE"];
    // Apps go last of all: what is installed goes with them.
    const rank = ({ method, path }: Route) => order.indexOf(method) - path.length / 1_000;
    const wrong: string[] = [];
    for (const route of beta.toSorted((a, b) => rank(a) - rank(b))) {
      // Publishing the definition has given it another id.
      if (route.name.startsWith("DELETE") && route.path.endsWith("/:definitionId")) continue;
      const answer = await ask(tokens.application, route, addressOf(route, idsFor(own, route)), own);
      if (answer.status >= 300 && answer.status !== 409) wrong.push(`${route.name}: ${said(answer)}`);
    }
    expect(wrong).toEqual([]);
  });
});
