import type { Rule } from "../rule.ts";

export const encrypted: Rule = {
  id: "package/encrypted",
  severity: "error",
  title: { en: "The package needs no password", fr: "Le package n'a pas de mot de passe" },
  message: { en: "“{name}” is encrypted; it was not read.", fr: "« {name} » est chiffré ; il n'a pas été lu." },
  why: {
    en: "Nobody who installs the app has the password, and nobody can review what is inside.",
    fr: "Personne qui installe l'application n'a le mot de passe, et nul ne peut vérifier le contenu.",
  },
  fix: { en: "Zip without a password.", fr: "Compressez sans mot de passe." },
  source: "APPNOTE 4.4.4",
  passes: { words: { en: "A zip without a password.", fr: "Un zip sans mot de passe." } },
  fails: { words: { en: "A zip made with `zip -e`.", fr: "Un zip créé avec `zip -e`." } },
};
