/** Reads an icon without trusting it: chunks first, then the amount of data, and only then the pixels. */
import { decode } from "fast-png";
import { inflate } from "../package/inflate.ts";
import { packageLimits } from "../package/limits.ts";
import type { IconReading } from "./icon-reading.ts";
import { expectedDataLength, hasPngSignature, joined, type PngParts, pngSignature, readChunks } from "./png-chunks.ts";

/** An image larger than this is no icon: its pixel data is measured up to here and not kept. */
const MOST_DATA = 16 * 1024 * 1024;
const LARGEST_SIDE = 512;

/** Never throws; what is wrong stands in `state` and `detail`. */
export async function readIcon(path: string, bytes: Uint8Array): Promise<IconReading> {
  const reading: IconReading = { path, byteLength: bytes.length, width: null, height: null, state: "ok", pixels: null };
  if (!hasPngSignature(bytes)) return { ...reading, state: "not-png", detail: kindOf(bytes) };
  const parts = readChunks(bytes);
  if (parts.header !== null) {
    reading.width = parts.header.width;
    reading.height = parts.header.height;
  }
  if (bytes.length > packageLimits.icon) return { ...reading, state: "too-large" };
  if ("fault" in parts) return { ...reading, state: "damaged", detail: parts.fault };
  return readPixels(reading, parts);
}

async function readPixels(reading: IconReading, parts: PngParts): Promise<IconReading> {
  const expected = expectedDataLength(parts.header);
  const allowed = Math.min(expected, MOST_DATA);
  const data = await inflate({ data: parts.data, format: "deflate", announced: allowed, allowed });
  if ("failure" in data) {
    if (data.failure === "corrupt") {
      // Data that ends early and data that is broken look alike to an inflater; the header decides which to say.
      const short = data.reached < expected && data.reached > 0;
      return { ...reading, state: short ? "contradictory" : "damaged", detail: short ? `${data.reached}` : "IDAT" };
    }
    // Cut off at our own limit: the picture may be honest, and is far too large for an icon either way.
    return expected > MOST_DATA ? reading : { ...reading, state: "contradictory", detail: `>${expected}` };
  }
  if (data.bytes.length !== expected) return { ...reading, state: "contradictory", detail: `${data.bytes.length}` };
  if (parts.header.width > LARGEST_SIDE || parts.header.height > LARGEST_SIDE) return reading;
  try {
    return { ...reading, pixels: rgba(joined([pngSignature, ...parts.needed])) };
  } catch {
    return { ...reading, state: "damaged", detail: "IDAT" };
  }
}

/** Decodes a PNG that has only been left the chunks needed for it: colour profiles and texts can hide zip bombs of their own. */
function rgba(png: Uint8Array): Uint8Array {
  const image = decode(png);
  if (image.depth === 8 && image.channels === 4) return new Uint8Array(image.data);
  const pixels = new Uint8Array(image.width * image.height * 4);
  const palette = image.palette;
  const scale = image.depth === 16 ? 257 : image.depth < 8 ? 1 / (255 / (2 ** image.depth - 1)) : 1;
  const sample = sampler(image);
  for (let at = 0, pixel = 0; at < pixels.length; at += 4, pixel++) {
    if (palette !== undefined) {
      const color = palette[sample(pixel, 0)] ?? [0, 0, 0];
      pixels.set([color[0] ?? 0, color[1] ?? 0, color[2] ?? 0, color[3] ?? 255], at);
      continue;
    }
    const gray = image.channels < 3;
    const value = (channel: number) => sample(pixel, channel) / scale;
    const alpha = image.channels === 2 ? value(1) : image.channels === 4 ? value(3) : keyedAlpha(image, pixel, sample);
    pixels.set([value(0), value(gray ? 0 : 1), value(gray ? 0 : 2), alpha], at);
  }
  return pixels;
}

type Image = ReturnType<typeof decode>;

/** Samples of less than eight bits are packed, and each row starts on a byte. */
function sampler(image: Image): (pixel: number, channel: number) => number {
  const { data, depth, channels, width } = image;
  if (depth >= 8) return (pixel, channel) => data[pixel * channels + channel] ?? 0;
  const rowBytes = Math.ceil((width * depth) / 8);
  return (pixel) => {
    const bit = (pixel % width) * depth;
    const byte = data[Math.floor(pixel / width) * rowBytes + (bit >> 3)] ?? 0;
    return (byte >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
  };
}

/** Grey and true-colour images may name one colour as transparent (clause 11.3.2.1). */
function keyedAlpha(image: Image, pixel: number, sample: (pixel: number, channel: number) => number): number {
  const key = image.transparency;
  if (key === undefined || key.length < image.channels) return 255;
  for (let channel = 0; channel < image.channels; channel++) if (sample(pixel, channel) !== key[channel]) return 255;
  return 0;
}

const kinds: readonly (readonly [string, string])[] = [
  ["ffd8ff", "JPEG"],
  ["47494638", "GIF"],
  ["52494646", "WebP"],
  ["3c737667", "SVG"],
  ["3c3f786d6c", "SVG"],
  ["424d", "BMP"],
  ["00000100", "ICO"],
];

function kindOf(bytes: Uint8Array): string {
  const start = Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return kinds.find(([magic]) => start.startsWith(magic))?.[1] ?? (bytes.length === 0 ? "0 bytes" : `0x${start}`);
}
