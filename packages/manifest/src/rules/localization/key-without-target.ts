import { resolvesTo } from "../../localization/keys.ts";
import type { Rule } from "../rule.ts";
import type { LanguageFile } from "../subject.ts";
import { words } from "./language-examples.ts";

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
