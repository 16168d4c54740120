import { ParvisError } from "../../platform/errors.ts";

/** `$select` and `$expand` of a resource, and of what is expanded in it. */
export interface QueryOptions {
  /** Lower case; undefined when not asked for. */
  readonly select: ReadonlySet<string> | undefined;
  /** By name in lower case, since clients write `appDefinitions` and `AppDefinitions` (contracts.md A.3). */
  readonly expand: ReadonlyMap<string, QueryOptions>;
}

export const noOptions: QueryOptions = { select: undefined, expand: new Map() };

/** Parts of a list, not those inside parentheses or quotes. */
function split(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (const [index, letter] of [...text].entries()) {
    if (letter === "'") quoted = !quoted;
    else if (quoted) continue;
    else if (letter === "(") depth++;
    else if (letter === ")") depth--;
    else if (letter === separator && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function wrong(option: string, value: string): ParvisError {
  return new ParvisError("request/invalid", {
    detail: `Could not understand ${option}: '${value}'. Expected names divided by commas, nested options in parentheses.`,
  });
}

function readSelect(text: string): ReadonlySet<string> {
  const names = split(text, ",");
  const odd = names.find((name) => !/^[\w@.*]+$/.test(name));
  if (odd !== undefined) throw wrong("$select", odd);
  return new Set(names.map((name) => name.toLowerCase()));
}

function readExpand(text: string, depth = 0): ReadonlyMap<string, QueryOptions> {
  const expand = new Map<string, QueryOptions>();
  for (const item of split(text, ",")) {
    const [, name, nested] = /^(\w+)(?:\((.*)\))?$/s.exec(item) ?? [];
    // Nobody nests deeper than a bot of a definition of an app.
    if (name === undefined || depth > 4) throw wrong("$expand", item);
    expand.set(name.toLowerCase(), nested === undefined ? noOptions : readNested(nested, depth + 1));
  }
  return expand;
}

function readNested(text: string, depth: number): QueryOptions {
  let { select, expand } = noOptions;
  for (const option of split(text, ";")) {
    const [, name, value = ""] = /^\$?(\w+)=(.*)$/s.exec(option) ?? [];
    if (name?.toLowerCase() === "select") select = readSelect(value);
    else if (name?.toLowerCase() === "expand") expand = readExpand(value, depth);
    else throw wrong("$expand", option);
  }
  return { select, expand };
}

/** @throws ParvisError request/invalid naming the part that was not understood. */
export function readOptions(query: (name: string) => string | undefined): QueryOptions {
  const select = query("$select") ?? query("select");
  const expand = query("$expand") ?? query("expand");
  return {
    select: select === undefined ? undefined : readSelect(select),
    expand: expand === undefined ? noOptions.expand : readExpand(expand),
  };
}

/** What of a resource was asked for. @param always members that stand there whatever is selected. */
export function selected(
  resource: Readonly<Record<string, unknown>>,
  { select, expand }: QueryOptions,
  always: readonly string[] = [],
): Record<string, unknown> {
  if (select === undefined || select.has("*")) return { ...resource };
  return Object.fromEntries(
    Object.entries(resource).filter(([name]) => {
      const [base = ""] = name.toLowerCase().split("@");
      return select.has(base) || expand.has(base) || always.includes(name) || name.startsWith("@");
    }),
  );
}
