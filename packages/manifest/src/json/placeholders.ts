/** Placeholders that templates and toolkits leave in manifests: `${{VAR}}`, `{{VAR}}`, `<<VAR>>`, and `[VAR]` as a whole value. */
import { isObject, type JsonValue } from "./json-value.ts";
import { escapeToken } from "./pointer.ts";

export interface OpenPlaceholder {
  pointer: string;
  /** As written, with its brackets. */
  text: string;
  name: string;
}

const inText = /\$\{\{\s*([\w.-]+)\s*\}\}|\{\{\s*([\w.-]+)\s*\}\}|<<\s*([A-Za-z_][^<>]{0,100}?)\s*>>/g;
/** Square brackets are ordinary text in a description, so they count only where they are all there is, or all of a URL's host. */
const wholeValue = /^\[\s*([A-Za-z_][\w .-]{0,100}?)\s*\]$|^https:\/\/\[([A-Za-z_][\w .-]{0,100}?)\](?=$|[/:])/;

/** Deeper than this no manifest goes, and recursion stays safe. */
export const deepestNesting = 100;

/**
 * Replaces what `env` knows, in place, and returns what is left open, one a place and name. `env` is asked by the name as written.
 */
export function fillPlaceholders(root: JsonValue, env: Readonly<Record<string, string>>): OpenPlaceholder[] {
  const open: OpenPlaceholder[] = [];
  const visit = (value: JsonValue, pointer: string): JsonValue => {
    if (typeof value === "string") return fillText(value, env, (text, name) => open.push({ pointer, text, name }));
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        value[index] = visit(item, `${pointer}/${index}`);
      });
    } else if (isObject(value)) {
      for (const [key, item] of Object.entries(value)) {
        const filled = visit(item, `${pointer}/${escapeToken(key)}`);
        if (filled !== item)
          Object.defineProperty(value, key, { value: filled, enumerable: true, writable: true, configurable: true });
      }
    }
    return value;
  };
  visit(root, "");
  return open;
}

function fillText(
  text: string,
  env: Readonly<Record<string, string>>,
  open: (text: string, name: string) => void,
): string {
  const seen = new Set<string>();
  const replace = (written: string, name: string): string => {
    const known = Object.hasOwn(env, name) ? env[name] : undefined;
    if (known !== undefined) return known;
    if (!seen.has(written)) open(written, name);
    seen.add(written);
    return written;
  };
  if (!/[<{[]/.test(text)) return text;
  const filled = text.replace(inText, (written, dollar, braces, angles) =>
    replace(written, dollar ?? braces ?? angles),
  );
  const whole = wholeValue.exec(filled);
  const name = whole?.[1] ?? whole?.[2];
  if (whole === null || name === undefined) return filled;
  const written = `[${name}]`;
  return filled.replace(written, () => replace(written, name));
}

/** `NAME=value` lines as .env files have them: comments, blank lines, `export`, and single or double quotes. */
export function parseEnv(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const line of text.replace(/^\uFEFF/, "").split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([^#=\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line);
    if (match?.[1] === undefined) continue;
    const value = match[2] ?? "";
    const quoted = /^(["'])(.*)\1$/.exec(value);
    values[match[1]] = quoted?.[2] ?? value.replace(/\s+#.*$/, "");
  }
  return values;
}

/** Fills placeholders in the text of a JSON file; values are escaped for the texts they come to stand in. The rest stays as written. */
export function fillJsonText(text: string, env: Readonly<Record<string, string>>): string {
  const escaped = Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, JSON.stringify(value).slice(1, -1)]),
  );
  return text.replace(/"(?:[^"\\]|\\.)*"/g, (quoted) => `"${fillText(quoted.slice(1, -1), escaped, () => undefined)}"`);
}
