/** Finding one's way in a JSON schema (draft-04, as the official ones are): which parts of it speak about a place. */

type JsonValue = string | number | boolean | null | JsonValue[] | Schema;
export interface Schema {
  readonly [keyword: string]: JsonValue | undefined;
}

/** A way into a document: names of properties and places in lists. */
export type Path = readonly (string | number)[];

/** Deeper than this the official schemas only repeat themselves. */
const deepestReference = 20;

export function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function follow(root: Schema, reference: string): Schema | undefined {
  let part: unknown = root;
  for (const token of reference.replace(/^#\/?/, "").split("/")) {
    if (token !== "") part = isSchema(part) ? part[token.replaceAll("~1", "/").replaceAll("~0", "~")] : undefined;
  }
  return isSchema(part) ? part : undefined;
}

const listed = (value: unknown): Schema[] => (Array.isArray(value) ? value.filter(isSchema) : []);

/** A schema and all that it refers to or offers as an alternative: each may say something about the same value. */
function spread(root: Schema, schema: Schema, depth = 0): Schema[] {
  if (depth > deepestReference) return [];
  const target = typeof schema.$ref === "string" ? follow(root, schema.$ref) : undefined;
  const others = [
    ...(target === undefined ? [] : [target]),
    ...["allOf", "anyOf", "oneOf"].flatMap((keyword) => listed(schema[keyword])),
    ...["then", "else"].flatMap((keyword) => (isSchema(schema[keyword]) ? [schema[keyword]] : [])),
    ...(isSchema(schema.dependencies) ? Object.values(schema.dependencies).filter(isSchema) : []),
  ];
  return [schema, ...others.flatMap((other) => spread(root, other, depth + 1))];
}

function step(parts: readonly Schema[], token: string | number): Schema[] {
  return parts.flatMap((part): Schema[] => {
    if (typeof token === "number")
      return isSchema(part.items) ? [part.items] : listed(part.items).slice(token, token + 1);
    const { properties } = part;
    if (isSchema(properties) && Object.hasOwn(properties, token) && isSchema(properties[token]))
      return [properties[token]];
    return isSchema(part.additionalProperties) ? [part.additionalProperties] : [];
  });
}

/** Every part of the schema that speaks about the value at `path`; what stands nearer to it comes first. */
export function partsAt(root: Schema, path: Path): Schema[] {
  let parts = spread(root, root);
  for (const token of path) parts = step(parts, token).flatMap((part) => spread(root, part));
  return parts;
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly parts: readonly Schema[];
}

/** The properties that the object at `path` may have, those it must have first. */
export function propertiesAt(root: Schema, path: Path): Property[] {
  const parts = partsAt(root, path);
  // Only where every alternative asks for it is a property needed: what stands in a branch may not apply.
  const required = new Set(parts.flatMap((part) => (isSchema(part.properties) ? namesIn(part.required) : [])));
  const names = new Set(parts.flatMap((part) => (isSchema(part.properties) ? Object.keys(part.properties) : [])));
  return [...names]
    .map((name) => ({ name, required: required.has(name), parts: partsAt(root, [...path, name]) }))
    .sort((a, b) => Number(b.required) - Number(a.required));
}

function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];
}
