import { parts, repeated } from "../parts.ts";
import type { Rule } from "../rule.ts";

export const groupTwice: Rule = {
  id: "activity/group-twice",
  severity: "error",
  graph: "UniqueIdInActivitiesGroupValidation",
  title: { en: "Every activity group has an id of its own", fr: "Chaque groupe d'activités a son identifiant" },
  message: {
    en: "Two activity groups have the id “{found}”.",
    fr: "Deux groupes d'activités ont l'identifiant « {found} ».",
  },
  why: { en: "Types name their group by its id.", fr: "Les types nomment leur groupe par son identifiant." },
  fix: { en: "Give one of them another id.", fr: "Donnez à l'un un autre identifiant." },
  source: "contracts A.3",
  passes: { manifest: {} },
  fails: {
    words: { en: "Two entries of activityGroups with one id.", fr: "Deux entrées de activityGroups avec un même id." },
  },
  *check({ manifest }) {
    for (const { value, pointer } of repeated(parts(manifest, "activities", "activityGroups"), "id"))
      yield { pointer, values: { found: value }, found: value };
  },
};
