import { type Delimiter, isDelimiter, pairDelimiters, readDelimiter } from "./delimiters.ts";
import { LinkReader } from "./links.ts";

/** Deepest nesting of links in labels that is followed; CommonMark allows none, pictures in links make one. */
const labelDepth = 4;

/** The text of one Markdown paragraph, its line breaks kept. */
export function inlineText(source: string, depth = labelDepth): string {
  const out: (string | Delimiter)[] = [];
  const links = new LinkReader(source);
  const unclosedTicks = new Set<number>();
  let at = 0;
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === "\\") {
      const next = source.charAt(at + 1);
      out.push(isPunctuation(next) ? next : next === "\n" ? "\n" : `\\${next}`);
      at += 2;
    } else if (char === "`") {
      at = readCode(source, at, out, unclosedTicks);
    } else if (char === "[" || (char === "!" && source.charAt(at + 1) === "[")) {
      const link = depth > 0 ? links.at(char === "[" ? at : at + 1) : undefined;
      if (link === undefined) {
        out.push(char);
        at++;
      } else {
        if (char === "[") out.push(inlineText(link.label, depth - 1));
        at = link.end;
      }
    } else if (char === "<") {
      const end = source.indexOf(">", at);
      const inside = end < 0 || end - at > 2000 ? "" : source.slice(at + 1, end);
      const isLink = /^(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)$/i.test(inside);
      out.push(isLink ? inside : "<");
      at = isLink ? end + 1 : at + 1;
    } else if (char === "&") {
      const entity = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/i.exec(source.slice(at, at + 12));
      out.push(entity === null ? "&" : (decodeEntity(entity) ?? entity[0]));
      at += entity === null ? 1 : entity[0].length;
    } else if (isDelimiter(char)) {
      const run = readDelimiter(source, at);
      out.push(run);
      at += run.length;
    } else {
      const end = nextMark(source, at + 1);
      out.push(source.slice(at, end));
      at = end;
    }
  }
  pairDelimiters(out);
  return out.map((part) => (typeof part === "string" ? part : part.char.repeat(part.left))).join("");
}

function nextMark(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    if ("\\`[!<&*_~".includes(source.charAt(at))) return at;
  }
  return source.length;
}

function isPunctuation(char: string): boolean {
  return /^[!-/:-@[-`{-~]$/.test(char);
}

/** A code span, or its backticks when nothing closes it. Returns where to go on. */
function readCode(source: string, start: number, out: (string | Delimiter)[], unclosed: Set<number>): number {
  let open = start;
  while (source.charAt(open) === "`") open++;
  const length = open - start;
  if (!unclosed.has(length)) {
    for (let at = open; at < source.length; ) {
      const from = source.indexOf("`", at);
      if (from < 0) break;
      at = from;
      while (source.charAt(at) === "`") at++;
      if (at - from === length) {
        out.push(source.slice(open, from).replaceAll("\n", " ").trim());
        return at;
      }
    }
    unclosed.add(length); // Nor will any later run of this length be closed: keeps the whole linear.
  }
  out.push("`".repeat(length));
  return open;
}

/** Those that cards are seen to use; CommonMark knows two thousand. */
const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ensp: "\u2002",
  emsp: "\u2003",
  thinsp: "\u2009",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  bull: "•",
  middot: "·",
  copy: "©",
  reg: "®",
  trade: "™",
  euro: "€",
};

function decodeEntity([, decimal, hex, name]: RegExpExecArray): string | undefined {
  if (name !== undefined) return Object.hasOwn(entities, name) ? entities[name] : undefined;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number.parseInt(decimal, 10);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "\uFFFD";
}
