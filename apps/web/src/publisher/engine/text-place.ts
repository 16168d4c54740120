import { loadSchema, newestVersion, type SchemaVersion, schemaVersions } from "@parvis/manifest";
import { getLocation, type Location, parse } from "jsonc-parser";
import type { Schema } from "./schema-parts.ts";

/** The schema that a text asks for by its `manifestVersion`; the newest when it names none that exists. */
export async function schemaFor(text: string): Promise<{ version: SchemaVersion; schema: Schema }> {
  const value: unknown = parse(text, [], { allowTrailingComma: true });
  const named = typeof value === "object" && value !== null && "manifestVersion" in value ? value.manifestVersion : "";
  const version = schemaVersions.find((known) => known === named) ?? newestVersion;
  return { version, schema: await loadSchema(version) };
}

/** Where in the document an offset of its text is. */
export interface TextPlace {
  /** Of the object or list around a property's name; of the value itself elsewhere. */
  readonly path: (string | number)[];
  /** The name that is being written, where a property's name stands or would stand. */
  readonly key: string | null;
  /** The word or text at the offset, without its quotes. */
  readonly from: number;
  readonly to: number;
}

export function placeIn(text: string, offset: number): TextPlace {
  const location = getLocation(text, offset);
  const { from, to } = wordAt(text, offset, location);
  if (!location.isAtPropertyKey) return { path: location.path as (string | number)[], key: null, from, to };
  return {
    path: location.path.slice(0, -1) as (string | number)[],
    key: String(location.path.at(-1) ?? ""),
    from,
    to,
  };
}

function wordAt(text: string, offset: number, { previousNode: node }: Location): { from: number; to: number } {
  if (node !== undefined && node.offset < offset && offset <= node.offset + node.length) {
    const end = node.offset + node.length;
    if (node.type !== "string" && node.type !== "property") return { from: node.offset, to: end };
    // A text that nobody has closed yet goes to the end of its line.
    const closed = node.length > 1 && text[end - 1] === '"';
    return { from: node.offset + 1, to: closed ? end - 1 : offset };
  }
  // A word without quotes, which is no JSON yet.
  const before = /[\w$.-]*$/.exec(text.slice(Math.max(0, offset - 100), offset))?.[0] ?? "";
  return { from: offset - before.length, to: offset };
}
