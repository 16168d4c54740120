const utf8 = new TextDecoder("utf-8");
const replacement = "\uFFFD";

/**
 * The text of a body. UTF-8 unless the Content-Type names another charset, a byte-order mark says UTF-16, or the
 * bytes are no UTF-8 at all: old PowerShell sends Latin-1 without saying so, and Windows-1252 shows its accents.
 * Never throws.
 */
export function decodeBody(bytes: Uint8Array, contentType: string | undefined): string {
  const marked = utf16Mark(bytes);
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  const named = contentType === undefined ? undefined : charsetOf(contentType);
  if (named !== undefined) return named.decode(bytes);
  const text = utf8.decode(bytes);
  if (!text.includes(replacement)) return text;
  return isUtf8(bytes) ? text : new TextDecoder("windows-1252").decode(bytes);
}

function utf16Mark(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

/** The decoder for a charset that is named, known and not UTF-8. */
function charsetOf(contentType: string): TextDecoder | undefined {
  const at = contentType.toLowerCase().indexOf("charset=");
  if (at < 0) return undefined;
  const label = /^["']?([\w.:-]+)/.exec(contentType.slice(at + "charset=".length))?.[1]?.toLowerCase();
  if (label === undefined || label === "utf-8" || label === "utf8") return undefined;
  try {
    return new TextDecoder(label);
  } catch {
    return undefined; // A label nobody knows says nothing.
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The size of a text on the wire, in bytes of UTF-8, exact only when it matters: near or under `limit`. */
export function exceedsBytes(text: string, limit: number): boolean {
  if (text.length > limit) return true;
  if (text.length * 3 <= limit) return false;
  return new TextEncoder().encode(text).length > limit;
}
