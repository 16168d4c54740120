import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

export const shortNameEmpty: Rule = {
  id: "name/short-empty",
  severity: "error",
  graph: "ShortNameIsRequiredField",
  title: { en: "The app has a name", fr: "L'application a un nom" },
  message: { en: "name.short is empty.", fr: "name.short est vide." },
  why: {
    en: "The name is what people look for and what they see under the icon.",
    fr: "Le nom est ce que l'on cherche et ce que l'on voit sous l'icône.",
  },
  fix: { en: "Write a name of at most 30 characters.", fr: "Écrivez un nom de 30 caractères au plus." },
  source: "contracts A.3",
  passes: { manifest: { name: { short: "Contoso Alerts" } } },
  fails: { manifest: { name: { short: "" } } },
  *check({ manifest }) {
    if (textAt(manifest, "name", "short")?.trim() === "") yield { pointer: "/name/short" };
  },
};
