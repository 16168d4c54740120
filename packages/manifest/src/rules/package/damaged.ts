import type { Rule } from "../rule.ts";

export const damaged: Rule = {
  id: "package/damaged",
  severity: "error",
  graph: "Serialization_FileMissing",
  title: { en: "The zip's table of contents can be read", fr: "La table des matières du zip est lisible" },
  message: {
    en: "The zip's table of contents is damaged, or the archive is split over several files.",
    fr: "La table des matières du zip est endommagée, ou l'archive est répartie sur plusieurs fichiers.",
  },
  why: {
    en: "Readers that guess their way through a damaged zip show different files to different people.",
    fr: "Les lecteurs qui devinent le contenu d'un zip endommagé montrent des fichiers différents à chacun.",
  },
  fix: { en: "Make the zip again, in one piece.", fr: "Recréez le zip, en un seul morceau." },
  source: "APPNOTE 4.3",
  passes: { words: { en: "An archive in one file.", fr: "Une archive en un seul fichier." } },
  fails: { words: { en: "part.z01 and part.zip.", fr: "partie.z01 et partie.zip." } },
};
