import type { Rule } from "../rule.ts";

export const symbolicLink: Rule = {
  id: "package/symbolic-link",
  severity: "error",
  title: { en: "The package holds files, not links", fr: "Le package contient des fichiers, pas des liens" },
  message: {
    en: "“{name}” is a symbolic link; it was not read.",
    fr: "« {name} » est un lien symbolique ; il n'a pas été lu.",
  },
  why: {
    en: "A link can point anywhere on the machine that unpacks it.",
    fr: "Un lien peut désigner n'importe quel endroit de la machine qui le décompresse.",
  },
  fix: { en: "Put the file itself into the package.", fr: "Placez le fichier lui-même dans le package." },
  source: "Parvis",
  passes: { words: { en: "color.png", fr: "color.png" } },
  fails: { words: { en: "color.png -> ../shared/color.png", fr: "color.png -> ../shared/color.png" } },
};
