import { opaqueShare } from "../../icons/outline-pixels.ts";
import type { Rule } from "../rule.ts";

export const colorPadding: Rule = {
  id: "icon/color-transparent",
  severity: { organization: "off", store: "suggestion" },
  title: { en: "The colour icon fills its square", fr: "L'icône de couleur remplit son carré" },
  message: { en: "Only {share} % of “{path}” is opaque.", fr: "Seuls {share} % de « {path} » sont opaques." },
  why: {
    en: "The store asks for no padding: the client rounds the corners itself, and a margin makes the icon small.",
    fr: "Le magasin demande de ne pas laisser de marge : le client arrondit lui-même les coins, et une marge rapetisse l'icône.",
  },
  fix: {
    en: "Fill the whole 192x192 square with the ground colour.",
    fr: "Remplissez tout le carré 192x192 avec la couleur de fond.",
  },
  source: "contracts E.6",
  passes: { words: { en: "A ground that reaches all four edges.", fr: "Un fond qui atteint les quatre bords." } },
  fails: { words: { en: "A small logo in a transparent square.", fr: "Un petit logo dans un carré transparent." } },
  *check({ icons: { color } }) {
    if (color === null || color.pixels === null || color.width !== 192) return;
    const share = opaqueShare(color.pixels);
    if (share < 0.5) yield { file: color.path, values: { path: color.path, share: Math.round(share * 100) } };
  },
};
