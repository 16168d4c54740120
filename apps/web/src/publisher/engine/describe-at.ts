import { factsOf, type PartFacts } from "./part-facts.ts";
import { partsAt, propertiesAt } from "./schema-parts.ts";
import { sinceVersion } from "./since-version.ts";
import { placeIn, schemaFor } from "./text-place.ts";

export interface Description {
  /** Dotted, as people say it: `staticTabs.0.name`. */
  readonly path: readonly (string | number)[];
  readonly required: boolean;
  readonly facts: PartFacts;
  /** What it is about, without quotes. */
  readonly from: number;
  readonly to: number;
  /** The schema that says so. */
  readonly version: string;
  /** The version that brought it; null when that is not known. */
  readonly since: string | null;
}

/** What the schema says about the property or value at an offset; null when it says nothing. */
export async function describeAt({
  text,
  offset,
}: {
  readonly text: string;
  readonly offset: number;
}): Promise<Description | null> {
  const place = placeIn(text, offset);
  const { version, schema } = await schemaFor(text);
  const path = place.key === null ? place.path : [...place.path, place.key];
  const parts = partsAt(schema, path);
  if (path.length === 0 || parts.length === 0) return null;
  const name = path.at(-1);
  const required = propertiesAt(schema, path.slice(0, -1)).some((each) => each.name === name && each.required);
  const since = await sinceVersion(path, version);
  return { path, required, facts: factsOf(parts), from: place.from, to: place.to, version, since };
}
