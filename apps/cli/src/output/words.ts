/** What the command itself says, in both languages. Findings bring their own words. */
type Language = "en" | "fr";

const words = {
  ok: { en: "in order", fr: "en ordre" },
  found: { en: "found", fr: "trouvé" },
  expected: { en: "expected", fr: "attendu" },
  fix: { en: "fix", fr: "correction" },
  see: { en: "see", fr: "voir" },
  file: { en: "file", fr: "fichier" },
  errors: { en: "errors", fr: "erreurs" },
  warnings: { en: "warnings", fr: "avertissements" },
  suggestions: { en: "suggestions", fr: "suggestions" },
  error: { en: "error", fr: "erreur" },
  warning: { en: "warning", fr: "avertissement" },
  suggestion: { en: "suggestion", fr: "suggestion" },
  verdict: { en: "verdict", fr: "verdict" },
  valid: { en: "valid", fr: "valide" },
  invalid: { en: "refused", fr: "refusé" },
  branches: { en: "tried in other forms", fr: "essayé sous d'autres formes" },
  notFixed: {
    en: "a zip is not changed; run --fix on its folder",
    fr: "un zip n'est pas modifié ; lancez --fix sur son dossier",
  },
  same: { en: "The two packages say the same.", fr: "Les deux packages disent la même chose." },
  added: { en: "added", fr: "ajouté" },
  removed: { en: "removed", fr: "retiré" },
  changed: { en: "changed", fr: "modifié" },
  metadata: { en: "metadata", fr: "métadonnées" },
  capability: { en: "capabilities", fr: "capacités" },
  permission: { en: "permissions", fr: "autorisations" },
  consentNeeded: { en: "people must accept again", fr: "il faudra accepter à nouveau" },
  consentNotNeeded: { en: "updates silently", fr: "mise à jour silencieuse" },
  versionOk: { en: "The version is higher, as it must be.", fr: "La version est plus haute, comme il se doit." },
  versionLow: { en: "The version must be higher: at least", fr: "La version doit être plus haute : au moins" },
  otherApp: {
    en: "These are two different apps: the ids differ.",
    fr: "Ce sont deux applications différentes : les identifiants diffèrent.",
  },
} as const satisfies Record<string, Record<Language, string>>;

let current: Language = "en";

/** Sets the language once, when a command starts. */
export function speak(language: Language): void {
  current = language;
}

export function say(word: keyof typeof words): string {
  return words[word][current];
}
