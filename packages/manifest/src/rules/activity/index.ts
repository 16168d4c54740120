/** Rules about the activity feed (contracts A.3). */
import { listAt, textAt } from "../../json/json-value.ts";
import { parts, repeated } from "../parts.ts";
import type { Rule } from "../rule.ts";

const type = { type: "alertRaised", description: "An alert was raised", templateText: "{actor} raised {alert}" };

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

export const activityWithoutIdentity: Rule = {
  id: "activity/no-identity",
  severity: "warning",
  title: { en: "Who notifies has an identity", fr: "Qui notifie a une identité" },
  message: {
    en: "The app declares activity types and no webApplicationInfo.",
    fr: "L'application déclare des types d'activité et pas de webApplicationInfo.",
  },
  why: {
    en: "Graph finds the app that sends a notification by webApplicationInfo.id; without it every call is refused.",
    fr: "Graph trouve l'application qui notifie par webApplicationInfo.id ; sans lui, chaque appel est refusé.",
  },
  fix: {
    en: "Add webApplicationInfo with the app registration's id.",
    fr: "Ajoutez webApplicationInfo avec l'identifiant de l'inscription.",
  },
  source: "contracts E.6",
  passes: {
    manifest: {
      activities: { activityTypes: [type] },
      webApplicationInfo: { id: "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55", resource: "api://tabs.contoso.com/x" },
    },
  },
  fails: { manifest: { activities: { activityTypes: [type] } } },
  *check({ manifest }) {
    if (listAt(manifest, "activities", "activityTypes").length > 0 && manifest.webApplicationInfo === undefined)
      yield { pointer: "/activities" };
  },
};
