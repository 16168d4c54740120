import { textAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";

export const groupUnknown: Rule = {
  id: "activity/group-unknown",
  severity: "error",
  graph: "ActivityGroupIdFromActivitiesTypeValidation",
  title: { en: "Activity types name groups that exist", fr: "Les types d'activité nomment des groupes existants" },
  message: {
    en: "“{found}” is not the id of any activity group.",
    fr: "« {found} » n'est l'identifiant d'aucun groupe d'activités.",
  },
  why: {
    en: "The type would be listed nowhere in the notification settings.",
    fr: "Le type ne figurerait nulle part dans les réglages de notifications.",
  },
  fix: { en: "Declare the group, or name one that is declared.", fr: "Déclarez le groupe, ou nommez-en un déclaré." },
  source: "contracts A.3",
  passes: { manifest: {} },
  fails: {
    words: { en: "activityGroupId “alerts” with no such group.", fr: "activityGroupId « alerts » sans un tel groupe." },
  },
  *check({ manifest }) {
    const known = new Set(parts(manifest, "activities", "activityGroups").map(({ value }) => textAt(value, "id")));
    for (const { value, pointer } of parts(manifest, "activities", "activityTypes")) {
      const found = textAt(value, "activityGroupId");
      if (found !== undefined && !known.has(found))
        yield { pointer: `${pointer}/activityGroupId`, values: { found }, found };
    }
  },
};
