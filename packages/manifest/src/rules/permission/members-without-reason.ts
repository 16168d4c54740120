import { listAt } from "../../json/json-value.ts";
import { texts } from "../parts.ts";
import type { Rule } from "../rule.ts";

export const oldPermissions: Rule = {
  id: "permission/members-without-reason",
  severity: { organization: "off", store: "suggestion" },
  title: { en: "messageTeamMembers is asked for by a bot", fr: "messageTeamMembers est demandé par un bot" },
  message: {
    en: "The app asks to message team members and has no bot or connector that could.",
    fr: "L'application demande d'écrire aux membres et n'a ni bot ni connecteur qui le puisse.",
  },
  why: {
    en: "People are asked to allow something that nothing in the app does.",
    fr: "On demande de permettre ce que rien dans l'application ne fait.",
  },
  fix: { en: "Remove messageTeamMembers from permissions.", fr: "Retirez messageTeamMembers de permissions." },
  source: "contracts E.6",
  passes: { manifest: { permissions: ["identity"] } },
  fails: { manifest: { permissions: ["messageTeamMembers"] } },
  *check({ manifest }) {
    const acts =
      listAt(manifest, "bots").length +
        listAt(manifest, "connectors").length +
        listAt(manifest, "composeExtensions").length >
      0;
    for (const { value, pointer } of texts(manifest, "permissions"))
      if (value === "messageTeamMembers" && !acts) yield { pointer };
  },
};
