import { listAt, textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";
import { at, read, rsc } from "./example-permission.ts";

export const permissionWithoutIdentity: Rule = {
  id: "permission/no-identity",
  severity: "warning",
  title: { en: "Who asks for permissions has an identity", fr: "Qui demande des autorisations a une identité" },
  message: {
    en: "The app asks for resource-specific permissions and has no webApplicationInfo.id.",
    fr: "L'application demande des autorisations ciblées et n'a pas de webApplicationInfo.id.",
  },
  why: {
    en: "Permissions are granted to an app registration, which is named there.",
    fr: "Les autorisations vont à une inscription d'application, nommée là.",
  },
  fix: {
    en: "Add webApplicationInfo with the registration's id and a resource.",
    fr: "Ajoutez webApplicationInfo avec l'identifiant de l'inscription et une ressource.",
  },
  source: "contracts E.1",
  passes: { manifest: rsc(read) },
  fails: { manifest: { authorization: { permissions: { resourceSpecific: [read] } } } },
  *check({ manifest }) {
    if (listAt(manifest, ...at).length > 0 && textAt(manifest, "webApplicationInfo", "id") === undefined)
      yield { pointer: `/${at.join("/")}` };
  },
};
