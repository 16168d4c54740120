import type { Rule } from "../rule.ts";

export const tooLarge: Rule = {
  id: "package/too-large",
  severity: "error",
  title: { en: "The package is no larger than 30 MB", fr: "Le package ne dépasse pas 30 Mo" },
  message: {
    en: "The package is {size} MB; {limit} MB are allowed. It was not opened.",
    fr: "Le package fait {size} Mo ; {limit} Mo sont autorisés. Il n'a pas été ouvert.",
  },
  why: {
    en: "A package carries a manifest, icons and texts. The app itself lives on its own server.",
    fr: "Un package contient un manifeste, des icônes et des textes. L'application elle-même vit sur son propre serveur.",
  },
  fix: {
    en: "Leave out node_modules, source code, screenshots and videos.",
    fr: "Retirez node_modules, le code source, les captures d'écran et les vidéos.",
  },
  source: "Parvis",
  passes: { words: { en: "A package of 40 kB.", fr: "Un package de 40 ko." } },
  fails: { words: { en: "A package with node_modules in it.", fr: "Un package qui contient node_modules." } },
};
