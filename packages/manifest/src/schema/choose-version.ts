/** Which schema a manifest is held against, and what is to be said when that had to be guessed. */
import { type JsonObject, preview, textAt, valueAt } from "../json/json-value.ts";
import type { Reporter } from "../reporter.ts";
import { versionMissing, versionUnknown } from "../rules/manifest/index.ts";
import {
  isSchemaVersion,
  nearestVersion,
  newestVersion,
  type SchemaVersion,
  versionInAddress,
} from "./schema-versions.ts";

export interface ChosenVersion {
  version: SchemaVersion;
  /** Set when the manifest names no version that exists: the schema's own complaint about it would say the same again. */
  guessed: boolean;
}

export function chooseVersion(manifest: JsonObject, reporter: Reporter, isOpen: boolean): ChosenVersion {
  const written = textAt(manifest, "manifestVersion")?.trim();
  const address = versionInAddress(textAt(manifest, "$schema") ?? "");
  if (written !== undefined && isSchemaVersion(written) && written === manifest.manifestVersion)
    return { version: written, guessed: false };
  const hint = written === undefined || written === "" || isOpen ? (address ?? newestVersion) : written;
  const version = nearestVersion(hint);
  if (isOpen) return { version, guessed: true };
  const values = { version, found: preview(valueAt(manifest, "manifestVersion")) };
  if (valueAt(manifest, "manifestVersion") === undefined || written === "")
    reporter.add(versionMissing, { pointer: "", values, expected: version, target: "manifestVersion" });
  else reporter.add(versionUnknown, { pointer: "/manifestVersion", values, found: values.found, expected: version });
  return { version, guessed: true };
}
