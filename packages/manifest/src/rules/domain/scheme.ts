import type { Rule } from "../rule.ts";
import { bare, domains } from "./declared-domains.ts";

export const domainScheme: Rule = {
  id: "domain/scheme",
  severity: "warning",
  title: { en: "A domain is a name, not an address", fr: "Un domaine est un nom, pas une adresse" },
  message: { en: "“{found}” holds more than a domain name.", fr: "« {found} » contient plus qu'un nom de domaine." },
  why: {
    en: "Domains are compared with the host of an address; with a scheme or a path they never match.",
    fr: "Les domaines sont comparés à l'hôte d'une adresse ; avec un schéma ou un chemin, ils ne correspondent jamais.",
  },
  fix: { en: "Write “{domain}”.", fr: "Écrivez « {domain} »." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { validDomains: ["https://tabs.contoso.com/"] } },
  *check(subject) {
    for (const { value, pointer } of domains(subject)) {
      if (/^[a-z]+:\/\//i.test(value) || /[/?#\s]/.test(value))
        yield { pointer, values: { found: value, domain: bare(value) }, found: value, expected: bare(value) };
    }
  },
};
