/** The keywords that the official schemas use, as Ajv with draft-04 understands them. */
import { fullFormats } from "ajv-formats/dist/formats.js";
import { isObject, type JsonObject, type JsonValue } from "../json/json-value.ts";
import { sameJson } from "../json/same-json.ts";
import { apply, attempt, child, type Evaluation, type Keyword } from "./evaluate.ts";

type Place = Parameters<Keyword>[2];

function fail(place: Place, keyword: string, params: Record<string, JsonValue> = {}): void {
  place.run.errors.push({ keyword, pointer: place.pointer, params, schema: place.schema });
}

/** For keywords about what a string says: an unfilled placeholder passes them all. */
function ofText(
  name: string,
  passes: (expected: JsonValue, text: string) => boolean,
  params: (expected: JsonValue) => Record<string, JsonValue>,
): Keyword {
  return (expected, value, place) => {
    if (typeof value !== "string" || passes(expected, value)) return;
    if (place.run.isOpen(place.pointer)) place.run.wasOpen = true;
    else fail(place, name, params(expected));
  };
}

function ofLimit(name: string, comparison: "<=" | ">=", measure: (value: JsonValue) => number | undefined): Keyword {
  return (limit, value, place) => {
    const size = measure(value);
    if (size === undefined || typeof limit !== "number") return;
    if (comparison === "<=" ? size <= limit : size >= limit) return;
    if (typeof value === "string" && place.run.isOpen(place.pointer)) place.run.wasOpen = true;
    else fail(place, name, /^m..imum$/.test(name) ? { comparison, limit } : { limit });
  };
}

const numberOf = (value: JsonValue) => (typeof value === "number" ? value : undefined);
const itemsOf = (value: JsonValue) => (Array.isArray(value) ? value.length : undefined);
const propertiesOf = (value: JsonValue) => (isObject(value) ? Object.keys(value).length : undefined);

/** Characters, not UTF-16 units: a surrogate pair counts once, as JSON schema has it. */
function lengthOf(value: JsonValue): number | undefined {
  if (typeof value !== "string") return undefined;
  let length = 0;
  for (const _ of value) length++;
  return length;
}

const compiled = new Map<string, RegExp>();
function expression(pattern: string): RegExp {
  let ready = compiled.get(pattern);
  if (ready === undefined) {
    ready = new RegExp(pattern, "u");
    compiled.set(pattern, ready);
  }
  return ready;
}

function matchesFormat(name: string, text: string): boolean {
  const format = (fullFormats as Record<string, unknown>)[name];
  if (typeof format === "function") return format(text) === true;
  return format instanceof RegExp ? format.test(text) : true;
}

const oneOrAny =
  (name: "anyOf" | "oneOf"): Keyword =>
  (branches, value, place) => {
    if (!Array.isArray(branches)) return;
    const before = place.run.wasOpen;
    place.run.wasOpen = false;
    const outcomes = branches.map((branch) => attempt(branch, value, place.pointer, place.run));
    const passing = outcomes.flatMap((errors, index) => (errors.length === 0 ? [index] : []));
    const excused = place.run.wasOpen;
    place.run.wasOpen ||= before;
    if (passing.length === 1 || (passing.length > 1 && (name === "anyOf" || excused))) return;
    if (passing.length === 0) {
      for (const error of outcomes.flat())
        place.run.errors.push({ ...error, branchOf: error.branchOf ?? place.pointer });
      fail(place, name, name === "oneOf" ? { passingSchemas: null } : {});
    } else fail(place, name, { passingSchemas: passing.slice(0, 2) });
  };

/** Which properties `properties` and `patternProperties` speak for. */
function isDeclared(schema: JsonObject, key: string): boolean {
  if (isObject(schema.properties) && Object.hasOwn(schema.properties, key)) return true;
  return (
    isObject(schema.patternProperties) && Object.keys(schema.patternProperties).some((p) => expression(p).test(key))
  );
}

function firstDuplicate(list: JsonValue[]): { i: number; j: number } | null {
  const seen = new Map<string, number>();
  for (let i = list.length - 1; i > 0; i--) {
    for (let j = i - 1; j >= 0 && list.length <= 64; j--) if (sameJson(list[i], list[j])) return { i, j };
  }
  if (list.length <= 64) return null;
  // Long lists are compared by their text: quadratic comparison is what an attacker would want.
  for (const [index, item] of list.entries()) {
    const text = JSON.stringify(item);
    const earlier = seen.get(text);
    if (earlier !== undefined) return { i: index, j: earlier };
    seen.set(text, index);
  }
  return null;
}

function eachProperty(expected: JsonValue, value: JsonValue, visit: (key: string, schema: JsonValue) => void): void {
  if (!isObject(expected) || !isObject(value)) return;
  for (const key in expected) if (Object.hasOwn(value, key)) visit(key, expected[key] ?? null);
}

export const keywords: Readonly<Record<string, Keyword | undefined>> = {
  maxLength: ofLimit("maxLength", "<=", lengthOf),
  minLength: ofLimit("minLength", ">=", lengthOf),
  maxItems: ofLimit("maxItems", "<=", itemsOf),
  minItems: ofLimit("minItems", ">=", itemsOf),
  maxProperties: ofLimit("maxProperties", "<=", propertiesOf),
  minProperties: ofLimit("minProperties", ">=", propertiesOf),
  maximum: ofLimit("maximum", "<=", numberOf),
  minimum: ofLimit("minimum", ">=", numberOf),
  pattern: ofText(
    "pattern",
    (p, text) => typeof p !== "string" || expression(p).test(text),
    (pattern) => ({ pattern }),
  ),
  format: ofText(
    "format",
    (name, text) => typeof name !== "string" || matchesFormat(name, text),
    (format) => ({ format }),
  ),
  const(expected, value, place) {
    if (sameJson(expected, value)) return;
    if (place.run.isOpen(place.pointer)) place.run.wasOpen = true;
    else fail(place, "const", { allowedValue: expected });
  },
  enum(expected, value, place) {
    if (!Array.isArray(expected) || expected.some((allowed) => sameJson(allowed, value))) return;
    if (place.run.isOpen(place.pointer)) place.run.wasOpen = true;
    else fail(place, "enum", { allowedValues: expected });
  },
  uniqueItems(expected, value, place) {
    if (expected !== true || !Array.isArray(value)) return;
    const twice = firstDuplicate(value);
    if (twice !== null) fail(place, "uniqueItems", twice);
  },
  required(expected, value, place) {
    if (!Array.isArray(expected) || !isObject(value)) return;
    for (const missingProperty of expected) {
      if (!Object.hasOwn(value, String(missingProperty))) fail(place, "required", { missingProperty });
    }
  },
  properties(expected, value, { pointer, run }) {
    eachProperty(expected, value, (key, schema) =>
      apply(schema, (value as JsonObject)[key] ?? null, child(pointer, key), run),
    );
  },
  patternProperties(expected, value, { pointer, run }) {
    if (!isObject(expected) || !isObject(value)) return;
    for (const [pattern, schema] of Object.entries(expected)) {
      for (const [key, item] of Object.entries(value)) {
        if (expression(pattern).test(key)) apply(schema, item, child(pointer, key), run);
      }
    }
  },
  additionalProperties(expected, value, place) {
    if (!isObject(value) || expected === true) return;
    for (const [key, item] of Object.entries(value)) {
      if (isDeclared(place.schema, key)) continue;
      if (expected === false) fail(place, "additionalProperties", { additionalProperty: key });
      else apply(expected, item, child(place.pointer, key), place.run);
    }
  },
  items(expected, value, { pointer, run }) {
    if (!Array.isArray(value)) return;
    value.forEach((item, index) => {
      apply(Array.isArray(expected) ? expected[index] : expected, item, child(pointer, index), run);
    });
  },
  dependencies(expected, value, place) {
    eachProperty(expected, value, (property, needs) => {
      if (!Array.isArray(needs)) return apply(needs, value, place.pointer, place.run);
      for (const missingProperty of needs) {
        if (isObject(value) && Object.hasOwn(value, String(missingProperty))) continue;
        fail(place, "dependencies", { property, missingProperty, depsCount: needs.length, deps: needs.join(", ") });
      }
    });
  },
  allOf(expected, value, { pointer, run }) {
    if (Array.isArray(expected)) for (const part of expected) apply(part, value, pointer, run);
  },
  anyOf: oneOrAny("anyOf"),
  oneOf: oneOrAny("oneOf"),
  not(expected, value, place) {
    if (attempt(expected, value, place.pointer, place.run).length === 0) fail(place, "not");
  },
  // Younger than draft-04, and judged all the same by Ajv's draft-04 class; the 1.27 schema counts on it.
  if(expected, value, place) {
    const holds = passes(expected, value, place.pointer, place.run);
    const next = holds ? place.schema.then : place.schema.else;
    if (next === undefined) return;
    const errors = attempt(next, value, place.pointer, place.run);
    if (errors.length === 0) return;
    place.run.errors.push(...errors);
    fail(place, "if", { failingKeyword: holds ? "then" : "else" });
  },
};

function passes(schema: JsonValue, value: JsonValue, pointer: string, run: Evaluation): boolean {
  return attempt(schema, value, pointer, run).length === 0;
}
