/** Packages for tests: a good one, and zips that no zip tool would write. */
import { encode } from "fast-png";
import { strToU8, zipSync } from "fflate";
import type { JsonObject } from "../json/json-value.ts";
import { sampleManifest } from "../rules/sample-manifest.ts";

/** An RGBA picture of one colour; white on transparent when no colour is given. */
export function picture(side: number, rgba: readonly number[] = [255, 255, 255, 255]): Uint8Array {
  const data = new Uint8Array(side * side * 4);
  for (let at = 0; at < data.length; at += 4) data.set(rgba, at);
  return encode({ width: side, height: side, channels: 4, depth: 8, data });
}

/** A white square on a transparent ground, as an outline icon should be. */
export function outlinePicture(): Uint8Array {
  const data = new Uint8Array(32 * 32 * 4);
  for (let y = 0; y < 32; y++) {
    for (let x = 0; x < 32; x++) if (x % 31 < 4 || y % 31 < 4) data.set([255, 255, 255, 255], (y * 32 + x) * 4);
  }
  return encode({ width: 32, height: 32, channels: 4, depth: 8, data });
}

export const colorPicture = (): Uint8Array => picture(192, [79, 107, 237, 255]);

export function sampleFiles(manifest: JsonObject | string = sampleManifest): Record<string, Uint8Array> {
  const text = typeof manifest === "string" ? manifest : JSON.stringify(manifest, null, 2);
  return { "manifest.json": strToU8(text), "color.png": colorPicture(), "outline.png": outlinePicture() };
}

export function samplePackage(changes: Record<string, Uint8Array | null> = {}): Uint8Array {
  const files = { ...sampleFiles(), ...changes };
  return zipSync(
    Object.fromEntries(Object.entries(files).filter((each): each is [string, Uint8Array] => each[1] !== null)),
  );
}

/** Replaces every occurrence of `from` by `to`, byte for byte; both must be equally long. */
export function patched(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const changed = text.replaceAll(from, to);
  return Uint8Array.from(changed, (character) => character.charCodeAt(0));
}
