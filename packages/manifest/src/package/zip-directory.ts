/** The table of contents of a zip, read from its end as APPNOTE 4.3 lays it out. Nothing is inflated here. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated; anything else we do not read. */
  method: number;
  encrypted: boolean;
  symbolicLink: boolean;
  crc: number;
  compressedSize: number;
  declaredSize: number;
  /** Where the entry's data begins and ends in the zip. */
  dataStart: number;
  dataEnd: number;
  /** The name in front of the data; a zip whose two names differ shows different files to different readers. */
  localName: string;
}

export type ZipDirectory =
  | { entries: ZipEntry[]; count: number }
  | { failure: "not-a-zip" | "truncated" | "split" | "corrupt"; detail: string };

const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LARGEST_COMMENT = 0xffff;

/**
 * Lists what is in `zip`. Stops reading after `limit` entries; `count` then still tells how many there are said to be.
 * Returns a failure instead of throwing, whatever the bytes.
 */
export function readDirectory(zip: Uint8Array, limit: number): ZipDirectory {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEnd(view);
  if (end < 0) {
    const begins = zip.length >= 4 && view.getUint32(0, true) === LOCAL;
    return begins
      ? { failure: "truncated", detail: `${zip.length}` }
      : { failure: "not-a-zip", detail: firstBytes(zip) };
  }
  if (view.getUint16(end + 4, true) !== view.getUint16(end + 6, true)) return { failure: "split", detail: "" };
  let count = view.getUint16(end + 10, true);
  let start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff) {
    const wide = readEnd64(view, end);
    if (wide === null) return { failure: "corrupt", detail: "zip64" };
    ({ count, start } = wide);
  }
  return readEntries(zip, view, { start, end, count, limit });
}

/** The end record may be followed by a comment; the last signature whose comment just fills the file is the one. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - LARGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at--) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return -1;
}

/** Small packages that a streaming writer made can still be zip64 (APPNOTE 4.3.14). */
function readEnd64(view: DataView, end: number): { count: number; start: number } | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END64) return null;
  return { count: Number(view.getBigUint64(at + 32, true)), start: Number(view.getBigUint64(at + 48, true)) };
}

interface Span {
  start: number;
  end: number;
  count: number;
  limit: number;
}

function readEntries(zip: Uint8Array, view: DataView, span: Span): ZipDirectory {
  const entries: ZipEntry[] = [];
  let at = span.start;
  for (let index = 0; index < span.count && index < span.limit; index++) {
    if (at + 46 > span.end || view.getUint32(at, true) !== CENTRAL) return { failure: "corrupt", detail: `${index}` };
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > span.end) return { failure: "corrupt", detail: `${index}` };
    const entry = readEntry(zip, view, at, nameEnd, extraEnd);
    if (entry === null) return { failure: "truncated", detail: nameOf(zip, view, at + 46, nameEnd, at + 8) };
    entries.push(entry);
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return { entries, count: span.count };
}

function readEntry(zip: Uint8Array, view: DataView, at: number, nameEnd: number, extraEnd: number): ZipEntry | null {
  const flags = view.getUint16(at + 8, true);
  const sizes = {
    declared: view.getUint32(at + 24, true),
    compressed: view.getUint32(at + 20, true),
    local: view.getUint32(at + 42, true),
  };
  widen(view, nameEnd, extraEnd, sizes);
  if (sizes.local + 30 > view.byteLength || view.getUint32(sizes.local, true) !== LOCAL) return null;
  const localNameEnd = sizes.local + 30 + view.getUint16(sizes.local + 26, true);
  const dataStart = localNameEnd + view.getUint16(sizes.local + 28, true);
  const dataEnd = dataStart + sizes.compressed;
  if (dataEnd > view.byteLength) return null;
  // The upper half of the external attributes is the Unix mode when the writer was Unix (3) or macOS (19).
  const writer = view.getUint8(at + 5);
  const mode = view.getUint32(at + 38, true) >>> 16;
  return {
    name: nameOf(zip, view, at + 46, nameEnd, at + 8),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    symbolicLink: (writer === 3 || writer === 19) && (mode & 0o170000) === 0o120000,
    crc: view.getUint32(at + 16, true),
    compressedSize: sizes.compressed,
    declaredSize: sizes.declared,
    dataStart,
    dataEnd,
    localName: nameOf(zip, view, sizes.local + 30, localNameEnd, sizes.local + 6),
  };
}

/** zip64 extra field (APPNOTE 4.5.3): only the sizes that overflowed stand in it, in this order. */
function widen(
  view: DataView,
  from: number,
  to: number,
  sizes: { declared: number; compressed: number; local: number },
): void {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const last = Math.min(to, at + 4 + view.getUint16(at + 2, true));
    let next = at + 4;
    for (const key of ["declared", "compressed", "local"] as const) {
      if (sizes[key] !== 0xffffffff || next + 8 > last) continue;
      sizes[key] = Number(view.getBigUint64(next, true));
      next += 8;
    }
    return;
  }
}

/** UTF-8 when flag bit 11 says so or when it reads as UTF-8; else one byte a character, which keeps every name distinct. */
function nameOf(zip: Uint8Array, view: DataView, from: number, to: number, flagsAt: number): string {
  const bytes = zip.subarray(from, Math.min(to, zip.length));
  try {
    return new TextDecoder("utf-8", { fatal: (view.getUint16(flagsAt, true) & 0x800) === 0 }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  }
}

function firstBytes(zip: Uint8Array): string {
  return Array.from(zip.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join(" ");
}
