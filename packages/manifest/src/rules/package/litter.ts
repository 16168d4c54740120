import type { Rule } from "../rule.ts";

export const litter: Rule = {
  id: "package/litter",
  severity: "suggestion",
  title: { en: "Nothing left behind by the desktop", fr: "Rien que le bureau ait laissé" },
  message: {
    en: "“{name}” was put there by the operating system and is ignored.",
    fr: "« {name} » a été ajouté par le système d'exploitation et est ignoré.",
  },
  why: {
    en: "__MACOSX, .DS_Store, Thumbs.db and desktop.ini say things about your machine and nothing about the app.",
    fr: "__MACOSX, .DS_Store, Thumbs.db et desktop.ini parlent de votre machine et non de l'application.",
  },
  fix: {
    en: "Pack with `parvis pack DIR`, which leaves them out.",
    fr: "Utilisez `parvis pack DIR`, qui les laisse de côté.",
  },
  source: "Parvis",
  passes: { words: { en: "manifest.json, color.png, outline.png", fr: "manifest.json, color.png, outline.png" } },
  fails: { words: { en: "__MACOSX/._manifest.json", fr: "__MACOSX/._manifest.json" } },
};
