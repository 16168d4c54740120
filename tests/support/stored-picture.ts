import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type DecodedPng, decode, encode } from "fast-png";
import pixelmatch from "pixelmatch";
import { expect } from "vitest";

const stored = join(import.meta.dirname, "../pictures");
const results = join(import.meta.dirname, "../../test-results/pictures");
const update = process.env.PARVIS_UPDATE_PICTURES === "1";
/** Pixels in a thousand that may differ: versions of Chromium round corners and draw the fields of forms not quite alike. */
const allowedPerThousand = 1;
/** How far apart two colours may be to count as one; pixelmatch leaves smoothed edges out by itself. */
const threshold = 0.1;

/** Four bytes a pixel, as pixelmatch takes them. */
function pixels({ width, height, channels, data }: DecodedPng): Uint8Array {
  const all = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++)
    for (let channel = 0; channel < channels; channel++)
      all[pixel * 4 + channel] = Number(data[pixel * channels + channel]);
  return all;
}

/** How many pixels in a thousand differ; all of them when the sizes do. With a picture of what differs. */
function compare(before: Uint8Array, after: Uint8Array): { perThousand: number; difference?: Uint8Array } {
  const [a, b] = [decode(before), decode(after)];
  if (a.width !== b.width || a.height !== b.height) return { perThousand: 1_000 };
  const difference = new Uint8Array(a.width * a.height * 4);
  const changed = pixelmatch(pixels(a), pixels(b), difference, a.width, a.height, { threshold });
  return {
    perThousand: (changed * 1_000) / (a.width * a.height),
    difference: encode({ width: a.width, height: a.height, data: difference, channels: 4 }),
  };
}

/**
 * A picture is as the one stored in tests/pictures/. What is not is left in test-results/pictures/, with what differs.
 * With PARVIS_UPDATE_PICTURES=1 it is stored instead.
 */
export function expectPicture(name: string, taken: Uint8Array): void {
  const path = join(stored, `${name}.png`);
  if (update) {
    if (!existsSync(path) || compare(readFileSync(path), taken).perThousand > 0) writeFileSync(path, taken);
    return;
  }
  if (!existsSync(path)) throw new Error(`There is no ${path}. Look at the card, and store it: ${howToUpdate}`);
  const { perThousand, difference } = compare(readFileSync(path), taken);
  if (perThousand > allowedPerThousand) {
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, `${name}.png`), taken);
    if (difference !== undefined) writeFileSync(join(results, `${name}-difference.png`), difference);
  }
  expect(
    perThousand,
    `${name} looks different; see test-results/pictures/${name}.png. If it should: ${howToUpdate}`,
  ).toBeLessThanOrEqual(allowedPerThousand);
}

/** Two pictures show the same. */
export function expectSamePicture(one: Uint8Array, other: Uint8Array): void {
  expect(compare(one, other).perThousand).toBeLessThanOrEqual(allowedPerThousand);
}

const howToUpdate = "PARVIS_UPDATE_PICTURES=1 npm test -- tests/card-pictures.test.ts";
