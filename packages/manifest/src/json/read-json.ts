/** JSON text to a value, with every fault that can be found rather than the first. */
import { type ParseError, parse, printParseErrorCode, visit } from "jsonc-parser";
import type { JsonValue } from "./json-value.ts";
import { deepestNesting } from "./placeholders.ts";

export interface JsonFault {
  kind: "syntax" | "trailing-comma" | "comment" | "duplicate-key" | "too-deep" | "empty";
  offset: number;
  length: number;
  /** The parser's word for a syntax fault, the name of a duplicate key. */
  detail: string;
}

export interface JsonReading {
  /** undefined where nothing trustworthy could be read. */
  value: JsonValue | undefined;
  faults: JsonFault[];
}

/** Faults that leave no doubt about what was meant: the value is used so that the rest of the findings can be given at once. */
const benign = new Set(["InvalidCommentToken", "InvalidCharacter", "CommaExpected", "InvalidEscapeCharacter"]);

export function readJson(text: string): JsonReading {
  if (text.trim() === "") return { value: undefined, faults: [{ kind: "empty", offset: 0, length: 0, detail: "" }] };
  const deep = tooDeepAt(text);
  if (deep >= 0)
    return { value: undefined, faults: [{ kind: "too-deep", offset: deep, length: 1, detail: `${deepestNesting}` }] };
  try {
    return { value: JSON.parse(text) as JsonValue, faults: duplicateKeys(text) };
  } catch {
    return readFaulty(text);
  }
}

function readFaulty(text: string): JsonReading {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const trailing = trailingCommas(text);
  const faults: JsonFault[] = trailing.map((offset) => ({ kind: "trailing-comma", offset, length: 1, detail: "," }));
  let usable = true;
  let lastOffset = -1;
  for (const error of errors) {
    // A trailing comma makes the parser complain at the bracket behind it; that is the same fault.
    if (isBehindTrailingComma(text, error.offset, trailing)) continue;
    const name = printParseErrorCode(error.error);
    if (!benign.has(name)) usable = false;
    // One slip upsets the parser several times in a row at the same place.
    if (error.offset === lastOffset) continue;
    lastOffset = error.offset;
    const kind = name === "InvalidCommentToken" ? "comment" : "syntax";
    faults.push({ kind, offset: error.offset, length: error.length, detail: name });
  }
  // JSON.parse is stricter than jsonc-parser in rare corners; a refusal always shows as at least one fault.
  if (faults.length === 0) faults.push({ kind: "syntax", offset: 0, length: 0, detail: "InvalidSymbol" });
  faults.sort((a, b) => a.offset - b.offset);
  return { value: usable ? (value as JsonValue) : undefined, faults };
}

/** Offsets of commas with nothing but white space or comments between them and a closing bracket. */
export function trailingCommas(text: string): number[] {
  const commas: number[] = [];
  let pending = -1;
  visit(text, {
    onSeparator: (character, offset) => {
      pending = character === "," ? offset : -1;
    },
    onObjectEnd: () => take(),
    onArrayEnd: () => take(),
    onObjectBegin: () => clear(),
    onArrayBegin: () => clear(),
    onObjectProperty: () => clear(),
    onLiteralValue: () => clear(),
  });
  function take(): void {
    if (pending >= 0) commas.push(pending);
    pending = -1;
  }
  function clear(): void {
    pending = -1;
  }
  return commas;
}

function isBehindTrailingComma(text: string, offset: number, commas: number[]): boolean {
  const at = commas.findLast((comma) => comma <= offset);
  return at !== undefined && /^[\s,]*[\]}]?$/.test(text.slice(at, offset + 1));
}

/** Where the same name stands twice in one object: every reader takes another of the two. */
function duplicateKeys(text: string): JsonFault[] {
  const faults: JsonFault[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (name, offset, length) => {
      const names = open.at(-1);
      if (names?.has(name)) faults.push({ kind: "duplicate-key", offset, length, detail: name });
      names?.add(name);
    },
  });
  return faults;
}

/** The offset of the first bracket beyond the deepest nesting, or -1. Runs before any recursive reader sees the text. */
function tooDeepAt(text: string): number {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index++;
      else if (code === 0x22 || code === 0x0a) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > deepestNesting) return index;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return -1;
}
