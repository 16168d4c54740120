import { stripVTControlCharacters } from "node:util";
import { paint } from "./paint.ts";

/** Rows in columns as wide as they need to be. What others wrote cannot move the cursor. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const clean = rows.map((row) => row.map((cell) => stripVTControlCharacters(cell).replace(/\p{Cc}/gu, " ")));
  const widths = head.map((title, column) => Math.max(title.length, ...clean.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return `${[paint("dim", line(head)), ...clean.map(line)].join("\n")}\n`;
}
