/** One object on the pipeline. */
export type Item = Readonly<Record<string, unknown>>;

/** A value as PowerShell shows it. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `{${value.map(show).join(", ")}}`;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The properties that a list of names with `*` and `?` chooses, in that order; a plain name stays also when it is not there. */
export function choose(item: Item, patterns: readonly string[]): Item {
  const chosen: Record<string, unknown> = {};
  for (const pattern of patterns) {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".");
    const matches = Object.keys(item).filter((name) => new RegExp(`^${source}$`, "i").test(name));
    for (const name of matches) chosen[name] = item[name];
    if (matches.length === 0 && !/[*?]/.test(pattern)) chosen[pattern] = undefined;
  }
  return chosen;
}

/** As Format-List prints: one property a line, names padded, an empty line around each object. */
export function formatList(items: readonly Item[]): string {
  const blocks = items.map((item) => {
    const names = Object.keys(item);
    const width = Math.max(0, ...names.map((name) => name.length));
    return names.map((name) => `${name.padEnd(width)} : ${show(item[name])}`).join("\n");
  });
  return blocks.length === 0 ? "" : `\n${blocks.join("\n\n")}\n\n`;
}

/** As Format-Table prints: columns as wide as what is in them. */
export function formatTable(items: readonly Item[]): string {
  const names = [...new Set(items.flatMap((item) => Object.keys(item)))];
  if (items.length === 0 || names.length === 0) return "";
  const rows = items.map((item) => names.map((name) => show(item[name])));
  const widths = names.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(" ")
      .trimEnd();
  const rule = names.map((name) => "-".repeat(name.length));
  return `\n${[names, rule, ...rows].map(line).join("\n")}\n\n`;
}
