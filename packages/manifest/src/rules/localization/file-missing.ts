import type { Rule } from "../rule.ts";

const french = {
  localizationInfo: { defaultLanguageTag: "en", additionalLanguages: [{ languageTag: "fr", file: "fr.json" }] },
};

export const languageFileMissing: Rule = {
  id: "localization/file-missing",
  severity: "error",
  graph: "Serialization_FileMissing",
  title: { en: "Every language file is in the package", fr: "Chaque fichier de langue est dans le package" },
  message: {
    en: "The manifest names the language file “{found}”, and there is no such file in the package.",
    fr: "Le manifeste nomme le fichier de langue « {found} », et ce fichier n'est pas dans le package.",
  },
  why: {
    en: "People with that language would see the default one, or the upload is refused.",
    fr: "Les personnes de cette langue verraient la langue par défaut, ou l'envoi est refusé.",
  },
  fix: { en: "Add the file, or remove the language.", fr: "Ajoutez le fichier, ou retirez la langue." },
  source: "contracts A.3",
  passes: { manifest: {} },
  fails: { manifest: french },
  *check({ languages }) {
    for (const { content, pointer, path } of languages)
      if (content === null) yield { pointer, values: { found: path }, found: path };
  },
};
