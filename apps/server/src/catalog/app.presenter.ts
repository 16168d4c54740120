import type { z } from "@hono/zod-openapi";
import type { TeamsManifest } from "@parvis/manifest";
import type { AppStatus } from "../governance/index.ts";
import type { app, appDetails } from "./app.schema.ts";
import type { AppRow } from "./app.store.ts";
import { connectorsOf } from "./definition.rules.ts";

/** Where a picture is served; immutable, since the address is the hash of its bytes. */
export function iconAddress(sha256: Uint8Array): string {
  return `/api/icons/${Buffer.from(sha256).toString("hex")}`;
}

export function presentApp(row: AppRow, status: AppStatus): z.infer<typeof app> {
  return {
    id: row.id,
    externalId: row.externalId,
    displayName: row.displayName,
    shortDescription: row.shortDescription,
    publisherName: row.publisherName,
    version: row.version,
    distribution: row.distribution,
    publishingState: row.publishingState,
    kind: row.kind,
    status,
    accentColor: row.accentColor,
    icons: { color: iconAddress(row.colorIcon), outline: iconAddress(row.outlineIcon) },
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
  };
}

export function presentDetails(
  row: AppRow,
  status: AppStatus,
  manifest: TeamsManifest,
  versions: readonly { version: string; createdAt: Date; createdBy: string | null }[],
  names: ReadonlyMap<string, string>,
): z.infer<typeof appDetails> {
  const { websiteUrl = "", privacyUrl = "", termsOfUseUrl = "" } = manifest.developer ?? {};
  return {
    ...presentApp(row, status),
    fullDescription: row.fullDescription,
    developer: {
      websiteUrl: row.overrides.websiteUrl ?? websiteUrl,
      privacyUrl: row.overrides.privacyUrl ?? privacyUrl,
      termsOfUseUrl: row.overrides.termsOfUseUrl ?? termsOfUseUrl,
    },
    publisherAppName: row.publisherAppName,
    customized: row.customized,
    capabilities: {
      connectors: connectorsOf(manifest),
      bots: manifest.bots?.length ?? 0,
      staticTabs: manifest.staticTabs?.length ?? 0,
      configurableTabs: manifest.configurableTabs?.length ?? 0,
      composeExtensions: manifest.composeExtensions?.length ?? 0,
    },
    manifestVersion: manifest.manifestVersion ?? "",
    versions: versions.map(({ version, createdAt, createdBy }) => ({
      version,
      publishedAt: createdAt.toISOString(),
      publishedBy: createdBy === null ? null : (names.get(createdBy) ?? null),
    })),
  };
}
