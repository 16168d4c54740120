import type { TeamsManifest } from "@parvis/manifest";

/** Where an app can be installed as a whole; in a channel it is a tab. */
export const placeScopes = ["personal", "team", "chat"] as const;
export type PlaceScope = (typeof placeScopes)[number];

/** One place an app can be in: a person, a team or a chat, by its id. */
export interface Place {
  readonly scope: PlaceScope;
  readonly id: string;
}

/** As manifests name the scopes; older ones have `groupchat`. */
const manifestNames: Readonly<Record<PlaceScope, string>> = { personal: "personal", team: "team", chat: "groupchat" };

function names(scopes: readonly string[] | undefined, scope: PlaceScope): boolean {
  return scopes?.some((name) => name.toLowerCase() === manifestNames[scope]) === true;
}

/** Whether the app has anything for such a place. Message extensions and agents work wherever people write. */
export function supportsPlace(manifest: TeamsManifest, scope: PlaceScope): boolean {
  const { bots = [], configurableTabs = [], staticTabs = [], connectors = [], composeExtensions = [] } = manifest;
  if (composeExtensions.length > 0 || manifest.copilotAgents !== undefined) return true;
  // Connectors name no other place than teams; the oldest manifests name none at all.
  if (scope === "team" && connectors.length > 0) return true;
  // A static tab without scopes is personal, and so is an app that only adds to activity feeds.
  const personal = staticTabs.some((tab) => tab.scopes === undefined) || manifest.activities !== undefined;
  if (scope === "personal" && personal) return true;
  return [...bots, ...configurableTabs, ...staticTabs].some((capability) => names(capability.scopes, scope));
}

/** Where an app can be added, for whoever chooses. */
export function supportedPlaces(manifest: TeamsManifest): PlaceScope[] {
  return placeScopes.filter((scope) => supportsPlace(manifest, scope));
}

/** The pages an app shows to one person, in the manifest's order. */
export function personalTabs(manifest: TeamsManifest) {
  return (manifest.staticTabs ?? []).flatMap((tab) => {
    const personal = tab.scopes === undefined || names(tab.scopes, "personal");
    // Tabs named `conversations` and `about` are the client's own and have no page.
    if (!personal || tab.entityId === undefined || tab.contentUrl === undefined) return [];
    const { entityId, name = "", contentUrl, websiteUrl } = tab;
    return [{ entityId, name, contentUrl, websiteUrl: websiteUrl ?? null }];
  });
}

function hasPersonalBot(manifest: TeamsManifest): boolean {
  return (manifest.bots ?? []).some((bot) => names(bot.scopes, "personal"));
}

/** Only personal tabs and bots can stand in the app bar (contracts.md B.3). */
export function mayBePinned(manifest: TeamsManifest): boolean {
  return personalTabs(manifest).length > 0 || hasPersonalBot(manifest);
}

/** Apps with configurable tabs cannot be installed by policy (contracts.md B.3). */
export function mayComeByPolicy(manifest: TeamsManifest): boolean {
  return (manifest.configurableTabs ?? []).length === 0 && supportsPlace(manifest, "personal");
}
