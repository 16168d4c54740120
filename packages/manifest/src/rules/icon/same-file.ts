import type { Rule } from "../rule.ts";

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
