import type { Rule } from "../rule.ts";

export const sameNameTwice: Rule = {
  id: "package/same-name-twice",
  severity: "error",
  title: { en: "No two entries are the same file", fr: "Deux entrées ne sont pas le même fichier" },
  message: {
    en: "“{name}” and “{other}” are one file to some system; only the first was read.",
    fr: "« {name} » et « {other} » sont un même fichier pour certains systèmes ; seule la première entrée a été lue.",
  },
  why: {
    en: "Which of two equal names wins depends on the reader, so a reviewer could see another manifest than the one that runs.",
    fr: "Le gagnant entre deux noms égaux dépend du lecteur : un réviseur pourrait voir un autre manifeste que celui qui tourne.",
  },
  fix: { en: "Remove or rename one of them.", fr: "Supprimez ou renommez l'une des deux." },
  source: "Parvis",
  passes: { words: { en: "color.png and outline.png", fr: "color.png et outline.png" } },
  fails: {
    words: {
      en: "manifest.json twice; color.png and Color.png",
      fr: "manifest.json deux fois ; color.png et Color.png",
    },
  },
};
