import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { checksum } from "../package/checksum.ts";
import { opaqueShare, paintStrayPixels, strayPixels } from "./outline-pixels.ts";
import { pngSignature } from "./png-chunks.ts";
import { readIcon } from "./read-icon.ts";

function chunk(type: string, data: readonly number[] | Uint8Array): Uint8Array {
  const body = Uint8Array.of(...new TextEncoder().encode(type), ...data);
  const whole = new Uint8Array(body.length + 8);
  const view = new DataView(whole.buffer);
  view.setUint32(0, data.length);
  whole.set(body, 4);
  view.setUint32(body.length + 4, checksum(body));
  return whole;
}

/** A PNG of 2x2 written by hand: header fields, rows with their filter byte, and chunks in between. */
function png(depth: number, type: number, rows: number[][], between: Uint8Array[] = []): Uint8Array {
  const header = [0, 0, 0, 2, 0, 0, 0, 2, depth, type, 0, 0, 0];
  const data = deflateSync(Uint8Array.from(rows.flatMap((row) => [0, ...row])));
  return Uint8Array.of(
    ...pngSignature,
    ...chunk("IHDR", header),
    ...between.flatMap((each) => [...each]),
    ...chunk("IDAT", data),
    ...chunk("IEND", []),
  );
}

const pixelsOf = async (bytes: Uint8Array) => [...((await readIcon("i.png", bytes)).pixels ?? [])];
const white = [255, 255, 255, 255];
const black = [0, 0, 0, 255];
const clear = [0, 0, 0, 0];

describe("reading the kinds of PNG there are", () => {
  it("reads grey of 1, 8 and 16 bits", async () => {
    expect(await pixelsOf(png(1, 0, [[0b10000000], [0b01000000]]))).toEqual([...white, ...black, ...black, ...white]);
    expect(
      await pixelsOf(
        png(8, 0, [
          [255, 0],
          [0, 255],
        ]),
      ),
    ).toEqual([...white, ...black, ...black, ...white]);
    expect(
      await pixelsOf(
        png(16, 0, [
          [255, 255, 0, 0],
          [0, 0, 255, 255],
        ]),
      ),
    ).toEqual([...white, ...black, ...black, ...white]);
  });

  it("reads colours, with and without transparency", async () => {
    const red = [255, 0, 0, 255];
    expect(
      await pixelsOf(
        png(8, 2, [
          [255, 0, 0, 0, 0, 0],
          [0, 0, 0, 255, 0, 0],
        ]),
      ),
    ).toEqual([...red, ...black, ...black, ...red]);
    expect(
      await pixelsOf(
        png(8, 4, [
          [255, 255, 0, 0],
          [0, 0, 255, 255],
        ]),
      ),
    ).toEqual([...white, ...clear, ...clear, ...white]);
    const key = chunk("tRNS", [0, 0, 0, 0, 0, 0]);
    expect(
      await pixelsOf(
        png(
          8,
          2,
          [
            [255, 0, 0, 0, 0, 0],
            [0, 0, 0, 255, 0, 0],
          ],
          [key],
        ),
      ),
    ).toEqual([...red, ...clear, ...clear, ...red]);
  });

  it("reads palettes with transparent entries", async () => {
    const between = [chunk("PLTE", [255, 255, 255, 0, 0, 0]), chunk("tRNS", [255, 0])];
    expect(await pixelsOf(png(1, 3, [[0b01000000], [0b10000000]], between))).toEqual([
      ...white,
      ...clear,
      ...clear,
      ...white,
    ]);
  });

  it("passes over texts and profiles, however they were made", async () => {
    const bomb = chunk("iCCP", Uint8Array.of(0x78, 0, 0, ...deflateSync(new Uint8Array(1_000_000))));
    expect(
      (
        await readIcon(
          "i.png",
          png(
            8,
            0,
            [
              [255, 0],
              [0, 255],
            ],
            [bomb],
          ),
        )
      ).state,
    ).toBe("ok");
  });

  it.each([
    ["a wrong checksum", (bytes: Uint8Array) => bytes.with(30, 7), "damaged"],
    ["no end", (bytes: Uint8Array) => bytes.subarray(0, -12), "damaged"],
    ["nothing behind the signature", (bytes: Uint8Array) => bytes.subarray(0, 8), "damaged"],
    ["another signature", (bytes: Uint8Array) => bytes.with(0, 0), "not-png"],
  ] as const)("finds %s", async (_, change, state) => {
    expect(
      (
        await readIcon(
          "i.png",
          change(
            png(8, 0, [
              [255, 0],
              [0, 255],
            ]),
          ),
        )
      ).state,
    ).toBe(state);
  });
});

describe("pixels of an outline", () => {
  const pixels = Uint8Array.of(...white, 255, 255, 255, 90, ...clear, 10, 20, 30, 255);

  it("may be white of any opacity, or nothing", () => {
    expect(strayPixels(pixels)).toEqual([3]);
    expect(opaqueShare(pixels)).toBe(0.5);
  });

  it("are painted red where they are at fault", () => {
    expect([...paintStrayPixels(pixels).subarray(12)]).toEqual([209, 52, 56, 255]);
  });
});
