import { newId } from "../platform/identifiers.ts";
import type { Holdings } from "./organisation.ts";

/** One operation of /api/openapi.json whose address holds something. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** Parameters of the address that name something an organisation has. */
  readonly ids: readonly string[];
  readonly takesBody: boolean;
}

/** Parameters that are words of ours or of the app, the same in every organisation. */
const words: Readonly<Record<string, string>> = { kind: "permission", entityId: "home" };

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly requestBody?: object }>>>>;
}

async function described(url: string): Promise<Description["paths"]> {
  const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as Description;
  return Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => [path.startsWith("/api") ? path : `/api${path}`, methods]),
  );
}

/** What can be read without naming anything; not the streams, which do not end. */
export async function addressesWithoutIds(url: string): Promise<string[]> {
  const paths = Object.entries(await described(url)).filter(([, methods]) => methods.get !== undefined);
  return paths
    .map(([path]) => path.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole))
    .filter((path) => !path.includes("{") && path !== "/api/live");
}

/** Every operation that names something in its address. */
export async function operationsWithIds(url: string): Promise<Operation[]> {
  const paths = await described(url);
  return Object.entries(paths).flatMap(([path, methods]) => {
    const ids = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).filter((name) => !(name in words));
    if (ids.length === 0) return [];
    return Object.entries(methods).map(([verb, { requestBody }]) => {
      const method = verb.toUpperCase();
      return { name: `${method} ${path}`, method, path, ids, takesBody: requestBody !== undefined };
    });
  });
}

/** The id of the right kind for a place in an address; undefined when the tables here do not know the parameter. */
export function heldId(held: Holdings, path: string, parameter: string): string | undefined {
  if (parameter === "appId" && path.startsWith("/api/apps/{appId}/requests")) return held.requestedAppId;
  if (parameter === "appId" && path.startsWith("/api/uploads/")) return held.uploadedAppId;
  if (parameter === "definitionId" && path.endsWith("/impact")) return held.submittedDefinitionId;
  if (parameter === "configurationId" && path.startsWith("/api/mail-webhooks")) return held.mailWebhookId;
  if (parameter === "installationId" && path.startsWith("/api/chats")) return held.chatInstallationId;
  return held.ids[parameter];
}

/** The address with its parameters filled in. */
export function addressOf({ path }: Operation, ids: Readonly<Record<string, string>>, query: string): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? words[name] ?? "")) + query;
}

const registration = {
  name: "Pulse",
  shortDescription: "Cards for what happens in Pulse",
  detailedDescription: "Posts a card for every incident that opens or closes in Pulse.",
  companyName: "Fabrikam",
  websiteUrl: "https://www.fabrikam.example",
  configurationUrl: "https://pulse.fabrikam.example/teams/configure",
  callbackUrls: ["https://pulse.fabrikam.example/connected"],
};

/** What of the address an operation needs behind the question mark. */
export function queryFor({ name }: Operation, { ids, pictureUrl }: Holdings): string {
  const queries: Readonly<Record<string, string>> = {
    "GET /api/apps/{appId}/comparison": `?from=${ids.definitionId}&to=${ids.definitionId}`,
    "GET /api/apps/{appId}/changes": `?from=${ids.definitionId}`,
    "GET /api/channels/{channelId}/messages/{messageId}/picture": `?url=${encodeURIComponent(pictureUrl)}`,
  };
  return queries[name] ?? "";
}

/** A body that each operation takes from whoever owns what the address names; undefined when the table has none. */
export function bodyFor({ name }: Operation, { ids, upn, everybody, package: packed }: Holdings): object | undefined {
  const consent = { definitionId: ids.definitionId };
  const bodies: Readonly<Record<string, object | (() => Uint8Array)>> = {
    "PATCH /api/people/{personId}": { displayName: "Somebody" },
    "PATCH /api/groups/{groupId}": { displayName: "Renamed" },
    "POST /api/groups/{groupId}/members": { people: [upn] },
    "POST /api/groups/{groupId}/groups": { groups: [ids.nestedId] },
    "POST /api/teams/{teamId}/channels": { displayName: "Another" },
    "PUT /api/teams/{teamId}/mail": { address: "team@contoso.test" },
    "POST /api/teams/{teamId}/members": { upn },
    "POST /api/chats/{chatId}/members": { members: [upn] },
    "PATCH /api/app-registrations/{clientId}": { displayName: "Renamed" },
    "POST /api/app-registrations/{clientId}/secrets": {},
    "PUT /api/apps/{appId}/status": { status: "allowed" },
    "PUT /api/apps/{appId}/availability": { availability: "usersAndGroups", people: everybody },
    "POST /api/apps/{appId}/available-to": { add: { people: [upn] } },
    "POST /api/apps/{appId}/definitions": () => packed("4.0.0"),
    "POST /api/apps/{appId}/definitions/impact": () => packed("4.0.0"),
    "POST /api/apps/{appId}/submissions": () => packed("5.0.0"),
    "POST /api/teams/{teamId}/apps/upload": () => packed("6.0.0"),
    "PATCH /api/teams/{teamId}/settings": { membersMayUpload: true },
    "POST /api/uploads/{appId}/definitions": () => packed("7.0.0"),
    "PATCH /api/policies/{kind}/{policyId}": { description: "Changed" },
    "PUT /api/policies/{kind}/assignments/groups/{group}": { policyId: ids.policyId },
    "POST /api/apps/{appId}/requests": {},
    "POST /api/apps/{appId}/requests/dismiss": { answer: "No" },
    "POST /api/submissions/{submissionId}/reject": { reason: "Not now" },
    "PUT /api/apps/{appId}/customization": { texts: { shortName: "Renamed" } },
    "POST /api/teams/{teamId}/installations": { appId: ids.appId, consent },
    "POST /api/teams/{teamId}/installations/{installationId}/upgrade": { consent },
    "POST /api/chats/{chatId}/installations": { appId: ids.appId, consent },
    "POST /api/chats/{chatId}/installations/{installationId}/upgrade": { consent },
    "PUT /api/apps/{appId}/organisation-consent": consent,
    "POST /api/me/apps/{appId}/upgrade": { consent },
    "POST /api/me/apps/{appId}/pages/{entityId}/open": { url: "https://connector.fabrikam.example/home" },
    "POST /api/channels/{channelId}/connectors": { appId: ids.appId },
    "PUT /api/connectors/{configurationId}": { settings: { entityId: "some", configName: "Some builds" } },
    "PATCH /api/connectors/{configurationId}": { rateLimits: [] },
    "POST /api/connectors/{configurationId}/page": { url: "https://connector.fabrikam.example/configure" },
    "POST /api/connectors/{configurationId}/rotate": {},
    "POST /api/connectors/{configurationId}/targets": { kind: "groups" },
    "PATCH /api/connectors/{configurationId}/targets/{targetId}": { state: "stopped" },
    "POST /api/channels/{channelId}/connections": {
      connectorId: ids.connectorId,
      callbackUrl: registration.callbackUrls[0],
    },
    "PUT /api/apps/{appId}/embedding": { mode: "legacy" },
    "PUT /api/connector-registrations/{connectorId}": registration,
    "PATCH /api/mail-webhooks/{configurationId}": { name: "Renamed" },
    "POST /api/mail-webhooks/{configurationId}/rotate": {},
    "POST /api/channels/{channelId}/webhooks": { name: "More builds" },
    "PATCH /api/teams/{teamId}/connector-switches": { connectorsEnabled: true },
    "POST /api/channels/{channelId}/messages/{messageId}/presses": {
      pressId: newId(),
      revision: 0,
      card: 0,
      at: "/potentialAction/0",
      inputs: {},
    },
  };
  const body = bodies[name];
  return typeof body === "function" ? body() : body;
}
