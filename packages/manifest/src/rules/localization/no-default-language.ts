import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";
import { words } from "./language-examples.ts";

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
