import { textAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { type } from "./example-activity.ts";

export const reservedActivity: Rule = {
  id: "activity/reserved-type",
  severity: "error",
  graph: "ReservedActivitiesValidation",
  title: { en: "systemDefault is Teams' own", fr: "systemDefault appartient à Teams" },
  message: { en: "The activity type “{found}” is reserved.", fr: "Le type d'activité « {found} » est réservé." },
  why: {
    en: "Every app may already send it, with a text of its own.",
    fr: "Toute application peut déjà l'envoyer, avec son propre texte.",
  },
  fix: {
    en: "Use another name; systemDefault needs no declaration.",
    fr: "Prenez un autre nom ; systemDefault n'a pas à être déclaré.",
  },
  source: "contracts A.3",
  passes: { manifest: { activities: { activityTypes: [type] } } },
  fails: { manifest: { activities: { activityTypes: [{ ...type, type: "systemDefault" }] } } },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "activities", "activityTypes")) {
      const found = textAt(value, "type") ?? "";
      if (/^systemDefault$/i.test(found)) yield { pointer: `${pointer}/type`, values: { found }, found };
    }
  },
};
