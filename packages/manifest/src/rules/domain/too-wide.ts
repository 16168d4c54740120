import type { Rule } from "../rule.ts";
import { bare, domains } from "./declared-domains.ts";

export const domainTooWide: Rule = {
  id: "domain/too-wide",
  severity: { organization: "warning", store: "error" },
  title: { en: "A domain is one that you control", fr: "Un domaine est un domaine que vous maîtrisez" },
  message: {
    en: "“{found}” covers domains that belong to others.",
    fr: "« {found} » couvre des domaines qui appartiennent à d'autres.",
  },
  why: {
    en: "Whoever owns any of them could load pages into your app.",
    fr: "Quiconque en possède un pourrait charger des pages dans votre application.",
  },
  fix: { en: "Name your own host.", fr: "Nommez votre propre hôte." },
  source: "contracts E.6",
  passes: { manifest: { validDomains: ["*.contoso.com", "tabs.contoso.com"] } },
  fails: { manifest: { validDomains: ["*.com", "tabs.contoso.com"] } },
  *check(subject) {
    for (const { value, pointer } of domains(subject)) {
      if (
        /^\*(\.[a-z]{2,}|\.(co|com|org|net|gov|ac)\.[a-z]{2})?$|^\*\.(azurewebsites|github|herokuapp|vercel|netlify|web|cloudfront|amazonaws|onmicrosoft)\.\w+$/i.test(
          bare(value),
        )
      )
        yield { pointer, values: { found: value }, found: value };
    }
  },
};
