/** Rules about icons. The first ones are reported while the icons are read. */
export { contradictory } from "./contradictory.ts";
export { damagedIcon } from "./damaged.ts";
export { missing } from "./missing.ts";
export { notPng } from "./not-png.ts";
export * from "./outline-pixels.ts";
export { tooHeavy } from "./too-heavy.ts";
export { color32Size, colorSize, outlineSize } from "./wrong-size.ts";
