/** Rules about localisation files (contracts E.1). What their own schema says comes from the schema rules. */
import { textAt } from "../../json/json-value.ts";
import { localizedKeys, resolvesTo } from "../../localization/keys.ts";
import type { Rule } from "../rule.ts";
import type { LanguageFile } from "../subject.ts";

const french = {
  localizationInfo: { defaultLanguageTag: "en", additionalLanguages: [{ languageTag: "fr", file: "fr.json" }] },
};
const words = (en: string, fr: string) => ({ words: { en, fr } });

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

export const languageTwice: Rule = {
  id: "localization/language-twice",
  severity: "error",
  title: { en: "Every language stands once", fr: "Chaque langue n'apparaît qu'une fois" },
  message: { en: "The language “{found}” is named twice.", fr: "La langue « {found} » est nommée deux fois." },
  why: { en: "Which of the two files is used is left to chance.", fr: "Le fichier utilisé est laissé au hasard." },
  fix: {
    en: "Remove one of them; the default language needs no additional entry.",
    fr: "Retirez-en une ; la langue par défaut ne demande pas d'entrée supplémentaire.",
  },
  source: "contracts E.1",
  passes: { manifest: {} },
  fails: words(
    "“fr” twice in additionalLanguages, or “en” beside defaultLanguageTag “en”.",
    "« fr » deux fois dans additionalLanguages, ou « en » à côté de defaultLanguageTag « en ».",
  ),
  *check({ manifest, languages }) {
    const seen = new Set([(textAt(manifest, "localizationInfo", "defaultLanguageTag") ?? "").toLowerCase()]);
    for (const { tag = "", isDefault, pointer } of languages) {
      if (isDefault) continue;
      if (seen.has(tag.toLowerCase()))
        yield { pointer: pointer.replace(/file$/, "languageTag"), values: { found: tag }, found: tag };
      seen.add(tag.toLowerCase());
    }
  },
};

/** The keys of the other language files, to see what one of them lacks. */
const keysOf = (file: LanguageFile) => Object.keys(file.content ?? {}).filter((key) => key !== "$schema");

export const unknownKey: Rule = {
  id: "localization/key-without-target",
  severity: "warning",
  title: { en: "Every key names a text of the manifest", fr: "Chaque clé nomme un texte du manifeste" },
  message: { en: "“{found}” names nothing in the manifest.", fr: "« {found} » ne nomme rien dans le manifeste." },
  why: { en: "The translation is never shown.", fr: "La traduction n'est jamais montrée." },
  fix: {
    en: "Correct the key; places in lists are counted from 0, as in staticTabs[0].name.",
    fr: "Corrigez la clé ; les places dans les listes se comptent dès 0, comme staticTabs[0].name.",
  },
  source: "contracts E.1",
  passes: words('"staticTabs[0].name": "Alertes"', '"staticTabs[0].name": "Alertes"'),
  fails: words('"staticTabs[7].name" in an app with one tab', '"staticTabs[7].name" dans une application à un onglet'),
  *check({ manifest, languages }) {
    for (const file of languages) {
      for (const key of keysOf(file))
        if (resolvesTo(manifest, key) === undefined)
          yield { file: file.path, pointer: `/${key}`, values: { found: key }, found: key };
    }
  },
};

export const missingKey: Rule = {
  id: "localization/key-missing",
  severity: "suggestion",
  title: { en: "Every text is translated", fr: "Chaque texte est traduit" },
  message: { en: "“{path}” has no “{key}”.", fr: "« {path} » n'a pas « {key} »." },
  why: {
    en: "A text without translation appears in the default language, in the middle of another.",
    fr: "Un texte sans traduction apparaît dans la langue par défaut, au milieu d'une autre.",
  },
  fix: { en: "Add the key with its translation.", fr: "Ajoutez la clé avec sa traduction." },
  source: "contracts E.1",
  passes: words("name.short, name.full and both descriptions.", "name.short, name.full et les deux descriptions."),
  fails: words("A file with name.short only.", "Un fichier qui n'a que name.short."),
  *check({ manifest, languages }) {
    const wanted = localizedKeys(manifest);
    for (const file of languages) {
      if (file.content === null || file.content === undefined || file.isDefault) continue;
      for (const key of wanted)
        if (!Object.hasOwn(file.content, key))
          yield { file: file.path, values: { path: file.path, key }, expected: key };
    }
  },
};

export const untranslated: Rule = {
  id: "localization/not-translated",
  severity: "suggestion",
  title: { en: "Descriptions are translated", fr: "Les descriptions sont traduites" },
  message: {
    en: "“{key}” says the same as in the default language.",
    fr: "« {key} » dit la même chose que dans la langue par défaut.",
  },
  why: {
    en: "A copied description is usually one that was forgotten.",
    fr: "Une description copiée est le plus souvent un oubli.",
  },
  fix: { en: "Translate it.", fr: "Traduisez-la." },
  source: "Parvis",
  passes: words("A French description in fr.json.", "Une description en français dans fr.json."),
  fails: words("The English description in fr.json.", "La description anglaise dans fr.json."),
  *check({ manifest, languages }) {
    const base = (textAt(manifest, "localizationInfo", "defaultLanguageTag") ?? "en").split("-")[0]?.toLowerCase();
    for (const file of languages) {
      if (file.isDefault || file.tag?.split("-")[0]?.toLowerCase() === base) continue;
      for (const key of ["description.short", "description.full"]) {
        const text = textAt(file.content ?? {}, key);
        if (text !== undefined && text !== "" && text === resolvesTo(manifest, key))
          yield { file: file.path, pointer: `/${key}`, values: { key } };
      }
    }
  },
};

export const noDefaultLanguage: Rule = {
  id: "localization/no-default-language",
  severity: "warning",
  title: { en: "The manifest says which language it is in", fr: "Le manifeste dit dans quelle langue il est" },
  message: {
    en: "There are additional languages and no defaultLanguageTag.",
    fr: "Il y a des langues supplémentaires et pas de defaultLanguageTag.",
  },
  why: {
    en: "Without it people of every other language get a guess.",
    fr: "Sans elle, les personnes d'une autre langue reçoivent une supposition.",
  },
  fix: { en: 'Add "defaultLanguageTag", such as "en".', fr: 'Ajoutez "defaultLanguageTag", comme "en".' },
  source: "contracts E.1",
  passes: { manifest: {} },
  fails: words(
    "additionalLanguages without defaultLanguageTag under a schema that lets it pass.",
    "additionalLanguages sans defaultLanguageTag sous un schéma qui le laisse passer.",
  ),
  *check({ manifest, languages }) {
    if (
      languages.some((each) => !each.isDefault) &&
      textAt(manifest, "localizationInfo", "defaultLanguageTag") === undefined
    )
      yield { pointer: "/localizationInfo/defaultLanguageTag" };
  },
};
