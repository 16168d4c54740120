import type { InstalledApp } from "../../installation/index.ts";
import { noOptions, type QueryOptions, selected } from "./odata-options.ts";
import type { GraphPlace } from "./places.ts";
import { chatWireId } from "./places.ts";

/** The catalogue id, which for apps of the store is the manifest's (contracts.md A.1). */
export function wireAppId({ id, externalId, distribution }: InstalledApp["app"]): string {
  return distribution === "store" ? externalId : id;
}

function ownerOf(place: GraphPlace): string {
  return place.scope === "chat" ? chatWireId(place.id) : place.id;
}

/** An installation's id: base64 of its owner and its app. */
export function installationId(place: GraphPlace, app: InstalledApp["app"]): string {
  return Buffer.from(`${ownerOf(place)}##${wireAppId(app)}`).toString("base64");
}

/** The app that an installation's id names, with or without padding; undefined when it is none of this place's. */
export function appNamedBy(place: GraphPlace, id: string): string | undefined {
  const [owner, app, ...more] = Buffer.from(id, "base64").toString("utf8").split("##");
  if (more.length > 0 || owner?.toLowerCase() !== ownerOf(place).toLowerCase()) return undefined;
  return app;
}

function presentApp(app: InstalledApp["app"]) {
  return {
    id: wireAppId(app),
    externalId: app.distribution === "store" ? null : app.externalId,
    displayName: app.displayName,
    distributionMethod: app.distribution,
  };
}

function presentDefinition({ app, version, manifest }: InstalledApp) {
  const permissions = manifest.authorization?.permissions?.resourceSpecific ?? [];
  return {
    id: Buffer.from(`${wireAppId(app)}##${version}`).toString("base64"),
    teamsAppId: wireAppId(app),
    azureADAppId: manifest.webApplicationInfo?.id ?? null,
    displayName: manifest.name?.short ?? app.displayName,
    version,
    publishingState: "published",
    shortDescription: manifest.description?.short ?? null,
    description: manifest.description?.full ?? null,
    lastModifiedDateTime: null,
    createdBy: null,
    authorization: {
      requiredPermissionSet: {
        resourceSpecificPermissions: permissions.map(({ name, type }) => ({
          permissionValue: name,
          permissionType: type?.toLowerCase() ?? null,
        })),
      },
    },
  };
}

/** What a filter may ask about: an installation with everything expanded in it. */
export function filterable(place: GraphPlace, one: InstalledApp) {
  return {
    id: installationId(place, one.app),
    teamsApp: presentApp(one.app),
    teamsAppDefinition: { ...presentDefinition(one), bot: botOf(one) },
  };
}

function botOf({ manifest }: InstalledApp) {
  const id = manifest.bots?.[0]?.botId;
  return id === undefined ? null : { "@odata.type": "#microsoft.graph.teamworkBot", id };
}

/** Contracts.md A.4: bare items are their id; `consentedPermissionSet` only when it is selected. */
export function presentInstallation(
  place: GraphPlace,
  one: InstalledApp,
  granted: readonly { readonly name: string; readonly type: string }[],
  options: QueryOptions,
) {
  const definition = options.expand.get("teamsappdefinition");
  const app = options.expand.get("teamsapp");
  const asksForConsent = (one.manifest.authorization?.permissions?.resourceSpecific ?? []).length > 0;
  return {
    id: installationId(place, one.app),
    ...(options.select?.has("consentedpermissionset") === true
      ? {
          consentedPermissionSet:
            granted.length === 0 && !asksForConsent
              ? null
              : {
                  resourceSpecificPermissions: granted.map(({ name, type }) => ({
                    permissionValue: name,
                    permissionType: type.toLowerCase(),
                  })),
                },
        }
      : {}),
    ...(app === undefined ? {} : { teamsApp: selected(presentApp(one.app), { ...noOptions, ...app }) }),
    ...(definition === undefined
      ? {}
      : {
          teamsAppDefinition: selected(
            { ...presentDefinition(one), ...(definition.expand.has("bot") ? { bot: botOf(one) } : {}) },
            definition,
          ),
        }),
  };
}
