/** Bytes of a JSON file as text, and where in it things stand. */
import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import { tokensOf } from "./pointer.ts";

export interface DecodedText {
  text: string;
  byteOrderMark: boolean;
  /** What the bytes were; anything but utf-8 is against RFC 8259, clause 8.1. */
  encoding: "utf-8" | "utf-16le" | "utf-16be" | "unknown";
}

/** Reads UTF-8 with or without a byte-order mark, and UTF-16 with one, so that findings can be given even for the wrong encoding. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return wide(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return wide(bytes, "utf-16be");
  const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), byteOrderMark, encoding: "utf-8" };
  } catch {
    return { text: new TextDecoder("utf-8").decode(bytes), byteOrderMark, encoding: "unknown" };
  }
}

function wide(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), byteOrderMark: true, encoding };
}

export interface Position {
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units as editors count. */
  column: number;
}

export interface Place {
  offset: number;
  length: number;
}

/** Finds places in one JSON text. The tree is only built when the first place is asked for: a clean file never needs it. */
export class SourceText {
  readonly text: string;
  #tree: Node | undefined | null = null;
  #lines: number[] | null = null;

  constructor(text: string) {
    this.text = text;
  }

  position(offset: number): Position {
    this.#lines ??= lineStarts(this.text);
    let low = 0;
    let high = this.#lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lines[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#lines[low] ?? 0) + 1 };
  }

  /**
   * Where the value at `pointer` stands, or its property name when `atKey`. When the pointer leads nowhere, as that of a missing
   * property does, the nearest thing that contains it.
   */
  place(pointer: string, atKey = false): Place | null {
    if (this.#tree === null) this.#tree = parseTree(this.text, [], { allowTrailingComma: true });
    if (this.#tree === undefined) return null;
    const tokens = tokensOf(pointer);
    for (let length = tokens.length; length >= 0; length--) {
      const node = nodeAt(this.#tree, tokens.slice(0, length));
      if (node === undefined) continue;
      const key = atKey && length === tokens.length ? node.parent?.children?.[0] : undefined;
      return { offset: (key ?? node).offset, length: (key ?? node).length };
    }
    return null;
  }
}

function nodeAt(tree: Node, tokens: string[]): Node | undefined {
  let node: Node | undefined = tree;
  for (const token of tokens) {
    if (node === undefined) return undefined;
    node = findNodeAtLocation(node, [node.type === "array" ? Number(token) : token]);
  }
  return node;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let index = text.indexOf("\n"); index >= 0; index = text.indexOf("\n", index + 1)) starts.push(index + 1);
  return starts;
}
