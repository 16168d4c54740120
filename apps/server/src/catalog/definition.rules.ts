import { compareVersions, leastHigherVersion, type TeamsManifest } from "@parvis/manifest";

export type Distribution = "store" | "organization" | "sideloaded";
/** Where an app comes from, as policies tell apps apart (contracts.md B.4). */
export type AppKind = "microsoft" | "thirdParty" | "custom";
export type PublishingState = "submitted" | "published" | "rejected";

/** What is kept of a manifest in columns, to list and search without reading it. */
export interface DefinitionSummary {
  readonly displayName: string;
  readonly shortDescription: string;
  readonly fullDescription: string;
  readonly publisherName: string;
  readonly accentColor: string;
}

/** A connector as the manifest declares it (contracts.md D.4). */
export interface ConnectorDeclaration {
  readonly connectorId: string;
  readonly configurationUrl: string;
}

/** Validation has seen to it that what a schema requires is there; the oldest schemas require less. */
export function summarise({ id, name, description, developer, accentColor }: TeamsManifest): DefinitionSummary {
  return {
    displayName: name?.short ?? id ?? "",
    shortDescription: description?.short ?? "",
    fullDescription: description?.full ?? description?.short ?? "",
    publisherName: developer?.name ?? "",
    accentColor: accentColor ?? "#FFFFFF",
  };
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
