/** What browsers show and what cannot run anything, told by how it begins. A declared type counts for nothing. */
const beginnings: readonly (readonly [mediaType: string, matches: (bytes: Buffer) => boolean])[] = [
  ["image/png", (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))],
  ["image/jpeg", (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ["image/gif", (bytes) => /^GIF8[79]a$/.test(bytes.toString("latin1", 0, 6))],
  ["image/webp", (bytes) => bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP"],
  ["image/avif", (bytes) => /^ftypavi[fs]$/.test(bytes.toString("latin1", 4, 12))],
  ["image/bmp", (bytes) => bytes.toString("latin1", 0, 2) === "BM" && bytes.readUInt32LE(6) === 0],
  ["image/x-icon", (bytes) => bytes.subarray(0, 4).equals(Buffer.from([0, 0, 1, 0]))],
];

/** The type of a picture; undefined for anything else, SVG among it: that is a document, and may hold scripts. */
export function pictureType(bytes: Buffer): string | undefined {
  if (bytes.length < 12) return undefined;
  return beginnings.find(([, matches]) => matches(bytes))?.[0];
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** What could not be had is asked for again after this long; a host that is away is not asked by every reader. */
export const refusedForMilliseconds = 5 * minute;
/** A picture is asked for anew after at least, and at most, this long. */
const [shortest, longest] = [60 * minute, 7 * day];
/** Where its host says nothing. */
const usual = day;

/** How long a picture may be shown before it is asked for anew (RFC 9111 section 5.2.2), within bounds. */
export function freshForMilliseconds(cacheControl: string | undefined): number {
  if (cacheControl === undefined) return usual;
  if (/\bno-(?:store|cache)\b/i.test(cacheControl)) return shortest;
  const seconds = /\bmax-age\s*=\s*"?(\d{1,9})/i.exec(cacheControl)?.[1];
  return seconds === undefined ? usual : Math.min(Math.max(Number(seconds) * 1_000, shortest), longest);
}
