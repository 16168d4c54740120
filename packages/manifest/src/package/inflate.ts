/** Inflates deflated bytes and stops the moment they grow past what is allowed, whatever they were announced to be. */
import { inflateSync, unzlibSync } from "fflate";

export type Inflated = { bytes: Uint8Array } | { failure: "too-large" | "corrupt"; reached: number };

export interface Deflated {
  data: Uint8Array;
  /** `deflate-raw` as zip has it, `deflate` (with a zlib header) as PNG has it. */
  format: "deflate-raw" | "deflate";
  /** What it is said to come to: a hint for how much room to make, never a promise. */
  announced: number;
  /** Bytes it may come to. */
  allowed: number;
}

/** Deflate cannot do better than this (RFC 1951: 258 bytes from two bits). */
const DENSEST = 1032;
/** Up to here a synchronous inflater is quicker than setting up a stream, and even the densest data is done in milliseconds. */
const SMALL = 32 * 1024;

/** Returns a failure instead of throwing. Memory stays below the announced size, or twice what really came out. */
export async function inflate(deflated: Deflated): Promise<Inflated> {
  const { data, announced, allowed } = deflated;
  const believable = announced <= allowed && announced <= data.length * DENSEST + 64;
  if (believable && data.length <= SMALL) {
    const bytes = inflateSmall(deflated);
    // One byte of room more than announced: if it was used, there is more than announced and only a stream can say how much.
    if (bytes !== null && bytes.length <= announced) return { bytes };
  }
  return inflateStream(deflated, believable ? announced : 0);
}

function inflateSmall({ data, format, announced }: Deflated): Uint8Array | null {
  try {
    const out = new Uint8Array(announced + 1);
    return format === "deflate" ? unzlibSync(data, { out }) : inflateSync(data, { out });
  } catch {
    return null;
  }
}

/** The platform's own inflater: quick, and it hands out one piece at a time, so that stopping is possible at every one. */
async function inflateStream({ data, format, allowed }: Deflated, room: number): Promise<Inflated> {
  let whole = new Uint8Array(room);
  let reached = 0;
  const reader = new Blob([data as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream(format))
    .getReader();
  try {
    for (;;) {
      const piece = await reader.read();
      if (piece.done) return { bytes: whole.subarray(0, reached) };
      const end = reached + piece.value.length;
      if (end > allowed) {
        void reader.cancel().catch(() => undefined);
        return { failure: "too-large", reached: end };
      }
      if (end > whole.length) whole = grown(whole, Math.min(allowed, Math.max(end, whole.length * 2, SMALL)));
      whole.set(piece.value, reached);
      reached = end;
    }
  } catch {
    return { failure: "corrupt", reached };
  }
}

function grown(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}
