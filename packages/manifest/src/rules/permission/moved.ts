import { listAt } from "../../json/json-value.ts";
import { atLeast } from "../../schema/schema-versions.ts";
import type { Rule } from "../rule.ts";

export const movedPermissions: Rule = {
  id: "permission/moved",
  severity: "warning",
  title: {
    en: "Permissions stand in authorization since 1.12",
    fr: "Les autorisations sont dans authorization depuis 1.12",
  },
  message: {
    en: "webApplicationInfo.applicationPermissions is read up to 1.11 only.",
    fr: "webApplicationInfo.applicationPermissions n'est lu que jusqu'à 1.11.",
  },
  why: {
    en: "From 1.12 on the permissions in it are not granted.",
    fr: "Dès 1.12, les autorisations qu'il contient ne sont pas accordées.",
  },
  fix: {
    en: "Move them to authorization.permissions.resourceSpecific; `parvis upgrade` does.",
    fr: "Déplacez-les dans authorization.permissions.resourceSpecific ; `parvis upgrade` le fait.",
  },
  source: "contracts E.1",
  passes: { manifest: {} },
  fails: {
    words: {
      en: "applicationPermissions in a manifest of 1.12 whose schema lets it pass.",
      fr: "applicationPermissions dans un manifeste 1.12 dont le schéma le laisse passer.",
    },
  },
  *check({ manifest, version }) {
    if (atLeast(version, "1.12") && listAt(manifest, "webApplicationInfo", "applicationPermissions").length > 0)
      yield { pointer: "/webApplicationInfo/applicationPermissions" };
  },
};
