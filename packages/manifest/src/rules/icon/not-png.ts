import type { Rule } from "../rule.ts";

export const notPng: Rule = {
  id: "icon/not-png",
  severity: "error",
  graph: "SchemaError_ContentEncoding",
  title: { en: "Icons are PNG", fr: "Les icônes sont des PNG" },
  message: {
    en: "The {kind} icon “{path}” is not a PNG ({detail}).",
    fr: "L'icône {kind} « {path} » n'est pas un PNG ({detail}).",
  },
  why: {
    en: "Only PNG is drawn everywhere, with transparency. Renaming a JPEG to .png does not turn it into one.",
    fr: "Seul le PNG s'affiche partout, avec transparence. Renommer un JPEG en .png ne le convertit pas.",
  },
  fix: { en: "Export the icon as PNG.", fr: "Exportez l'icône en PNG." },
  source: "contracts E.1, E.6",
  passes: { words: { en: "A PNG file.", fr: "Un fichier PNG." } },
  fails: { words: { en: "A JPEG named color.png.", fr: "Un JPEG nommé color.png." } },
};
