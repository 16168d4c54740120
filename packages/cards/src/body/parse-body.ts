import type { JsonValue } from "../json.ts";
import { toStrictJson } from "./tolerant-json.ts";

/** The value of a body, and strict JSON text that says the same; or why there is none. */
export type ParsedBody = { value: JsonValue; json: string } | { reason: "empty" | "unparseable" };

/**
 * Finds the JSON in a body by looking at the body (contracts.md D.7: the header is no guide). Takes JSON, JSON as
 * careless senders write it, JSON percent-encoded or in a `payload=` form field, JSON inside a JSON string, and bare
 * text. `contentType` decides one thing only: text that is no JSON is a message, unless the sender declared JSON or
 * another structured type, in which case it is a mistake the sender must hear of. Never throws.
 */
export function parseBody(body: string, contentType?: string): ParsedBody {
  const start = firstVisible(body);
  if (start === body.length) return { reason: "empty" };
  const text = start === 0 ? body : body.slice(start);
  switch (text.charAt(0)) {
    case "{":
      return parseLoosely(text) ?? { reason: "unparseable" };
    case "[":
      // "[ALERT] disk full" is text; a JSON array is no payload.
      return parseStrictly(text) ?? parseText(text, contentType);
    case '"':
      return parseQuoted(text, contentType);
    case "%":
    case "p":
      return parseForm(text) ?? parseText(text, contentType);
    default:
      return parseText(text, contentType);
  }
}

/** Skips white space, the byte-order mark and the no-break space, none of which `JSON.parse` takes at the start. */
function firstVisible(text: string): number {
  let at = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isBlank = code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xfeff || code === 0xa0;
    if (!isBlank) break;
  }
  return at;
}

function parseStrictly(text: string): { value: JsonValue; json: string } | undefined {
  try {
    return { value: JSON.parse(text) as JsonValue, json: text };
  } catch {
    return undefined;
  }
}

function parseLoosely(text: string): { value: JsonValue; json: string } | undefined {
  const strict = parseStrictly(text);
  if (strict !== undefined) return strict;
  const rewritten = toStrictJson(text);
  return rewritten === undefined ? undefined : parseStrictly(rewritten);
}

/** A JSON string as the whole body: a payload serialised twice, or a message in quotes. */
function parseQuoted(text: string, contentType: string | undefined): ParsedBody {
  const outer = parseStrictly(text);
  if (outer === undefined || typeof outer.value !== "string") return parseText(text, contentType);
  const inner = outer.value.trim();
  if (inner === "") return { reason: "empty" };
  return (inner.startsWith("{") ? parseLoosely(inner) : undefined) ?? messageOf(inner);
}

/** `payload={...}`, `payload=%7B...%7D`, or the whole body percent-encoded, as form senders post it. */
function parseForm(text: string): ParsedBody | undefined {
  const named = text.startsWith("payload=");
  if (!named && !/^%7b/i.test(text)) return undefined;
  const raw = named ? text.slice("payload=".length) : text;
  if (raw.startsWith("{")) {
    const direct = parseLoosely(raw);
    if (direct !== undefined) return direct;
  }
  const field = raw.split("&", 1)[0] ?? "";
  const decoded = percentDecode(field.replace(/=$/, ""))?.trim();
  if (decoded === undefined || !decoded.startsWith("{")) return { reason: "unparseable" };
  return parseLoosely(decoded) ?? { reason: "unparseable" };
}

function percentDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}

/** Control characters that no text has: what came is binary. ESC stays, for coloured console output. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
const binary = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

function parseText(text: string, contentType: string | undefined): ParsedBody {
  if (!mayBeText(contentType, text) || binary.test(text)) return { reason: "unparseable" };
  return messageOf(text.trimEnd());
}

function mayBeText(contentType: string | undefined, text: string): boolean {
  const type = contentType?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (type === "") return true;
  if (type === "application/x-www-form-urlencoded") return !/^[\w.[\]%-]+=/.test(text);
  return type.startsWith("text/") && !type.endsWith("json");
}

/** In bare text a line is a line; Markdown needs two spaces to keep it one. */
function messageOf(text: string): ParsedBody {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trimEnd());
  const value = { text: lines.join("  \n") };
  return { value, json: JSON.stringify(value) };
}
