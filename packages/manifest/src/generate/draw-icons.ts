/** Simple icons that meet every rule, to begin with: a white sign on the accent colour, and the same sign as an outline. */
import { encode } from "fast-png";
import type { AppKind } from "./generate-app.ts";

type Sign = (x: number, y: number) => boolean;

/** Shapes over the unit square; true where the sign is. */
const signs: Readonly<Record<AppKind, Sign>> = {
  /** A plug: a ring with a stem. */
  connector: (x, y) => ring(x, y, 0.5, 0.4, 0.22, 0.13) || (Math.abs(x - 0.5) < 0.05 && y > 0.6 && y < 0.85),
  /** A page with a bar on top. */
  tab: (x, y) => frame(x, y, 0.2, 0.22, 0.8, 0.78, 0.07) || (y > 0.22 && y < 0.4 && x > 0.2 && x < 0.8),
  /** A speech bubble. */
  bot: (x, y) =>
    frame(x, y, 0.18, 0.22, 0.82, 0.66, 0.08) || (y >= 0.6 && y < 0.84 && x > 0.3 && x - 0.3 < (0.84 - y) * 0.9),
};

function ring(x: number, y: number, cx: number, cy: number, outer: number, inner: number): boolean {
  const distance = Math.hypot(x - cx, y - cy);
  return distance <= outer && distance >= inner;
}

function frame(x: number, y: number, left: number, top: number, right: number, bottom: number, width: number): boolean {
  const inside = x > left && x < right && y > top && y < bottom;
  return inside && !(x > left + width && x < right - width && y > top + width && y < bottom - width);
}

/** 192x192, the sign in white on `#rrggbb`. */
export function colorIcon(accent: string, kind: AppKind): Uint8Array {
  const channel = (at: number) => Number.parseInt(accent.slice(at, at + 2), 16) || 0;
  const ground = [channel(1), channel(3), channel(5), 255];
  return draw(192, (x, y) => (signs[kind](x, y) ? [255, 255, 255, 255] : ground));
}

/** 32x32, the sign in white on nothing. */
export function outlineIcon(kind: AppKind): Uint8Array {
  return draw(32, (x, y) => (signs[kind](x, y) ? [255, 255, 255, 255] : [0, 0, 0, 0]));
}

function draw(side: number, colorAt: (x: number, y: number) => readonly number[]): Uint8Array {
  const data = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) data.set(colorAt((x + 0.5) / side, (y + 0.5) / side), (y * side + x) * 4);
  }
  return encode({ width: side, height: side, channels: 4, depth: 8, data });
}
