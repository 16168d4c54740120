/** Schemas by version, each loaded when first asked for. */
import { localizationFiles, schemaFiles } from "../generated/schema-files.ts";
import type { JsonObject } from "../json/json-value.ts";
import { atLeast, newestVersion, type SchemaVersion } from "./schema-versions.ts";

const loaded = new Map<string, Promise<JsonObject>>();

/** The official schema of a manifest version, as published: with its titles, defaults and descriptions. */
export function loadSchema(version: SchemaVersion): Promise<JsonObject> {
  return load(version, schemaFiles[version]);
}

/** The schema of localisation files for a manifest version; versions before there was one get the oldest. */
export function loadLocalizationSchema(version: SchemaVersion): Promise<JsonObject> {
  const versions = Object.keys(localizationFiles) as (keyof typeof localizationFiles)[];
  const fitting = versions.find((candidate) => candidate === version) ?? versions.find((c) => atLeast(c, version));
  const chosen = fitting ?? (newestVersion as keyof typeof localizationFiles);
  return load(`localization ${chosen}`, localizationFiles[chosen]);
}

function load(key: string, file: () => Promise<{ default: unknown }>): Promise<JsonObject> {
  let schema = loaded.get(key);
  if (schema === undefined) {
    schema = file().then((module) => module.default as JsonObject);
    loaded.set(key, schema);
  }
  return schema;
}
