import { typesOf, valuesOf } from "./part-facts.ts";
import { type Path, partsAt, propertiesAt, type Schema } from "./schema-parts.ts";

/** Properties that are not required and that hardly any manifest goes without. */
const alsoUsual: Readonly<Record<string, readonly string[]>> = {
  connectors: ["configurationUrl"],
  staticTabs: ["name", "contentUrl", "websiteUrl"],
  configurableTabs: ["canUpdateConfiguration"],
  bots: ["commandLists"],
  composeExtensions: ["botId"],
};

const deepest = 6;

/**
 * A value to begin with, in the snippet language of the editor: `${}` is a place to fill in, a tab indents. Everything
 * that the schema requires is there.
 */
export function valueTemplate(root: Schema, path: Path, depth = 0): string {
  const parts = partsAt(root, path);
  const [value] = valuesOf(parts);
  if (value !== undefined) return field(JSON.stringify(value));
  const types = typesOf(parts);
  const fallback = parts.map((part) => part.default).find((each) => typeof each === "boolean");
  if (types.includes("string")) return `"${field("")}"`;
  if (types.includes("boolean")) return field(String(fallback ?? false));
  if (types.includes("integer") || types.includes("number")) return field("0");
  if (types.includes("array")) return list(root, path, depth);
  return object(root, path, depth);
}

const field = (content: string) => `\${${content.replaceAll("}", "\\}")}}`;

function list(root: Schema, path: Path, depth: number): string {
  if (depth >= deepest || partsAt(root, [...path, 0]).length === 0) return `[${field("")}]`;
  const item = valueTemplate(root, [...path, 0], depth + 1);
  return item.includes("\n") ? `[\n${indented(item)}\n]` : `[${item}]`;
}

function object(root: Schema, path: Path, depth: number): string {
  const usual = alsoUsual[String(path.findLast((token) => typeof token === "string") ?? "")] ?? [];
  const wanted = propertiesAt(root, path).filter(({ name, required }) => required || usual.includes(name));
  if (depth >= deepest || wanted.length === 0) return `{\n\t${field("")}\n}`;
  const lines = wanted.map(({ name }) => `${JSON.stringify(name)}: ${valueTemplate(root, [...path, name], depth + 1)}`);
  return `{\n${indented(lines.join(",\n"))}\n}`;
}

const indented = (text: string) => text.replace(/^/gm, "\t");

/** The same as a value, its places to fill in left empty. */
export function filledTemplate(root: Schema, path: Path): unknown {
  return JSON.parse(
    valueTemplate(root, path).replaceAll(/\$\{((?:\\[{}]|[^{}])*)\}/g, (_, content: string) =>
      content.replaceAll(/\\([{}])/g, "$1"),
    ),
  );
}
