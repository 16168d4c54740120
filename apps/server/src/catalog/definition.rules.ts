import { compareVersions, describeConsent, leastHigherVersion, type TeamsManifest } from "@parvis/manifest";

export type Distribution = "store" | "organization" | "sideloaded";
/** Where an app comes from, as policies tell apps apart (contracts.md B.4). */
export type AppKind = "microsoft" | "thirdParty" | "custom";
export type PublishingState = "submitted" | "published" | "rejected";
/** What the list of apps shows (contracts.md B.7): how far an app, or its newest version, has come. */
export const publishingStatuses = ["published", "submitted", "updateSubmitted", "rejected"] as const;
export type PublishingStatus = (typeof publishingStatuses)[number];

/** What is kept of a manifest in columns, to list and search without reading it. */
export interface DefinitionSummary {
  readonly displayName: string;
  readonly shortDescription: string;
  readonly fullDescription: string;
  readonly publisherName: string;
  readonly accentColor: string;
  /** Whether there is anything to show under permissions. */
  readonly asksPermissions: boolean;
  /** What administrators may override (`configurableProperties`). */
  readonly configurable: readonly string[];
  /** Where the app can be added: `personal`, `team`, `groupChat`. */
  readonly scopes: readonly string[];
}

/** A connector as the manifest declares it (contracts.md D.4). */
export interface ConnectorDeclaration {
  readonly connectorId: string;
  readonly configurationUrl: string;
}

/** Validation has seen to it that what a schema requires is there; the oldest schemas require less. */
export function summarise(manifest: TeamsManifest): DefinitionSummary {
  const { id, name, description, developer, accentColor } = manifest;
  const { permissions, usesIdentity } = describeConsent(manifest);
  return {
    displayName: name?.short ?? id ?? "",
    shortDescription: description?.short ?? "",
    fullDescription: description?.full ?? description?.short ?? "",
    publisherName: developer?.name ?? "",
    accentColor: accentColor ?? "#FFFFFF",
    asksPermissions: usesIdentity || permissions.length > 0,
    configurable: manifest.configurableProperties ?? [],
    scopes: scopesOf(manifest),
  };
}

/** Message extensions work wherever people write, connectors in teams; the other capabilities name their scopes. */
export function scopesOf({
  bots = [],
  configurableTabs = [],
  staticTabs = [],
  connectors = [],
  composeExtensions = [],
}: TeamsManifest): string[] {
  const named = [...bots, ...configurableTabs].flatMap(({ scopes }) => scopes ?? []);
  const pages = staticTabs.flatMap(({ scopes }) => scopes ?? ["personal"]);
  const posting = connectors.length > 0 ? ["team"] : [];
  const writing = composeExtensions.length > 0 ? ["personal", "team", "groupChat"] : [];
  const all = [...named, ...pages, ...posting, ...writing].map((scope) => scope.toLowerCase());
  return ["personal", "team", "groupChat"].filter((scope) => all.includes(scope.toLowerCase()));
}

/** The connectors a team can use; the schema allows one at most, and old manifests may have none that names a page. */
export function connectorsOf(manifest: TeamsManifest): ConnectorDeclaration[] {
  return (manifest.connectors ?? []).flatMap(({ connectorId, configurationUrl }) =>
    connectorId === undefined || configurationUrl === undefined ? [] : [{ connectorId, configurationUrl }],
  );
}

export type VersionVerdict =
  | { readonly higher: true }
  | { readonly higher: false; readonly current: string; readonly offered: string; readonly least: string };

/** A new version must be higher than the one it replaces, number by number (lifecycle.md 2). */
export function judgeVersion(current: string, offered: string): VersionVerdict {
  if (compareVersions(offered, current) > 0) return { higher: true };
  return { higher: false, current, offered, least: leastHigherVersion(current) };
}
