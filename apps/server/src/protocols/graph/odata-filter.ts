import { ParvisError } from "../../platform/errors.ts";

export type Literal = string | number | boolean | null;
export type Comparison = "eq" | "ne" | "gt" | "ge" | "lt" | "le";
export type TextTest = "contains" | "startswith" | "endswith";

/** A `$filter` (OData 4.01 section 5.1.1), as far as Teams' collections take it (contracts.md A.3, A.4). */
export type Filter =
  | { readonly kind: "and" | "or"; readonly parts: readonly Filter[] }
  | { readonly kind: "not"; readonly part: Filter }
  | { readonly kind: "compare"; readonly path: readonly string[]; readonly how: Comparison; readonly value: Literal }
  | { readonly kind: "text"; readonly path: readonly string[]; readonly how: TextTest; readonly value: string }
  /** Whether one of a collection fits; without a part, whether there is one. Paths of the part begin after the variable. */
  | { readonly kind: "any"; readonly path: readonly string[]; readonly part: Filter | undefined };

const token =
  /\s*(?:('(?:[^']|'')*')|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|(-?\d+(?:\.\d+)?)(?![\w-])|([A-Za-z_][\w.]*(?:\/[A-Za-z_][\w.]*)*)|([(),:]))/giy;

interface Token {
  readonly kind: "text" | "number" | "name" | "sign";
  readonly value: string;
}

function wrong(filter: string, why: string): ParvisError {
  return new ParvisError("request/invalid", { detail: `Could not understand $filter '${filter}': ${why}.` });
}

function tokens(filter: string): Token[] {
  const found: Token[] = [];
  token.lastIndex = 0;
  let end = 0;
  for (let match = token.exec(filter); match !== null; match = token.exec(filter)) {
    const [, text, id, number, name, sign] = match;
    if (text !== undefined) found.push({ kind: "text", value: text.slice(1, -1).replaceAll("''", "'") });
    else if (id !== undefined) found.push({ kind: "text", value: id });
    else if (number !== undefined) found.push({ kind: "number", value: number });
    else if (name !== undefined) found.push({ kind: "name", value: name });
    else found.push({ kind: "sign", value: sign ?? "" });
    end = token.lastIndex;
  }
  const rest = filter.slice(end).trim();
  if (rest !== "") throw wrong(filter, `nothing was expected to begin with ${rest.slice(0, 20)}`);
  return found;
}

const comparisons: readonly string[] = ["eq", "ne", "gt", "ge", "lt", "le"];
const textTests: readonly string[] = ["contains", "startswith", "endswith"];
const deepest = 20;

class Reader {
  readonly #filter: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(filter: string) {
    this.#filter = filter;
    this.#tokens = tokens(filter);
  }

  whole(): Filter {
    const read = this.#or(undefined, 0);
    if (this.#peek() !== undefined) throw this.#unexpected();
    return read;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #is(kind: Token["kind"], value: string): boolean {
    const next = this.#peek();
    return next?.kind === kind && next.value.toLowerCase() === value;
  }

  #takes(kind: Token["kind"], value: string): boolean {
    if (!this.#is(kind, value)) return false;
    this.#at++;
    return true;
  }

  #need(value: string): void {
    if (!this.#takes("sign", value)) throw this.#unexpected(value);
  }

  #unexpected(expected?: string): ParvisError {
    const next = this.#peek()?.value ?? "the end";
    return wrong(
      this.#filter,
      expected === undefined ? `${next} was not expected` : `${expected} expected, not ${next}`,
    );
  }

  #or(variable: string | undefined, depth: number): Filter {
    const parts = [this.#and(variable, depth)];
    while (this.#takes("name", "or")) parts.push(this.#and(variable, depth));
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: "or", parts };
  }

  #and(variable: string | undefined, depth: number): Filter {
    const parts = [this.#one(variable, depth)];
    while (this.#takes("name", "and")) parts.push(this.#one(variable, depth));
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: "and", parts };
  }

  #one(variable: string | undefined, depth: number): Filter {
    if (depth > deepest) throw wrong(this.#filter, "it is nested too deeply");
    if (this.#takes("name", "not")) return { kind: "not", part: this.#one(variable, depth + 1) };
    if (this.#takes("sign", "(")) {
      const inner = this.#or(variable, depth + 1);
      this.#need(")");
      return inner;
    }
    const name = this.#name();
    if (this.#takes("sign", "(")) return this.#call(name, variable, depth);
    const next = this.#peek();
    if (next?.kind !== "name" || !comparisons.includes(next.value.toLowerCase())) throw this.#unexpected("eq or ne");
    this.#at++;
    const how = next.value.toLowerCase() as Comparison;
    return { kind: "compare", path: this.#path(name, variable), how, value: this.#literal() };
  }

  #call(name: string, variable: string | undefined, depth: number): Filter {
    if (textTests.includes(name.toLowerCase())) {
      const path = this.#path(this.#name(), variable);
      this.#need(",");
      const value = this.#literal();
      if (typeof value !== "string") throw wrong(this.#filter, `${name} compares with a text`);
      this.#need(")");
      return { kind: "text", path, how: name.toLowerCase() as TextTest, value };
    }
    const [, collection] = /^(.+)\/any$/i.exec(name) ?? [];
    if (collection === undefined) throw wrong(this.#filter, `${name} is not known`);
    const path = this.#path(collection, variable);
    if (this.#takes("sign", ")")) return { kind: "any", path, part: undefined };
    const inner = this.#name();
    this.#need(":");
    const part = this.#or(inner, depth + 1);
    this.#need(")");
    return { kind: "any", path, part };
  }

  #name(): string {
    const next = this.#peek();
    if (next?.kind !== "name") throw this.#unexpected("a name");
    this.#at++;
    return next.value;
  }

  /** Inside a lambda names begin with its variable, which is not part of the path. */
  #path(name: string, variable: string | undefined): string[] {
    const parts = name.split("/");
    return variable !== undefined && parts[0] === variable ? parts.slice(1) : parts;
  }

  #literal(): Literal {
    const next = this.#peek();
    this.#at++;
    if (next?.kind === "text") return next.value;
    if (next?.kind === "number") return Number(next.value);
    const word = next?.kind === "name" ? next.value : "";
    if (word === "null") return null;
    if (/^(true|false)$/i.test(word)) return word.toLowerCase() === "true";
    this.#at--;
    throw this.#unexpected("a value");
  }
}

/** @throws ParvisError request/invalid saying what was not understood. */
export function readFilter(filter: string): Filter {
  return new Reader(filter).whole();
}

function at(resource: unknown, path: readonly string[]): unknown {
  let value = resource;
  for (const name of path) {
    if (typeof value !== "object" || value === null) return undefined;
    const found = Object.entries(value).find(([key]) => key.toLowerCase() === name.toLowerCase());
    value = found?.[1];
  }
  return value;
}

function compared(value: unknown, how: Comparison, wanted: Literal): boolean {
  const plain = value ?? null;
  // Ids and enumerations are compared as Teams does: without case.
  const [a, b] = [plain, wanted].map((one) => (typeof one === "string" ? one.toLowerCase() : one));
  if (how === "eq") return a === b;
  if (how === "ne") return a !== b;
  if (typeof a !== typeof b || (typeof a !== "string" && typeof a !== "number")) return false;
  const order = a === b ? 0 : a < (b as typeof a) ? -1 : 1;
  return { gt: order > 0, ge: order >= 0, lt: order < 0, le: order <= 0 }[how];
}

/** Whether a resource, with what the filter names already expanded in it, fits. */
export function fits(filter: Filter, resource: unknown): boolean {
  switch (filter.kind) {
    case "and":
      return filter.parts.every((part) => fits(part, resource));
    case "or":
      return filter.parts.some((part) => fits(part, resource));
    case "not":
      return !fits(filter.part, resource);
    case "compare":
      return compared(at(resource, filter.path), filter.how, filter.value);
    case "text": {
      const value = at(resource, filter.path);
      const text = typeof value === "string" ? value.toLowerCase() : "";
      const wanted = filter.value.toLowerCase();
      return { contains: text.includes(wanted), startswith: text.startsWith(wanted), endswith: text.endsWith(wanted) }[
        filter.how
      ];
    }
    case "any": {
      const items = at(resource, filter.path);
      const { part } = filter;
      return Array.isArray(items) && items.some((item) => part === undefined || fits(part, item));
    }
  }
}
