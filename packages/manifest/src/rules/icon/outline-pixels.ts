/** An outline icon is white on nothing (contracts A.3, E.6). */
import { opaqueShare, strayPixels } from "../../icons/outline-pixels.ts";
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

export const sameFile: Rule = {
  id: "icon/same-file",
  severity: "warning",
  title: { en: "The two icons are two files", fr: "Les deux icônes sont deux fichiers" },
  message: { en: "Both icons name “{path}”.", fr: "Les deux icônes nomment « {path} »." },
  why: {
    en: "One is 192x192 in colour, the other 32x32 in white; no picture is both.",
    fr: "L'une fait 192x192 en couleurs, l'autre 32x32 en blanc ; aucune image n'est les deux.",
  },
  fix: { en: "Make a second picture.", fr: "Faites une seconde image." },
  source: "contracts E.1",
  passes: { manifest: {} },
  fails: { manifest: { icons: { outline: "color.png" } } },
  *check({ icons: { color, outline } }) {
    if (color !== null && color.path === outline?.path)
      yield { pointer: "/icons/outline", values: { path: color.path } };
  },
};

export const pathStyle: Rule = {
  id: "icon/path-style",
  severity: "warning",
  title: { en: "Icon paths are plain", fr: "Les chemins des icônes sont simples" },
  message: {
    en: "icons.{key} is written “{found}”; the file is “{plain}”.",
    fr: "icons.{key} s'écrit « {found} » ; le fichier est « {plain} ».",
  },
  why: {
    en: "Readers look the name up as it stands: ./ and backslashes find nothing in a zip.",
    fr: "Les lecteurs cherchent le nom tel quel : ./ et barres inverses ne trouvent rien dans un zip.",
  },
  fix: {
    en: "Write “{plain}”, or run `parvis validate --fix`.",
    fr: "Écrivez « {plain} », ou lancez `parvis validate --fix`.",
  },
  source: "contracts E.1",
  passes: { manifest: {} },
  fails: { manifest: { icons: { color: "./color.png" } } },
  *check({ manifest, icons }) {
    const written = manifest.icons;
    for (const [key, icon] of [
      ["color", icons.color],
      ["outline", icons.outline],
      ["color32x32", icons.color32],
    ] as const) {
      const found =
        typeof written === "object" && written !== null && !Array.isArray(written) ? written[key] : undefined;
      if (icon !== null && typeof found === "string" && found !== icon.path)
        yield { pointer: `/icons/${key}`, values: { key, found, plain: icon.path }, found, expected: icon.path };
    }
  },
};
