import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

export const mpnId: Rule = {
  id: "developer/partner-id",
  severity: { organization: "suggestion", store: "warning" },
  title: { en: "The partner id is digits", fr: "L'identifiant partenaire est fait de chiffres" },
  message: { en: "developer.mpnId “{found}” is not a number.", fr: "developer.mpnId « {found} » n'est pas un nombre." },
  why: {
    en: "It ties the app to the verified publisher; another form ties it to nobody.",
    fr: "Il lie l'application à l'éditeur vérifié ; une autre forme ne la lie à personne.",
  },
  fix: {
    en: "Write the partner id as in Partner Center, or leave it out.",
    fr: "Écrivez l'identifiant tel que dans le Partner Center, ou retirez-le.",
  },
  source: "contracts E.1",
  passes: { manifest: { developer: { mpnId: "1234567" } } },
  fails: { manifest: { developer: { mpnId: "contoso" } } },
  *check({ manifest }) {
    const found = textAt(manifest, "developer", "mpnId");
    if (found !== undefined && !/^\d+$/.test(found)) yield { pointer: "/developer/mpnId", values: { found }, found };
  },
};
