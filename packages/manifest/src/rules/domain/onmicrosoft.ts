import type { Rule } from "../rule.ts";
import { bare, domains } from "./declared-domains.ts";

export const domainOnMicrosoft: Rule = {
  id: "domain/onmicrosoft",
  severity: { organization: "warning", store: "error" },
  title: { en: "No onmicrosoft.com domains", fr: "Pas de domaines onmicrosoft.com" },
  message: { en: "“{found}” is a tenant's initial domain.", fr: "« {found} » est le domaine initial d'un locataire." },
  why: {
    en: "It names a tenant, not a web site, and belongs to Microsoft.",
    fr: "Il désigne un locataire, non un site, et appartient à Microsoft.",
  },
  fix: { en: "Remove it.", fr: "Retirez-le." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { validDomains: ["contoso.onmicrosoft.com", "tabs.contoso.com"] } },
  *check(subject) {
    for (const { value, pointer } of domains(subject))
      if (/(^|\.)onmicrosoft\.com$/i.test(bare(value))) yield { pointer, values: { found: value }, found: value };
  },
};
