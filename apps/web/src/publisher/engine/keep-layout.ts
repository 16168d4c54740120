import { applyEdits, modify, parse } from "jsonc-parser";

type Holder = Readonly<Record<string, unknown>>;

const isHolder = (value: unknown): value is Holder =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The same whatever the order of properties. */
function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, at) => isSame(item, b[at]));
  if (!isHolder(a) || !isHolder(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]));
}

/**
 * A JSON text that says something else, laid out and ordered as its author has it wherever it says the same.
 * @returns null when that does not come out right; then the whole is to be written anew.
 */
export function keepLayout(text: string, next: unknown, indent: string | number): string | null {
  let result = text;
  const formattingOptions = { insertSpaces: indent !== "\t", tabSize: Number(indent) || 1, eol: "\n" };
  const set = (path: (string | number)[], value: unknown, isNew: boolean) => {
    // What is new at the top tells what the rest is about ($schema), below it is added at the end.
    const options = value !== undefined && path[0] === "$schema" ? { getInsertionIndex: () => 0 } : {};
    // Laying out what is new would lay out the lines around it too: only where it must be.
    const layout = isNew || (typeof value === "object" && value !== null) ? { formattingOptions } : {};
    result = applyEdits(result, modify(result, path, value, { ...layout, ...options }));
  };
  const visit = (path: (string | number)[], before: unknown, after: unknown): void => {
    if (isSame(before, after)) return;
    if (isHolder(before) && isHolder(after)) {
      for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
        visit([...path, key], before[key], after[key]);
    } else if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
      for (const [at, item] of after.entries()) visit([...path, at], before[at], item);
    } else set(path, after, before === undefined);
  };
  const read = (json: string): unknown => parse(json, [], { allowTrailingComma: true });
  try {
    visit([], read(text), next);
    return isSame(read(result), next) ? result : null;
  } catch {
    return null;
  }
}
