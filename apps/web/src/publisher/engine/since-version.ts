import { loadSchema, type SchemaVersion, schemaVersions } from "@parvis/manifest";
import { type Path, partsAt } from "./schema-parts.ts";

/** Numbered versions, oldest first: the preview is not before or after any of them. */
const numbered: readonly SchemaVersion[] = schemaVersions.filter((version) => version !== "devPreview");

async function knows(version: SchemaVersion, path: Path): Promise<boolean> {
  return partsAt(await loadSchema(version), path).length > 0;
}

/**
 * The version that brought what stands at `path`, given one that has it. Halving finds it with few schemas loaded: what a
 * version has, those up to the given one have too.
 */
export async function sinceVersion(path: Path, version: SchemaVersion): Promise<SchemaVersion | null> {
  const last = numbered.indexOf(version);
  if (last < 0) return null;
  let [lacking, having] = [-1, last];
  while (having - lacking > 1) {
    const middle = (lacking + having) >> 1;
    if (await knows(numbered[middle] ?? version, path)) having = middle;
    else lacking = middle;
  }
  return numbered[having] ?? null;
}
