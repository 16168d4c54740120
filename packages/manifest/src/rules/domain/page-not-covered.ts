import { hostOf, pageAddresses, texts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { covers } from "./declared-domains.ts";

export const pageNotCovered: Rule = {
  id: "domain/page-not-covered",
  severity: "warning",
  title: { en: "Every page's host is a valid domain", fr: "L'hôte de chaque page est un domaine valide" },
  message: {
    en: "{host} serves a page of the app and is not in validDomains.",
    fr: "{host} sert une page de l'application et n'est pas dans validDomains.",
  },
  why: {
    en: "Teams lets a page talk to it only from these domains; sign-in and configuration pages then hang.",
    fr: "Teams ne laisse une page lui parler que depuis ces domaines ; connexion et configuration restent sinon bloquées.",
  },
  fix: { en: "Add “{host}” to validDomains.", fr: "Ajoutez « {host} » à validDomains." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { validDomains: ["www.contoso.com"] } },
  *check({ manifest, isOpen }) {
    const valid = texts(manifest, "validDomains");
    const unsure = valid.some(({ pointer }) => isOpen(pointer));
    const told = new Set<string>();
    for (const { value, pointer } of pageAddresses(manifest)) {
      const host = hostOf(value);
      if (
        host === null ||
        unsure ||
        /[{}<>[\]$]/.test(value) ||
        told.has(host) ||
        valid.some((domain) => covers(domain.value, host))
      )
        continue;
      told.add(host);
      yield { pointer, values: { host }, found: host };
    }
  },
};
