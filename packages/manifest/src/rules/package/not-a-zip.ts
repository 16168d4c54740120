import type { Rule } from "../rule.ts";

export const notAZip: Rule = {
  id: "package/not-a-zip",
  severity: "error",
  graph: "Serialization_FileMissing",
  title: { en: "The package is a zip file", fr: "Le package est un fichier zip" },
  message: {
    en: "This is not a zip file (it begins with {detail}).",
    fr: "Ce n'est pas un fichier zip (il commence par {detail}).",
  },
  why: {
    en: "An app package is a .zip with manifest.json and two icons. Everything else about it is found by opening it.",
    fr: "Un package d'application est un .zip qui contient manifest.json et deux icônes. Tout le reste se découvre en l'ouvrant.",
  },
  fix: {
    en: "Zip manifest.json and the icons themselves, not the folder around them: `parvis pack DIR`.",
    fr: "Compressez manifest.json et les icônes eux-mêmes, sans le dossier qui les contient : `parvis pack DIR`.",
  },
  source: "contracts A.3",
  passes: { words: { en: "A .zip made by any zip tool.", fr: "Un .zip créé par n'importe quel outil." } },
  fails: {
    words: {
      en: "A .rar, a .7z or an HTML page saved as .zip.",
      fr: "Un .rar, un .7z ou une page HTML enregistrée en .zip.",
    },
  },
};
