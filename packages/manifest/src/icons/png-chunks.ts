/** The chunks of a PNG (W3C PNG, clauses 5 and 11), each checked before anything of it is believed. */
import { checksum } from "../package/checksum.ts";

export interface PngHeader {
  width: number;
  height: number;
  bitDepth: number;
  colorType: number;
  interlaced: boolean;
}

export interface PngParts {
  header: PngHeader;
  /** The compressed pixel data of all IDAT chunks, in order. */
  data: Uint8Array;
  /** Chunks needed to decode the pixels, each whole with length and checksum. */
  needed: Uint8Array[];
}

export type ChunkReading = PngParts | { fault: string; header: PngHeader | null };

export const pngSignature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Bits a pixel by colour type, and the bit depths that type allows (clause 11.2.2, table 11.1). */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

export function hasPngSignature(bytes: Uint8Array): boolean {
  return pngSignature.every((byte, index) => bytes[index] === byte);
}

/** Reads the chunks of bytes that carry the signature. A `fault` names the chunk that is broken or missing. */
export function readChunks(bytes: Uint8Array): ChunkReading {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: PngHeader | null = null;
  const needed: Uint8Array[] = [];
  const data: Uint8Array[] = [];
  let ended = false;
  for (let at = 8; at + 12 <= bytes.length && !ended; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = at + 12 + length;
    if (end > bytes.length) return { fault: type, header };
    const isNeeded = /^(IHDR|PLTE|IDAT|IEND|tRNS)$/.test(type);
    if (isNeeded && checksum(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4))
      return { fault: type, header };
    if (header === null) {
      header = type === "IHDR" && length === 13 ? readHeader(view, at + 8) : null;
      if (header === null) return { fault: "IHDR", header };
    } else if (type === "IHDR") return { fault: "IHDR", header };
    if (type === "IDAT") data.push(bytes.subarray(at + 8, end - 4));
    if (isNeeded) needed.push(bytes.subarray(at, end));
    ended = type === "IEND";
    at = end;
  }
  if (header === null || data.length === 0) return { fault: header === null ? "IHDR" : "IDAT", header };
  if (!ended) return { fault: "IEND", header };
  return { header, data: joined(data), needed };
}

function readHeader(view: DataView, at: number): PngHeader | null {
  const header = {
    width: view.getUint32(at),
    height: view.getUint32(at + 4),
    bitDepth: view.getUint8(at + 8),
    colorType: view.getUint8(at + 9),
    interlaced: view.getUint8(at + 12) === 1,
  };
  const sane = header.width > 0 && header.height > 0 && view.getUint8(at + 10) === 0 && view.getUint8(at + 11) === 0;
  return sane && depths[header.colorType]?.includes(header.bitDepth) && view.getUint8(at + 12) <= 1 ? header : null;
}

/** How many bytes the pixels must inflate to, filter bytes included (clauses 7 and 8). */
export function expectedDataLength(header: PngHeader): number {
  const bits = (channels[header.colorType] ?? 0) * header.bitDepth;
  const pass = (width: number, height: number) =>
    width === 0 || height === 0 ? 0 : height * (1 + Math.ceil((width * bits) / 8));
  if (!header.interlaced) return pass(header.width, header.height);
  // Adam7: first column, first row, column step, row step of the seven passes.
  const passes = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ] as const;
  return passes.reduce(
    (sum, [x, y, dx, dy]) =>
      sum + pass(Math.max(0, Math.ceil((header.width - x) / dx)), Math.max(0, Math.ceil((header.height - y) / dy))),
    0,
  );
}

export function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
