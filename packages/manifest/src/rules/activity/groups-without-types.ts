import { listAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

export const groupsWithoutTypes: Rule = {
  id: "activity/groups-without-types",
  severity: "error",
  graph: "ActivityTypesMustExistWithActivitiesGroupValidation",
  title: { en: "Activity groups have types in them", fr: "Les groupes d'activités contiennent des types" },
  message: {
    en: "There are activity groups and no activity types.",
    fr: "Il y a des groupes d'activités et aucun type.",
  },
  why: {
    en: "A group is a heading; with nothing under it, it is not shown.",
    fr: "Un groupe est un titre ; sans rien dessous, il n'est pas montré.",
  },
  fix: { en: "Add activityTypes, or remove activityGroups.", fr: "Ajoutez activityTypes, ou retirez activityGroups." },
  source: "contracts A.3",
  passes: { manifest: {} },
  fails: { words: { en: "activityGroups without activityTypes.", fr: "activityGroups sans activityTypes." } },
  *check({ manifest }) {
    const has = (key: string) => listAt(manifest, "activities", key).length > 0;
    if (has("activityGroups") && !has("activityTypes")) yield { pointer: "/activities/activityGroups" };
  },
};
