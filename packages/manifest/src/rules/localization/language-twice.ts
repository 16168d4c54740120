import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";
import { words } from "./language-examples.ts";

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
