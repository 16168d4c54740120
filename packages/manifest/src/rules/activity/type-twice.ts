import { parts, repeated } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { type } from "./example-activity.ts";

export const activityTwice: Rule = {
  id: "activity/type-twice",
  severity: "error",
  graph: "UniqueActivityTypeInActivitiesValidation",
  title: { en: "Every activity type stands once", fr: "Chaque type d'activité n'apparaît qu'une fois" },
  message: {
    en: "The activity type “{found}” stands twice.",
    fr: "Le type d'activité « {found} » apparaît deux fois.",
  },
  why: {
    en: "A notification names its type; with two of them the text is left to chance.",
    fr: "Une notification nomme son type ; avec deux, le texte est laissé au hasard.",
  },
  fix: { en: "Rename or remove one.", fr: "Renommez ou retirez-en un." },
  source: "contracts A.3",
  passes: { manifest: { activities: { activityTypes: [type] } } },
  fails: { manifest: { activities: { activityTypes: [type, type] } } },
  *check({ manifest }) {
    for (const { value, pointer } of repeated(parts(manifest, "activities", "activityTypes"), "type"))
      yield { pointer, values: { found: value }, found: value };
  },
};
