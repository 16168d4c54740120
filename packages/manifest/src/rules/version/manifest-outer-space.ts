import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";
import { trimmedValues } from "../trimmed-values.ts";

export const outerSpace: Rule = {
  id: "manifest/outer-space",
  severity: "warning",
  title: { en: "No white space around values", fr: "Pas d'espaces autour des valeurs" },
  message: { en: "{place} begins or ends with white space.", fr: "{place} commence ou finit par des espaces." },
  why: {
    en: "“ Contoso” and “Contoso” are sorted apart and compared as different.",
    fr: "« Contoso » avec ou sans espace sont triés et comparés comme différents.",
  },
  fix: { en: "Remove it, or run `parvis validate --fix`.", fr: "Retirez-les, ou lancez `parvis validate --fix`." },
  source: "Parvis",
  passes: { manifest: { name: { short: "Contoso Alerts" } } },
  fails: { manifest: { name: { short: "Contoso Alerts " } } },
  *check({ manifest }) {
    for (const path of trimmedValues) {
      const text = textAt(manifest, ...path);
      if (text !== undefined && text !== text.trim())
        yield { pointer: `/${path.join("/")}`, values: { place: path.join(".") }, found: JSON.stringify(text) };
    }
  },
};
