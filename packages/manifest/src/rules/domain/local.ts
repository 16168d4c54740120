import { hostOf, pageAddresses } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { bare, domains } from "./declared-domains.ts";

export const domainLocal: Rule = {
  id: "domain/local",
  severity: { organization: "suggestion", store: "error" },
  title: { en: "No domains that only one machine knows", fr: "Pas de domaines connus d'une seule machine" },
  message: {
    en: "“{found}” is reached from one machine or network only.",
    fr: "« {found} » n'est atteint que d'une machine ou d'un réseau.",
  },
  why: {
    en: "It works while you develop, and for nobody else.",
    fr: "Cela marche pendant le développement, et pour personne d'autre.",
  },
  fix: { en: "Use the host that the app is deployed to.", fr: "Utilisez l'hôte où l'application est déployée." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { validDomains: ["localhost", "tabs.contoso.com"] } },
  *check(subject) {
    const addresses = pageAddresses(subject.manifest).map(({ value, pointer }) => ({
      value: hostOf(value) ?? "",
      pointer,
    }));
    for (const { value, pointer } of [...domains(subject), ...addresses]) {
      if (/^(localhost|127\.\d|10\.\d|192\.168\.|0\.0\.0\.0)|\.(local|internal|lan)$/.test(bare(value)))
        yield { pointer, values: { found: value }, found: value };
    }
  },
};
