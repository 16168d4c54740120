import type { Rule } from "../rule.ts";

export const tooHeavy: Rule = {
  id: "icon/too-heavy",
  severity: "error",
  title: { en: "An icon is no heavier than 5 MB", fr: "Une icône ne dépasse pas 5 Mo" },
  message: {
    en: "The {kind} icon “{path}” is {size} bytes; {limit} are allowed.",
    fr: "L'icône {kind} « {path} » fait {size} octets ; {limit} sont autorisés.",
  },
  why: {
    en: "192x192 pixels take some ten kilobytes. More is a picture of something else.",
    fr: "192x192 pixels prennent une dizaine de kilo-octets. Davantage, c'est autre chose.",
  },
  fix: {
    en: "Export the icon at 192x192 or 32x32 without metadata.",
    fr: "Exportez l'icône en 192x192 ou 32x32, sans métadonnées.",
  },
  source: "Parvis",
  passes: { words: { en: "A PNG of 12 kB.", fr: "Un PNG de 12 ko." } },
  fails: { words: { en: "A PNG of 12 MB.", fr: "Un PNG de 12 Mo." } },
};
