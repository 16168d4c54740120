/** Rules about icons. The first ones are reported while the icons are read. */

export { colorPadding } from "./color-transparent.ts";
export { contradictory } from "./contradictory.ts";
export { damagedIcon } from "./damaged.ts";
export { missing } from "./missing.ts";
export { notPng } from "./not-png.ts";
export { outlineColors } from "./outline-colors.ts";
export { outlineOpaque } from "./outline-opaque.ts";
export { pathStyle } from "./path-style.ts";
export { sameFile } from "./same-file.ts";
export { tooHeavy } from "./too-heavy.ts";
export { color32Size, colorSize, outlineSize } from "./wrong-size.ts";
