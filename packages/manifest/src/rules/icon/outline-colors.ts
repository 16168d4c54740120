import { strayPixels } from "../../icons/outline-pixels.ts";
import type { Rule } from "../rule.ts";

export const outlineColors: Rule = {
  id: "icon/outline-colors",
  severity: { organization: "warning", store: "error" },
  graph: "InvalidOutlineIconTransparency",
  title: { en: "The outline icon is white on transparent", fr: "L'icône de contour est blanche sur transparent" },
  message: {
    en: "{count} pixels of “{path}” are neither white nor transparent; the first is at {x},{y} with A,R,G,B {color}.",
    fr: "{count} pixels de « {path} » ne sont ni blancs ni transparents ; le premier est en {x},{y} avec A,R,V,B {color}.",
  },
  why: {
    en: "Teams tints the outline to the theme; other colours turn into blots.",
    fr: "Teams teinte le contour selon le thème ; d'autres couleurs deviennent des taches.",
  },
  fix: {
    en: "Draw with white (255,255,255) alone, on a transparent ground; soft edges are white with some transparency.",
    fr: "Dessinez en blanc seul (255,255,255), sur fond transparent ; les bords doux sont du blanc à demi transparent.",
  },
  source: "contracts A.3",
  passes: { words: { en: "White strokes on a transparent ground.", fr: "Des traits blancs sur fond transparent." } },
  fails: {
    words: {
      en: "A coloured logo, grey edges, a black ground.",
      fr: "Un logo en couleurs, des bords gris, un fond noir.",
    },
  },
  *check({ icons: { outline } }) {
    if (outline === null || outline.pixels === null || outline.width !== 32 || outline.height !== 32) return;
    const stray = strayPixels(outline.pixels);
    const first = stray[0];
    if (first === undefined) return;
    const [red, green, blue, alpha] = outline.pixels.subarray(first * 4, first * 4 + 4);
    const color = `${alpha},${red},${green},${blue}`;
    yield {
      file: outline.path,
      target: "icons.outline",
      values: { count: stray.length, path: outline.path, x: first % 32, y: Math.floor(first / 32), color },
      found: color,
    };
  },
};
