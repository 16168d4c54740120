import { textAt } from "../../json/json-value.ts";
import { resolvesTo } from "../../localization/keys.ts";
import type { Rule } from "../rule.ts";
import { words } from "./language-examples.ts";

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
