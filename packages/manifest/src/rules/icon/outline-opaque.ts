import { opaqueShare } from "../../icons/outline-pixels.ts";
import type { Rule } from "../rule.ts";

export const outlineOpaque: Rule = {
  id: "icon/outline-opaque",
  severity: { organization: "suggestion", store: "warning" },
  title: { en: "The outline icon is an outline", fr: "L'icône de contour est un contour" },
  message: { en: "“{path}” is {share} % opaque.", fr: "« {path} » est opaque à {share} %." },
  why: {
    en: "A filled square shows as a white square, and an empty picture as nothing.",
    fr: "Un carré plein s'affiche comme un carré blanc, et une image vide comme rien.",
  },
  fix: {
    en: "Draw the logo's outline on a transparent ground.",
    fr: "Dessinez le contour du logo sur fond transparent.",
  },
  source: "contracts E.6",
  passes: {
    words: { en: "A drawing that covers a part of the square.", fr: "Un dessin qui couvre une partie du carré." },
  },
  fails: { words: { en: "A white square; an empty picture.", fr: "Un carré blanc ; une image vide." } },
  *check({ icons: { outline } }) {
    if (outline === null || outline.pixels === null || outline.width !== 32) return;
    const share = opaqueShare(outline.pixels);
    if (share === 0 || share === 1)
      yield { file: outline.path, values: { path: outline.path, share: Math.round(share * 100) } };
  },
};
