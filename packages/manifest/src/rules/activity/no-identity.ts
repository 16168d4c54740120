import { listAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";
import { type } from "./example-activity.ts";

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
