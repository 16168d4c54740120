import { createHash } from "node:crypto";
import type { CatalogApp, CatalogDefinition } from "../../catalog/index.ts";
import { ParvisError } from "../../platform/errors.ts";
import { noOptions, type QueryOptions, selected } from "./odata-options.ts";

const states = { submitted: "Submitted", published: "Published", rejected: "Rejected" } as const;
export type DefinitionState = keyof typeof states;

/** The id in Graph: apps of the store have their manifest's (contracts.md A.1). */
export function wireAppId({ id, externalId, distribution }: CatalogApp): string {
  return distribution === "store" ? externalId : id;
}

/** base64 of `<app>##<version>##<State>`: it changes when the state does (contracts.md A.2). */
export function wireDefinitionId(appId: string, { version, state }: CatalogDefinition): string {
  return Buffer.from(`${appId}##${version}##${states[state]}`).toString("base64");
}

/** What a definition's id says; the short form, without a state, is that of installations. */
export function readDefinitionId(
  id: string,
): { appId: string; version: string; state: DefinitionState | undefined } | undefined {
  const [appId, version, state, ...rest] = Buffer.from(id, "base64").toString("utf8").split("##");
  if (appId === undefined || version === undefined || rest.length > 0) return undefined;
  const known = Object.entries(states).find(([, name]) => name === state)?.[0] as DefinitionState | undefined;
  return state !== undefined && known === undefined ? undefined : { appId, version, state: known };
}

/** base64 of a quoted hash; the same text comes back as `If-Match` (contracts.md A.2). */
export function definitionEtag({ id, state }: CatalogDefinition): string {
  const hash = createHash("sha256").update(`${id} ${state}`).digest("base64");
  return Buffer.from(`"${hash}"`).toString("base64");
}

/** Whether an `If-Match` names a definition as it is; none at all does. */
export function namesEtag(ifMatch: string | undefined, definition: CatalogDefinition): boolean {
  if (ifMatch === undefined || ifMatch.trim() === "*") return true;
  const given = ifMatch
    .trim()
    .replace(/^W\//, "")
    .replace(/^"(.*)"$/, "$1");
  return given === definitionEtag(definition);
}

export function presentBot(botId: string) {
  return { "@odata.type": "#microsoft.graph.teamworkBot", id: botId };
}

/** Where things are served, and what a presenter must know beside the entity. */
export interface WireContext {
  /** `https://host/v1.0` */
  readonly root: string;
  readonly beta: boolean;
  /** Names of applications among those who made definitions. */
  readonly applications: ReadonlyMap<string, string>;
}

export function presentIcon(
  context: WireContext,
  appId: string,
  definitionId: string,
  kind: "colorIcon" | "outlineIcon",
) {
  const path = `appCatalogs/teamsApps/${encodeURIComponent(appId)}/appDefinitions/${encodeURIComponent(definitionId)}`;
  const webUrl = `${context.root}/${path}/${kind}/hostedContent/$value`;
  return { id: Buffer.from(webUrl).toString("base64"), webUrl };
}

function presentMaker(id: string | null, applications: ReadonlyMap<string, string>) {
  if (id === null) return null;
  const none = { application: null, device: null, conversation: null, user: null };
  const name = applications.get(id);
  if (name !== undefined)
    return { ...none, application: { id, displayName: name, applicationIdentityType: "aadApplication" } };
  return { ...none, user: { id, displayName: null, userIdentityType: "aadUser" } };
}

const wireScopes: Readonly<Record<string, string>> = { personal: "personal", team: "team", groupChat: "groupChat" };

/** Members as contracts.md A.1 and A.2 name them, to give back what clients ask for in any case. */
const members = [
  ...[
    "id",
    "externalId",
    "displayName",
    "distributionMethod",
    "appDefinitions",
    "teamsAppId",
    "azureADAppId",
    "version",
  ],
  ...["publishingState", "shortDescription", "description", "lastModifiedDateTime", "createdBy", "authorization"],
  ...["allowedInstallationScopes", "bot", "colorIcon", "outlineIcon", "hostedContent"],
];
const spelled = (name: string) => members.find((each) => each.toLowerCase() === name) ?? name;

/** What stands behind an entity's name in `@odata.context`: `(id,appDefinitions(bot()))`; nothing for all of it. */
export function shapeInContext({ select, expand }: QueryOptions): string {
  const relations = [...expand].map(([name, inner]) => `${spelled(name)}${shapeInContext(inner) || "()"}`);
  const parts = [...[...(select ?? [])].map(spelled), ...relations];
  return parts.length === 0 ? "" : `(${parts.join(",")})`;
}

/** @throws ParvisError request/invalid for a relation that is not there */
export function assertRelations({ expand }: QueryOptions, known: readonly string[], of: string): void {
  const odd = [...expand.keys()].find((name) => !known.some((each) => each.toLowerCase() === name));
  if (odd === undefined) return;
  throw new ParvisError("request/invalid", {
    detail: `Parsing OData Select and Expand failed: Could not find a property named '${odd}' on type 'microsoft.graph.${of}'.`,
  });
}

export function presentDefinition(
  context: WireContext,
  appId: string,
  definition: CatalogDefinition,
  shape: QueryOptions,
): Record<string, unknown> {
  const id = wireDefinitionId(appId, definition);
  const entity = {
    id,
    teamsAppId: appId,
    azureADAppId: definition.azureADAppId,
    displayName: definition.displayName,
    version: definition.version,
    publishingState: definition.state,
    shortDescription: definition.shortDescription,
    description: definition.description,
    lastModifiedDateTime: definition.changedAt.toISOString(),
    createdBy: presentMaker(definition.createdBy, context.applications),
    authorization: {
      requiredPermissionSet: {
        resourceSpecificPermissions: (definition.resourceSpecific ?? []).flatMap(({ name, type }) =>
          name === undefined ? [] : [{ permissionValue: name, permissionType: (type ?? "Application").toLowerCase() }],
        ),
      },
    },
    ...(context.beta
      ? { allowedInstallationScopes: definition.scopes.flatMap((scope) => wireScopes[scope] ?? []).join(",") }
      : {}),
  };
  const { expand: relations } = shape;
  assertRelations(shape, ["bot", ...(context.beta ? ["colorIcon", "outlineIcon"] : [])], "teamsAppDefinition");
  return {
    "@odata.etag": definitionEtag(definition),
    ...selected(entity, shape),
    ...(relations.has("bot") ? { bot: definition.botId === null ? null : presentBot(definition.botId) } : {}),
    ...(relations.has("coloricon") ? { colorIcon: presentIcon(context, appId, id, "colorIcon") } : {}),
    ...(relations.has("outlineicon") ? { outlineIcon: presentIcon(context, appId, id, "outlineIcon") } : {}),
  };
}

/** @param definitions undefined when they are not asked for. */
export function presentTeamsApp(
  context: WireContext,
  app: CatalogApp,
  shape: QueryOptions,
  definitions: readonly CatalogDefinition[] | undefined,
): Record<string, unknown> {
  const id = wireAppId(app);
  const entity = {
    id,
    externalId: app.distribution === "store" ? null : app.externalId,
    displayName: app.displayName,
    distributionMethod: app.distribution,
  };
  const inner = shape.expand.get("appdefinitions") ?? noOptions;
  if (definitions === undefined) return selected(entity, shape);
  const path = `${context.root}/$metadata#appCatalogs/teamsApps('${encodeURIComponent(id)}')/appDefinitions`;
  return {
    ...selected(entity, shape),
    ...(inner.select === undefined
      ? {}
      : { "appDefinitions@odata.context": `${path}${shapeInContext({ ...inner, expand: noOptions.expand })}` }),
    appDefinitions: definitions.map((definition) => presentDefinition(context, id, definition, inner)),
  };
}
