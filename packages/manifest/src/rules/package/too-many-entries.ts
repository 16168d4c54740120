import type { Rule } from "../rule.ts";

export const tooManyEntries: Rule = {
  id: "package/too-many-entries",
  severity: "error",
  title: { en: "The package has no more than 1,000 files", fr: "Le package ne contient pas plus de 1 000 fichiers" },
  message: {
    en: "The package has {count} files; {limit} are allowed. It was not opened.",
    fr: "Le package contient {count} fichiers ; {limit} sont autorisés. Il n'a pas été ouvert.",
  },
  why: {
    en: "A package needs a handful of files. Thousands mean that something else was zipped along with it.",
    fr: "Un package a besoin de quelques fichiers. Des milliers signifient qu'autre chose a été compressé avec lui.",
  },
  fix: {
    en: "Zip only what the manifest names: `parvis pack DIR`.",
    fr: "Ne compressez que ce que le manifeste nomme : `parvis pack DIR`.",
  },
  source: "Parvis",
  passes: {
    words: {
      en: "manifest.json, two icons, ten language files.",
      fr: "manifest.json, deux icônes, dix fichiers de langue.",
    },
  },
  fails: { words: { en: "A package with node_modules in it.", fr: "Un package qui contient node_modules." } },
};
