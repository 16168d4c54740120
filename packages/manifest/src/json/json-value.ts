/** JSON as it comes: the types, and readers that answer undefined instead of throwing when a value is not what it should be. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value under `keys`, or undefined where the way ends. Own properties only, so that `__proto__` finds nothing. */
export function valueAt(root: JsonValue | undefined, ...keys: (string | number)[]): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const key of keys) {
    if (Array.isArray(value)) value = typeof key === "number" ? value[key] : value[Number(key)];
    else if (isObject(value) && Object.hasOwn(value, String(key))) value = value[String(key)];
    else return undefined;
  }
  return value;
}

export function textAt(root: JsonValue | undefined, ...keys: (string | number)[]): string | undefined {
  const value = valueAt(root, ...keys);
  return typeof value === "string" ? value : undefined;
}

export function objectAt(root: JsonValue | undefined, ...keys: (string | number)[]): JsonObject | undefined {
  const value = valueAt(root, ...keys);
  return isObject(value) ? value : undefined;
}

export function listAt(root: JsonValue | undefined, ...keys: (string | number)[]): JsonValue[] {
  const value = valueAt(root, ...keys);
  return Array.isArray(value) ? value : [];
}

/** A value in one short line, for "found". */
export function preview(value: JsonValue | undefined, limit = 80): string {
  if (value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}
