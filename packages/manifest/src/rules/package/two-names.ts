import type { Rule } from "../rule.ts";

export const twoNames: Rule = {
  id: "package/two-names",
  severity: "error",
  title: { en: "An entry has one name", fr: "Une entrée n'a qu'un nom" },
  message: {
    en: "“{name}” in the table of contents is called “{other}” where its data stands; it was not read.",
    fr: "« {name} » dans la table des matières s'appelle « {other} » à côté de ses données ; l'entrée n'a pas été lue.",
  },
  why: {
    en: "Some readers use one name, some the other. A difference is a way to get a file past a check.",
    fr: "Certains lecteurs utilisent un nom, d'autres l'autre. Une différence sert à faire passer un fichier sous un contrôle.",
  },
  fix: { en: "Make the zip again: `parvis pack DIR`.", fr: "Recréez le zip : `parvis pack DIR`." },
  source: "APPNOTE 4.3.7",
  passes: { words: { en: "A zip made by any zip tool.", fr: "Un zip créé par n'importe quel outil." } },
  fails: { words: { en: "A zip whose records were edited.", fr: "Un zip dont les enregistrements ont été modifiés." } },
};
