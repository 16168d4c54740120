import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";
import { id } from "./example-permission.ts";

export const identityZero: Rule = {
  id: "permission/identity-zero",
  severity: { organization: "warning", store: "error" },
  title: { en: "The app registration exists", fr: "L'inscription d'application existe" },
  message: { en: "webApplicationInfo.id is all zeros.", fr: "webApplicationInfo.id n'est fait que de zéros." },
  why: {
    en: "No registration has this id, so nobody can sign in.",
    fr: "Aucune inscription n'a cet identifiant : personne ne peut se connecter.",
  },
  fix: {
    en: "Write the registration's id, or remove webApplicationInfo.",
    fr: "Écrivez l'identifiant de l'inscription, ou retirez webApplicationInfo.",
  },
  source: "contracts E.6",
  passes: { manifest: { webApplicationInfo: { id, resource: "api://tabs.contoso.com/x" } } },
  fails: {
    manifest: {
      webApplicationInfo: { id: "00000000-0000-0000-0000-000000000000", resource: "api://tabs.contoso.com/x" },
    },
  },
  *check({ manifest }) {
    if (/^[0-]+$/.test(textAt(manifest, "webApplicationInfo", "id") ?? "x"))
      yield { pointer: "/webApplicationInfo/id" };
  },
};
