import type { Rule } from "../rule.ts";

export const damagedEntry: Rule = {
  id: "package/damaged-entry",
  severity: "error",
  title: {
    en: "Every file in the zip unpacks to what was packed",
    fr: "Chaque fichier du zip se décompresse tel qu'il a été compressé",
  },
  message: {
    en: "“{name}” is damaged inside the zip: its checksum does not match, or its data ends early.",
    fr: "« {name} » est endommagé dans le zip : sa somme de contrôle ne correspond pas, ou ses données s'arrêtent trop tôt.",
  },
  why: {
    en: "A file whose checksum is wrong is not the file its author packed.",
    fr: "Un fichier dont la somme de contrôle est fausse n'est pas celui que son auteur a compressé.",
  },
  fix: { en: "Make the zip again from the original files.", fr: "Recréez le zip à partir des fichiers d'origine." },
  source: "APPNOTE 4.4.7",
  passes: { words: { en: "Files as they were packed.", fr: "Des fichiers tels qu'ils ont été compressés." } },
  fails: { words: { en: "One byte changed after zipping.", fr: "Un octet modifié après la compression." } },
};
