import type { Rule } from "../rule.ts";

export const sizeDeclared: Rule = {
  id: "package/size-declared",
  severity: "error",
  title: { en: "The zip tells the true size of its files", fr: "Le zip indique la vraie taille de ses fichiers" },
  message: {
    en: "“{name}” is said to be {declared} bytes and is {real}.",
    fr: "« {name} » est annoncé à {declared} octets et en fait {real}.",
  },
  why: {
    en: "A wrong size is how zip bombs hide, and some readers cut the file off there.",
    fr: "Une taille fausse est la cachette des bombes zip, et certains lecteurs coupent le fichier à cet endroit.",
  },
  fix: {
    en: "Make the zip again with another tool: `parvis pack DIR`.",
    fr: "Recréez le zip avec un autre outil : `parvis pack DIR`.",
  },
  source: "APPNOTE 4.4.9",
  passes: { words: { en: "A zip made by `parvis pack`.", fr: "Un zip créé par `parvis pack`." } },
  fails: { words: { en: "A directory record edited by hand.", fr: "Un enregistrement modifié à la main." } },
};
