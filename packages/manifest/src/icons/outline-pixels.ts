/** What is in an icon's pixels (red, green, blue, alpha, row by row). */

/** Indexes of pixels that are neither white nor fully transparent. */
export function strayPixels(pixels: Uint8Array): number[] {
  const stray: number[] = [];
  for (let at = 0; at < pixels.length; at += 4) {
    const white = pixels[at] === 255 && pixels[at + 1] === 255 && pixels[at + 2] === 255;
    if (pixels[at + 3] !== 0 && !white) stray.push(at / 4);
  }
  return stray;
}

/** The share of pixels that are more opaque than not, from 0 to 1. */
export function opaqueShare(pixels: Uint8Array): number {
  let opaque = 0;
  for (let at = 3; at < pixels.length; at += 4) if ((pixels[at] ?? 0) > 127) opaque++;
  return pixels.length === 0 ? 0 : opaque / (pixels.length / 4);
}

/** The picture of what is wrong, for a canvas: stray pixels in red, the rest dimmed. As many bytes as `pixels`. */
export function paintStrayPixels(pixels: Uint8Array): Uint8ClampedArray {
  const painted = new Uint8ClampedArray(pixels.length);
  for (let at = 0; at < pixels.length; at += 4) painted.set([160, 160, 160, (pixels[at + 3] ?? 0) >> 1], at);
  for (const index of strayPixels(pixels)) painted.set([209, 52, 56, 255], index * 4);
  return painted;
}
