import { listAt, textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";
import { at, id, read, rsc } from "./example-permission.ts";

export const permissionWithoutResource: Rule = {
  id: "permission/no-resource",
  severity: "warning",
  title: {
    en: "Resource-specific permissions need a resource",
    fr: "Les autorisations ciblées demandent une ressource",
  },
  message: {
    en: "webApplicationInfo.resource is missing or empty.",
    fr: "webApplicationInfo.resource manque ou est vide.",
  },
  why: {
    en: "Teams refuses resource-specific consent without it, whatever its value.",
    fr: "Teams refuse le consentement ciblé sans elle, quelle que soit sa valeur.",
  },
  fix: { en: 'Add "resource": "https://your-domain".', fr: 'Ajoutez "resource": "https://votre-domaine".' },
  source: "contracts E.1",
  passes: { manifest: rsc(read) },
  fails: { manifest: { ...rsc(read), webApplicationInfo: { id } } },
  *check({ manifest }) {
    const asks =
      listAt(manifest, ...at).length > 0 || listAt(manifest, "webApplicationInfo", "applicationPermissions").length > 0;
    const hasId = textAt(manifest, "webApplicationInfo", "id") !== undefined;
    if (asks && hasId && (textAt(manifest, "webApplicationInfo", "resource") ?? "").trim() === "")
      yield { pointer: "/webApplicationInfo/resource" };
  },
};
