/** A manifest of an older version as one of a newer version: what changed on the way, and what a person must decide. */
import type { Text } from "../finding.ts";
import type { JsonObject } from "../json/json-value.ts";
import { fillPlaceholders } from "../json/placeholders.ts";
import { evaluate } from "../schema/evaluate.ts";
import { loadSchema } from "../schema/load-schema.ts";
import {
  atLeast,
  nearestVersion,
  newestVersion,
  type SchemaVersion,
  schemaAddress,
} from "../schema/schema-versions.ts";
import type { TeamsManifest } from "../teams-manifest.ts";
import { type Step, steps } from "./steps.ts";

export interface UpgradeNote {
  /** The version that brought it. */
  version: string;
  /** JSON pointer, in the manifest as it was for a removal, else as it is. */
  pointer: string;
  message: Text;
}

export interface Upgrade {
  from: string;
  to: SchemaVersion;
  manifest: TeamsManifest;
  changes: UpgradeNote[];
  /** What the engine would not do without being asked. */
  decisions: UpgradeNote[];
  /** What the new schema still refuses; empty when nothing is left to do. Findings about it come from validation. */
  open: number;
}

/**
 * Brings `manifest` to version `to` (the newest when not said). The manifest given stays as it is; a version equal to or above `to`
 * comes back unchanged. Only what the newer schema forces is changed.
 */
export async function upgradeManifest(manifest: TeamsManifest, to: SchemaVersion = newestVersion): Promise<Upgrade> {
  const written = manifest.manifestVersion ?? "";
  const from = nearestVersion(written);
  const next = structuredClone(manifest) as JsonObject;
  const notes = { changes: [] as UpgradeNote[], decisions: [] as UpgradeNote[] };
  if (from !== to && atLeast(to, from)) {
    for (const step of steps) {
      if (atLeast(to, step.version) && (!atLeast(from, step.version) || !isKnown(written))) run(step, next, notes);
    }
    setVersion(next, to);
    notes.changes.unshift({
      version: to,
      pointer: "/manifestVersion",
      message: { en: `manifestVersion and $schema set to ${to}`, fr: `manifestVersion et $schema réglés sur ${to}` },
    });
  }
  const placeholders = new Set(fillPlaceholders(next, {}).map((each) => each.pointer));
  const open = evaluate(await loadSchema(to), next, (pointer) => placeholders.has(pointer)).length;
  return { from: written, to, manifest: next as TeamsManifest, ...notes, open };
}

const isKnown = (version: string) => nearestVersion(version) === version;

function run(step: Step, manifest: JsonObject, notes: { changes: UpgradeNote[]; decisions: UpgradeNote[] }): void {
  step.apply(manifest, {
    changed: (pointer, message) => notes.changes.push({ version: step.version, pointer, message }),
    decide: (pointer, message) => notes.decisions.push({ version: step.version, pointer, message }),
  });
}

/** Both stand first, where people look for them; everything else keeps its order. */
function setVersion(manifest: JsonObject, version: SchemaVersion): void {
  const rest = { ...manifest };
  for (const key of Object.keys(manifest)) delete manifest[key];
  Object.assign(
    manifest,
    { $schema: schemaAddress(version), manifestVersion: version },
    without(rest, ["$schema", "manifestVersion"]),
  );
}

function without(manifest: JsonObject, keys: string[]): JsonObject {
  return Object.fromEntries(Object.entries(manifest).filter(([key]) => !keys.includes(key)));
}
