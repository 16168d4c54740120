/** The line a finding is about, the one before it, and a caret under the place. */
import type { Finding } from "@parvis/manifest";
import { paint, severityColor } from "./paint.ts";

const widest = 110;

export function excerpt(text: string, finding: Finding): string[] {
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  const line = finding.line ?? 1;
  const column = finding.column ?? 1;
  const source = (lines[line - 1] ?? "").replace(/\r$/, "");
  // A manifest on one line is cut to what stands around the place.
  const from = column > widest - 20 ? column - 40 : 0;
  const shown = visible(source.slice(from, from + widest));
  const length = Math.min(tokenLength(source, column - 1), widest - (column - 1 - from));
  const gutter = String(line).length;
  const rows: string[] = [];
  const before = lines[line - 2];
  if (before !== undefined && from === 0)
    rows.push(paint("dim", `${String(line - 1).padStart(gutter)} │ ${visible(before.slice(0, widest))}`));
  rows.push(`${paint("dim", `${line} │`)} ${shown}`);
  rows.push(
    `${paint("dim", `${" ".repeat(gutter)} │`)} ${" ".repeat(column - 1 - from)}${paint(severityColor[finding.severity], "^".repeat(Math.max(1, length)))}`,
  );
  return rows;
}

/** Tabs take one column, so that the caret stands where it should; escape sequences in a manifest must not reach the terminal. */
function visible(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (character === "\t") return " ";
    return code < 0x20 || (code >= 0x7f && code < 0xa0) ? "�" : character;
  }).join("");
}

/** How long the text, number or word is that begins there. */
function tokenLength(line: string, at: number): number {
  return /^"(?:[^"\\]|\\.)*"?|^[\w.+-]+|^./.exec(line.slice(at))?.[0].length ?? 1;
}
