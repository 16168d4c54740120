/** The versions of the manifest schema that there are, and which one a manifest means. */
import { schemaFiles } from "../generated/schema-files.ts";

/** `1.0` to the newest, and `devPreview`. */
export type SchemaVersion = keyof typeof schemaFiles;

const numbered = Object.keys(schemaFiles)
  .filter((version) => /^\d/.test(version))
  .sort((a, b) => minorOf(a) - minorOf(b)) as SchemaVersion[];

/** Oldest first, `devPreview` last. */
export const schemaVersions: readonly SchemaVersion[] = [...numbered, "devPreview"];
export const newestVersion: SchemaVersion = numbered.at(-1) ?? "devPreview";

export function isSchemaVersion(text: string): text is SchemaVersion {
  return Object.hasOwn(schemaFiles, text);
}

/** True when `version` is `floor` or later; `devPreview` is later than all. */
export function atLeast(version: SchemaVersion, floor: SchemaVersion): boolean {
  return schemaVersions.indexOf(version) >= schemaVersions.indexOf(floor);
}

/** The version that `$schema` names, whether or not there is such a schema: `1.8`, `devPreview`; null when it names none. */
export function versionInAddress(address: string): string | null {
  // Older addresses keep the version elsewhere (`/sdk/v1.2/manifest/`), so any part of the path may say it.
  const version = /\/v?(\d+\.\d+|devPreview)(?=\/|$)/i.exec(address)?.[1];
  if (version === undefined) return null;
  return /^devpreview$/i.test(version) ? "devPreview" : version;
}

/** The address under which a version's schema is published (contracts E.1). */
export function schemaAddress(version: SchemaVersion): string {
  return version === "devPreview"
    ? "https://raw.githubusercontent.com/OfficeDev/microsoft-teams-app-schema/preview/DevPreview/MicrosoftTeams.schema.json"
    : `https://developer.microsoft.com/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`;
}

/** The closest version that exists: 0.4 means 1.0, 1.18 (never released) means 1.19, 1.99 means the newest. */
export function nearestVersion(text: string): SchemaVersion {
  if (isSchemaVersion(text)) return text;
  if (/preview/i.test(text)) return "devPreview";
  const match = /^v?(\d+)(?:\.(\d+))?/i.exec(text.trim());
  if (match === null) return newestVersion;
  const major = Number(match[1]);
  if (major < 1) return "1.0";
  if (major > 1) return newestVersion;
  const minor = Number(match[2] ?? 0);
  return numbered.find((version) => minorOf(version) >= minor) ?? newestVersion;
}

function minorOf(version: string): number {
  return Number(version.split(".")[1]);
}
