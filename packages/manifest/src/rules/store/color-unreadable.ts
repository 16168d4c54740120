import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

export const accentNearWhite: Rule = {
  id: "store/color-unreadable",
  severity: { organization: "off", store: "suggestion" },
  title: { en: "White can be read on the accent colour", fr: "Le blanc se lit sur la couleur d'accentuation" },
  message: {
    en: "The outline icon is white; on {found} it has a contrast of {contrast} : 1.",
    fr: "L'icône de contour est blanche ; sur {found} son contraste est de {contrast} : 1.",
  },
  why: {
    en: "The accent colour stands behind the white outline icon.",
    fr: "La couleur d'accentuation se trouve derrière l'icône blanche.",
  },
  fix: {
    en: "Choose a darker colour, or #FFFFFF where you want none.",
    fr: "Choisissez une couleur plus foncée, ou #FFFFFF si vous n'en voulez pas.",
  },
  source: "contracts E.6",
  passes: { manifest: { accentColor: "#FFFFFF" } },
  fails: { manifest: { accentColor: "#FFF3B0" } },
  *check({ manifest }) {
    const found = textAt(manifest, "accentColor") ?? "";
    if (!/^#[0-9a-f]{6}$/i.test(found) || /^#f{6}$/i.test(found)) return;
    const contrast = contrastWithWhite(found);
    if (contrast < 1.5) yield { pointer: "/accentColor", values: { found, contrast: contrast.toFixed(1) }, found };
  },
};

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrastWithWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
