import { textAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { at, read, rsc } from "./example-permission.ts";

export const permissionForm: Rule = {
  id: "permission/unknown-form",
  severity: "warning",
  title: {
    en: "Resource-specific permissions end in what they are for",
    fr: "Les autorisations ciblées finissent par leur cible",
  },
  message: {
    en: "“{found}” does not have the form Thing.Verb.Group, .Chat or .User.",
    fr: "« {found} » n'a pas la forme Chose.Verbe.Group, .Chat ou .User.",
  },
  why: {
    en: "A Graph scope such as Mail.Read is asked for at sign-in, not in the manifest.",
    fr: "Une étendue Graph comme Mail.Read se demande à la connexion, non dans le manifeste.",
  },
  fix: {
    en: "Use a resource-specific permission such as ChannelMessage.Read.Group.",
    fr: "Utilisez une autorisation ciblée comme ChannelMessage.Read.Group.",
  },
  source: "contracts E.1",
  passes: { manifest: rsc(read) },
  fails: { manifest: rsc({ name: "Mail.Read", type: "Delegated" }) },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, ...at)) {
      const found = textAt(value, "name") ?? "";
      if (!/^[A-Za-z]+(\.[A-Za-z]+)+\.(Group|Chat|User|Tenant)$/.test(found))
        yield { pointer: `${pointer}/name`, values: { found }, found };
    }
  },
};
