import type { Rule } from "../rule.ts";

export const empty: Rule = {
  id: "package/empty",
  severity: "error",
  graph: "Serialization_FileMissing",
  title: { en: "The package is not empty", fr: "Le package n'est pas vide" },
  message: { en: "The zip file has nothing in it.", fr: "Le fichier zip ne contient rien." },
  why: {
    en: "A package needs at least manifest.json and two icons.",
    fr: "Un package contient au moins manifest.json et deux icônes.",
  },
  fix: {
    en: "Add manifest.json and the two icons it names.",
    fr: "Ajoutez manifest.json et les deux icônes qu'il nomme.",
  },
  source: "contracts E.1",
  passes: { words: { en: "manifest.json, color.png, outline.png", fr: "manifest.json, color.png, outline.png" } },
  fails: { words: { en: "A zip of 22 bytes.", fr: "Un zip de 22 octets." } },
};
