import { schemaAddress, schemaVersions } from "@parvis/manifest";
import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { knownValues } from "./known-values.ts";
import { factsOf, type Literal, type PartFacts, valuesOf } from "./part-facts.ts";
import { isSchema, partsAt, propertiesAt, type Schema } from "./schema-parts.ts";
import { placeIn, schemaFor, type TextPlace } from "./text-place.ts";
import { valueTemplate } from "./value-template.ts";

export interface CompleteInput {
  readonly text: string;
  readonly offset: number;
  /** Paths of the other files of the package. */
  readonly files?: readonly string[];
}

export interface Suggestion {
  readonly kind: "property" | "value" | "item";
  /** Without quotes. */
  readonly label: string;
  readonly required: boolean;
  readonly facts: PartFacts;
  /** The value, in the snippet language of the editor. For a property, of what follows its colon. */
  readonly template: string;
}

export interface Completion {
  /** What is being written, without quotes; replaced by what is chosen. */
  readonly from: number;
  readonly to: number;
  readonly suggestions: readonly Suggestion[];
}

/** What may stand at a place of a manifest, according to the schema of its version. */
export async function complete({ text, offset, files = [] }: CompleteInput): Promise<Completion> {
  const place = placeIn(text, offset);
  const { version, schema } = await schemaFor(text);
  const { from, to } = place;
  if (place.key !== null) return { from, to, suggestions: propertySuggestions(schema, place, text) };
  const special = place.path.length === 1 ? specialValues(String(place.path[0]), version) : undefined;
  const parts = partsAt(schema, place.path);
  const allowed = special ?? allowedValues(parts);
  const values = allowed.length > 0 ? allowed : knownValues(text, place.path, files);
  const facts = factsOf(parts);
  const suggestions = values.map(
    (value): Suggestion => ({
      ...{ kind: "value", required: false, facts },
      label: String(value),
      template: JSON.stringify(value),
    }),
  );
  return { from, to, suggestions: [...suggestions, ...itemSuggestions(schema, place, parts)] };
}

function propertySuggestions(schema: Schema, { path, key }: TextPlace, text: string): Suggestion[] {
  const tree = parseTree(text);
  const holder = tree && findNodeAtLocation(tree, path as (string | number)[]);
  const taken = new Set((holder?.children ?? []).map((property) => String(property.children?.[0]?.value)));
  return propertiesAt(schema, path)
    .filter(({ name }) => name === key || !taken.has(name))
    .map(({ name, required, parts }) => ({
      kind: "property",
      label: name,
      required,
      facts: factsOf(parts),
      template: valueTemplate(schema, [...path, name]),
    }));
}

/** A schema knows one version, its own; a manifest may move to another. */
function specialValues(property: string, version: Parameters<typeof schemaAddress>[0]): string[] | undefined {
  if (property === "manifestVersion") return [...schemaVersions].reverse();
  if (property === "$schema") return [schemaAddress(version)];
  return undefined;
}

function allowedValues(parts: readonly Schema[]): Literal[] {
  const values = valuesOf(parts);
  return values.length === 0 && parts.some(({ type }) => type === "boolean") ? [true, false] : values;
}

/** In a list of objects: a whole item. */
function itemSuggestions(schema: Schema, { path, from, to }: TextPlace, parts: readonly Schema[]): Suggestion[] {
  const [last] = path.slice(-1);
  if (typeof last !== "number" || from !== to || !parts.some(({ properties }) => isSchema(properties))) return [];
  const label = String(path.at(-2) ?? "");
  return [{ kind: "item", label, required: false, facts: factsOf(parts), template: valueTemplate(schema, path) }];
}
