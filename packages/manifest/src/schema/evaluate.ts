/**
 * Holds a value against a draft-04 schema and reports every keyword that fails, in the words of Ajv: same keyword, same place,
 * same parameters. The schemas stay data instead of becoming generated code: 1.2 MB for all versions instead of 7, and one
 * version is ready in about a millisecond. evaluate.test.ts holds this file to Ajv over the whole corpus.
 */
import { isObject, type JsonObject, type JsonValue } from "../json/json-value.ts";
import { escapeToken } from "../json/pointer.ts";
import { keywords } from "./keywords.ts";

export interface SchemaError {
  keyword: string;
  /** Of the value that fails. For a missing or unwanted property: of the object, as in Ajv; `params` names the property. */
  pointer: string;
  params: Readonly<Record<string, JsonValue>>;
  /** The part of the schema that was not met, for saying what would have been. */
  schema: JsonObject;
  /** Pointer and index of the anyOf or oneOf that this error is one branch of. */
  branchOf?: string;
}

export interface Evaluation {
  root: JsonObject;
  errors: SchemaError[];
  /** True where the value still holds a placeholder: what it will be is not known, so its content is not judged. */
  isOpen: (pointer: string) => boolean;
  /** Set once openness was used; a oneOf that two branches satisfy for that reason alone is no fault. */
  wasOpen: boolean;
}

export type Keyword = (
  expected: JsonValue,
  value: JsonValue,
  place: { pointer: string; schema: JsonObject; run: Evaluation },
) => void;

/** Every error of `value` under `schema`; empty when it is valid. Never throws on a schema that generate-schemas.ts wrote. */
export function evaluate(
  schema: JsonObject,
  value: JsonValue,
  isOpen: (pointer: string) => boolean = () => false,
): SchemaError[] {
  const run: Evaluation = { root: schema, errors: [], isOpen, wasOpen: false };
  apply(schema, value, "", run);
  return run.errors;
}

/** Applies every keyword of one schema to one value. */
export function apply(schema: JsonValue | undefined, value: JsonValue, pointer: string, run: Evaluation): void {
  if (schema === false) run.errors.push({ keyword: "false schema", pointer, params: {}, schema: {} });
  if (!isObject(schema)) return;
  const reference = schema.$ref;
  // Ajv 8 judges what stands beside a $ref as well, other than draft-04 has it; the official tools rely on Ajv.
  if (typeof reference === "string") apply(resolve(reference, run.root), value, pointer, run);
  if (schema.type !== undefined && !hasType(schema.type, value)) {
    if (typeof value === "string" && run.isOpen(pointer)) run.wasOpen = true;
    else run.errors.push({ keyword: "type", pointer, params: { type: schema.type }, schema });
    // Like Ajv, go on: enum, const and the like are asked of a value of any type.
  }
  for (const name in schema) {
    const keyword = keywords[name];
    const expected = schema[name];
    if (keyword !== undefined && expected !== undefined) keyword(expected, value, { pointer, schema, run });
  }
}

/** Runs a part of the schema aside: true when it passes. Its errors are handed back instead of counted. */
export function attempt(schema: JsonValue, value: JsonValue, pointer: string, run: Evaluation): SchemaError[] {
  const aside: Evaluation = { ...run, errors: [] };
  apply(schema, value, pointer, aside);
  if (aside.wasOpen) run.wasOpen = true;
  return aside.errors;
}

export function child(pointer: string, key: string | number): string {
  return `${pointer}/${escapeToken(key)}`;
}

/** Only references into the same document occur in the official schemas. */
function resolve(reference: string, root: JsonObject): JsonValue | undefined {
  let part: JsonValue | undefined = root;
  for (const token of reference.replace(/^#\/?/, "").split("/")) {
    if (token === "") continue;
    part = isObject(part) ? part[token.replaceAll("~1", "/").replaceAll("~0", "~")] : undefined;
  }
  return part;
}

function hasType(expected: JsonValue, value: JsonValue): boolean {
  const names = Array.isArray(expected) ? expected : [expected];
  return names.some(
    (name) =>
      typeOf(value) === name ||
      (name === "number" && typeof value === "number") ||
      (name === "integer" && Number.isInteger(value)),
  );
}

export function typeOf(value: JsonValue): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
