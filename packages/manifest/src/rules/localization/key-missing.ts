import { localizedKeys } from "../../localization/keys.ts";
import type { Rule } from "../rule.ts";
import { words } from "./language-examples.ts";

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
