/** What `JSON.parse` gives. Fields of a sender's card are never trusted to have the documented type. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

export interface JsonObject {
  [key: string]: JsonValue;
}

/** Is this a JSON object: neither null nor an array? */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of an array; anything else in it is left out. One object alone counts as an array of one. */
export function objectsOf(value: JsonValue | undefined): JsonObject[] {
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) ? [value] : [];
}

/**
 * A field by name. The service that connectors were written against matched names without regard to case, and
 * senders on .NET and PowerShell post `Text` and `Sections`; the exact name wins.
 */
export function property(object: JsonObject, name: string): JsonValue | undefined {
  const exact = object[name];
  if (exact !== undefined) return exact;
  const wanted = name.toLowerCase();
  for (const key in object) {
    if (key.length === wanted.length && key.toLowerCase() === wanted) return object[key];
  }
  return undefined;
}

/** How deep a text that should have been a string is still spelled out. */
const spelledDepth = 4;

/**
 * A field as text. Senders put numbers, booleans and lists where a string is documented (contracts.md D.7); a
 * person should still see them. Null and absent are empty.
 */
export function textOf(value: JsonValue | undefined, depth = spelledDepth): string {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  if (depth === 0) return "…";
  if (Array.isArray(value)) return value.map((item) => textOf(item, depth - 1)).join(", ");
  return Object.keys(value)
    .map((key) => `${key}: ${textOf(value[key], depth - 1)}`)
    .join(", ");
}

/** A field that should be an object; an empty one where it is none. */
export function part(owner: JsonObject, name: string): JsonObject {
  const value = owner[name];
  return isObject(value) ? value : {};
}

/** Would `textOf` give something to read? */
export function hasText(value: JsonValue | undefined): boolean {
  return typeof value === "string" ? /\S/.test(value) : value !== undefined && /\S/.test(textOf(value));
}

/** A flag as senders write it: `true` or `"true"`. Anything else is the fallback. */
export function flagOf(value: JsonValue | undefined, fallback: boolean): boolean {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return fallback;
  const word = value.toLowerCase();
  return word === "true" ? true : word === "false" ? false : fallback;
}

/** Is anything nested deeper than `limit`? Keeps every later walk over a stored card from exhausting the stack. */
export function isDeeperThan(value: JsonValue, limit: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (limit === 0) return true;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === "object" && isDeeperThan(item, limit - 1)) return true;
    return false;
  }
  for (const key in value) {
    const item = value[key];
    if (typeof item === "object" && isDeeperThan(item, limit - 1)) return true;
  }
  return false;
}
