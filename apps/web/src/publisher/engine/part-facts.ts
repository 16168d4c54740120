import type { Schema } from "./schema-parts.ts";

export type Literal = string | number | boolean | null;

/** What a schema says about a value, for people. What it does not limit is absent. */
export interface PartFacts {
  readonly description?: string;
  readonly types: readonly string[];
  /** The only values there may be. */
  readonly values?: readonly Literal[];
  readonly default?: Literal;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
}

const numbers = ["minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum"] as const;
const texts = ["description", "pattern", "format"] as const;

/** Gathers what the parts say: the first one to speak of something is believed, as it stands nearest. */
export function factsOf(parts: readonly Schema[]): PartFacts {
  const first = (keyword: string, type: string) =>
    parts.map((part) => part[keyword]).find((value) => typeof value === type && value !== "");
  const facts: Record<string, unknown> = { types: typesOf(parts) };
  for (const name of texts) facts[name] = first(name, "string");
  for (const name of numbers) facts[name] = first(name, "number");
  facts.uniqueItems = first("uniqueItems", "boolean") === true ? true : undefined;
  facts.default = parts.map((part) => part.default).find(isLiteral);
  const values = valuesOf(parts);
  facts.values = values.length > 0 ? values : undefined;
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as unknown as PartFacts;
}

export function typesOf(parts: readonly Schema[]): string[] {
  const named = parts.flatMap(({ type }) => (Array.isArray(type) ? type : [type]));
  return [...new Set(named.filter((type) => typeof type === "string"))];
}

/** The values that an `enum` or `const` allows, each once. */
export function valuesOf(parts: readonly Schema[]): Literal[] {
  const given = parts.flatMap((part) => [
    ...("const" in part ? [part.const] : []),
    ...(Array.isArray(part.enum) ? part.enum : []),
  ]);
  return [...new Set(given.filter(isLiteral))];
}

function isLiteral(value: unknown): value is Literal {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
