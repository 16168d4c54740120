import type { Rule } from "../rule.ts";

const why = {
  en: "Teams draws the icon at fixed sizes; from any other it becomes blurred or is refused.",
  fr: "Teams dessine l'icône à des tailles fixes ; à partir d'une autre, elle devient floue ou est refusée.",
};
const message = {
  en: "The {kind} icon “{path}” is {width}x{height} pixels; it must be {side}x{side}.",
  fr: "L'icône {kind} « {path} » fait {width}x{height} pixels ; elle doit faire {side}x{side}.",
};
const fix = {
  en: "Export the icon at {side}x{side} pixels. Do not stretch a smaller picture.",
  fr: "Exportez l'icône en {side}x{side} pixels. N'étirez pas une image plus petite.",
};

export const colorSize: Rule = {
  id: "icon/color-size",
  severity: "error",
  graph: "InvalidColorIconHeightAndWidth",
  title: { en: "The colour icon is 192x192", fr: "L'icône de couleur fait 192x192" },
  message,
  why,
  fix,
  source: "contracts A.3, E.1",
  passes: { words: { en: "192x192", fr: "192x192" } },
  fails: { words: { en: "96x96, 512x512, 192x180", fr: "96x96, 512x512, 192x180" } },
};

export const outlineSize: Rule = {
  ...colorSize,
  id: "icon/outline-size",
  graph: "InvalidOutlineIconHeightAndWidth",
  title: { en: "The outline icon is 32x32", fr: "L'icône de contour fait 32x32" },
  passes: { words: { en: "32x32", fr: "32x32" } },
  fails: { words: { en: "20x20, 192x192", fr: "20x20, 192x192" } },
};

export const color32Size: Rule = {
  ...colorSize,
  id: "icon/color32-size",
  graph: "InvalidColor32x32IconHeightAndWidth",
  title: { en: "The small colour icon is 32x32", fr: "La petite icône de couleur fait 32x32" },
  passes: { words: { en: "32x32", fr: "32x32" } },
  fails: { words: { en: "192x192", fr: "192x192" } },
};
