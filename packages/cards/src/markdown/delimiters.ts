/** A run of `*`, `_` or `~` that may turn out to be emphasis; `left` counts the marks that stay text. */
export interface Delimiter {
  char: string;
  length: number;
  left: number;
  canOpen: boolean;
  canClose: boolean;
}

export function isDelimiter(char: string): boolean {
  return char === "*" || char === "_" || char === "~";
}

/** The run that begins at `start`, with CommonMark's flanking rules (`_` inside a word is text). */
export function readDelimiter(source: string, start: number): Delimiter {
  const char = source.charAt(start);
  let end = start;
  while (source.charAt(end) === char) end++;
  const before = kindOf(source.charAt(start - 1));
  const after = kindOf(source.charAt(end));
  const left = after !== "space" && (after === "word" || before !== "word");
  const right = before !== "space" && (before === "word" || after !== "word");
  const inWord = char === "_" && left && right;
  return {
    char,
    length: end - start,
    left: end - start,
    canOpen: left && (!inWord || before === "punctuation"),
    canClose: right && (!inWord || after === "punctuation"),
  };
}

function kindOf(char: string): "space" | "punctuation" | "word" {
  if (char === "" || /\s/.test(char)) return "space";
  return /[\p{P}\p{S}]/u.test(char) ? "punctuation" : "word";
}

/** Pairs opening and closing runs as CommonMark does, lowering `left` of those that became emphasis. */
export function pairDelimiters(parts: (string | Delimiter)[]): void {
  const openers: Delimiter[] = [];
  /** Below this depth of `openers` there is nothing for such a closer: what keeps the search linear. */
  const bottom = new Map<string, number>();
  for (const run of parts) {
    if (typeof run === "string") continue;
    if (run.canClose) close(run, openers, bottom);
    if (run.canOpen && run.left > 0) openers.push(run);
  }
}

function close(run: Delimiter, openers: Delimiter[], bottom: Map<string, number>): void {
  const key = `${run.char}${run.canOpen}${run.length % 3}`;
  let at = openers.length - 1;
  while (run.left > 0 && at >= (bottom.get(key) ?? 0)) {
    const opener = openers[at];
    if (opener === undefined || !pairs(opener, run)) {
      at--;
      continue;
    }
    const used = run.char === "~" || (opener.left >= 2 && run.left >= 2) ? 2 : 1;
    opener.left -= used;
    run.left -= used;
    // What was opened between the two stays text, and the opener goes on only with marks left.
    openers.length = opener.left > 0 ? at + 1 : at;
    for (const [kind, depth] of bottom) bottom.set(kind, Math.min(depth, openers.length));
    at = openers.length - 1;
  }
  if (run.left === run.length || (run.left > 0 && run.char !== "~")) bottom.set(key, openers.length);
}

function pairs(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.char !== closer.char) return false;
  if (closer.char === "~") return opener.left >= 2 && closer.left >= 2;
  if (!opener.canClose && !closer.canOpen) return true;
  const sum = opener.length + closer.length;
  return sum % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}
