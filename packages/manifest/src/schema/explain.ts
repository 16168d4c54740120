/** Turns what the schema refuses into a finding a person can act on. */
import type { Text } from "../finding.ts";
import { graphCodeOf } from "../graph/schema-codes.ts";
import { isObject, type JsonObject, type JsonValue, preview, valueAt } from "../json/json-value.ts";
import { dottedPath, pointer as pointerTo, tokensOf } from "../json/pointer.ts";
import type { Hit } from "../rules/rule.ts";
import { type SchemaError, typeOf } from "./evaluate.ts";
import { nearestWord } from "./nearest-word.ts";
import { patternInWords } from "./pattern-words.ts";

const kinds: Readonly<Record<string, Text>> = {
  string: { en: "a text", fr: "un texte" },
  boolean: { en: "true or false", fr: "true ou false" },
  number: { en: "a number", fr: "un nombre" },
  integer: { en: "a whole number", fr: "un nombre entier" },
  array: { en: "a list [ ]", fr: "une liste [ ]" },
  object: { en: "an object { }", fr: "un objet { }" },
  null: { en: "null", fr: "null" },
};

const theManifest: Text = { en: "The manifest", fr: "le manifeste" };

/** `version` is the schema's, for saying which one does not know a property. */
export function explain(error: SchemaError, manifest: JsonValue, version: string, file = "manifest.json"): Hit {
  const { keyword, params, pointer } = error;
  const value = valueAt(manifest, ...tokensOf(pointer));
  const place: string | Text = dottedPath(pointer) || (file === "manifest.json" ? theManifest : file);
  const hit: Hit = { file, pointer, ...graphCodeOf(error), ...expectation(error) };
  if (keyword === "additionalProperties") {
    const property = String(params.additionalProperty);
    const near = isObject(error.schema.properties) ? nearestWord(property, Object.keys(error.schema.properties)) : null;
    return {
      ...hit,
      found: property,
      placeAt: pointerTo(...tokensOf(pointer), property),
      values: { place, property, version, near: meant(near) },
    };
  }
  return { ...hit, ...foundFor(keyword, value), values: { place, ...valuesFor(error, value) } };
}

function foundFor(keyword: string, value: JsonValue | undefined): { found?: string } {
  if (value === undefined || keyword === "required" || /^(anyOf|oneOf|not|if|dependencies)$/.test(keyword)) return {};
  return { found: preview(value) };
}

function expectation({ keyword, params }: SchemaError): { expected?: string | Text } {
  if (keyword === "type") return { expected: kindOf(params.type) };
  if (keyword === "enum") return { expected: listed(params.allowedValues) };
  if (keyword === "const") return { expected: preview(params.allowedValue) };
  if (keyword === "pattern") return { expected: patternInWords(String(params.pattern)).form };
  if (keyword === "required") return { expected: String(params.missingProperty) };
  if (/^max/.test(keyword)) return { expected: `<= ${params.limit}` };
  if (/^min/.test(keyword)) return { expected: `>= ${params.limit}` };
  return {};
}

function valuesFor(
  { keyword, params, schema, pointer }: SchemaError,
  value: JsonValue | undefined,
): Record<string, string | number | Text> {
  const length = lengthOf(value);
  const limit = Number(params.limit);
  switch (keyword) {
    case "type":
      return {
        foundKind: value === undefined ? "" : (kinds[typeOf(value)] ?? typeOf(value)),
        expectedKind: kindOf(params.type),
      };
    case "enum": {
      const allowed = Array.isArray(params.allowedValues) ? params.allowedValues.map(String) : [];
      return {
        found: preview(value),
        allowed: listed(params.allowedValues),
        near: meant(nearestWord(preview(value), allowed)),
      };
    }
    case "const":
      return { found: preview(value), allowed: preview(params.allowedValue) };
    case "pattern":
      return { found: preview(value), ...patternInWords(String(params.pattern)) };
    case "format":
      return { found: preview(value), format: String(params.format).toUpperCase() };
    case "required":
      return {
        property: String(params.missingProperty),
        hint: requiredHint(schema, String(params.missingProperty), pointer),
      };
    case "dependencies":
      return { property: String(params.property), missing: String(params.missingProperty) };
    case "uniqueItems":
      return { i: Number(params.i) + 1, j: Number(params.j) + 1 };
    case "oneOf":
      return { count: Array.isArray(params.passingSchemas) ? params.passingSchemas.length : 0 };
    default:
      return { limit, length, over: Math.abs(length - limit), found: preview(value) };
  }
}

function lengthOf(value: JsonValue | undefined): number {
  if (typeof value === "string") return [...value].length;
  if (Array.isArray(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : 0;
}

function kindOf(type: JsonValue | undefined): Text {
  const names = (Array.isArray(type) ? type : [type]).map(
    (name) => kinds[String(name)] ?? { en: String(name), fr: String(name) },
  );
  return { en: names.map((name) => name.en).join(" or "), fr: names.map((name) => name.fr).join(" ou ") };
}

function listed(values: JsonValue | undefined): string {
  return Array.isArray(values)
    ? preview(values.map((value) => JSON.stringify(value)).join(", "), 240)
    : preview(values);
}

function meant(word: string | null): Text {
  if (word === null) return { en: "", fr: "" };
  return { en: `; “${word}” was probably meant`, fr: ` ; « ${word} » était sans doute voulu` };
}

/** What the schema itself says the missing property is for, in its own words. */
function requiredHint(schema: JsonObject, property: string, pointer: string): Text {
  const description = valueAt(schema, "properties", property, "description");
  const own = schemaVersionHints[pointerTo(...tokensOf(pointer), property)];
  if (own !== undefined) return own;
  return typeof description === "string" ? { en: ` (${preview(description, 160)})`, fr: "" } : { en: "", fr: "" };
}

const schemaVersionHints: Readonly<Record<string, Text>> = {
  "/accentColor": {
    en: ", the colour behind the icon, such as #FFFFFF",
    fr: ", la couleur derrière l'icône, comme #FFFFFF",
  },
  "/packageName": {
    en: ", a name such as com.contoso.app; from version 1.5 on it may be left out",
    fr: ", un nom comme com.contoso.app ; dès la version 1.5 il est facultatif",
  },
  "/id": {
    en: ", a GUID that stays the same for the life of the app",
    fr: ", un GUID qui reste le même toute la vie de l'application",
  },
};
