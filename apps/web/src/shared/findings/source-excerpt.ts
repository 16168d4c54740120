/** A line of a source excerpt. `mark` is what the finding is about: from its first character up to, not including, its last. */
export interface ExcerptLine {
  readonly number: number;
  readonly text: string;
  readonly mark?: readonly [from: number, to: number];
}

const linesAround = 1;
/** Longer lines, such as those of a manifest without line breaks, are cut around the place. */
const longestLine = 160;
const keptBefore = 50;

/** Where the JSON value or word that begins at `from` ends. */
function endOfToken(line: string, from: number): number {
  const rest = line.slice(from);
  const token = /^(?:"(?:[^"\\]|\\.)*"?|[\w.+-]+|.)/u.exec(rest)?.[0] ?? "";
  return from + token.length;
}

function cut(line: string, at: number): { text: string; shift: number } {
  if (line.length <= longestLine) return { text: line, shift: 0 };
  const from = Math.max(0, Math.min(at - keptBefore, line.length - longestLine));
  const to = Math.min(line.length, from + longestLine);
  const [before, after] = [from > 0 ? "…" : "", to < line.length ? "…" : ""];
  return { text: before + line.slice(from, to) + after, shift: from - before.length };
}

let lastSplit: { readonly source: string; readonly lines: readonly string[] } = { source: "", lines: [""] };

/** Hundreds of findings quote from one text, which may be megabytes long: it is split once. */
function linesOf(source: string): readonly string[] {
  if (lastSplit.source !== source) lastSplit = { source, lines: source.split(/\r?\n/) };
  return lastSplit.lines;
}

/**
 * The lines around a place in a file.
 * @param line and column count from 1, the column in UTF-16 units, as findings do.
 * @returns nothing when the file has no such line.
 */
export function excerptOf(source: string, line: number, column: number): ExcerptLine[] {
  const lines = linesOf(source);
  const wanted = lines[line - 1];
  if (wanted === undefined) return [];
  const begin = Math.min(Math.max(column - 1, 0), wanted.length);
  const first = Math.max(0, line - 1 - linesAround);
  return lines.slice(first, line + linesAround).map((each, index) => {
    const number = first + index + 1;
    const here = number === line;
    const { text, shift } = cut(each, here ? begin : 0);
    if (!here) return { number, text };
    const to = Math.min(endOfToken(wanted, begin) - shift, text.length);
    return { number, text, mark: [begin - shift, Math.max(to, begin - shift)] };
  });
}
