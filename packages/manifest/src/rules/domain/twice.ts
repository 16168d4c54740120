import { texts } from "../parts.ts";
import type { Rule } from "../rule.ts";

export const domainTwice: Rule = {
  id: "domain/twice",
  severity: "suggestion",
  title: { en: "Every domain stands once", fr: "Chaque domaine n'apparaît qu'une fois" },
  message: { en: "“{found}” stands twice in validDomains.", fr: "« {found} » apparaît deux fois dans validDomains." },
  why: {
    en: "The second does nothing; perhaps another was meant.",
    fr: "Le second ne fait rien ; un autre était peut-être voulu.",
  },
  fix: { en: "Remove one.", fr: "Supprimez-en un." },
  source: "Parvis",
  passes: { manifest: {} },
  fails: { manifest: { validDomains: ["tabs.contoso.com", "tabs.contoso.com"] } },
  *check({ manifest }) {
    const seen = new Set<string>();
    for (const { value, pointer } of texts(manifest, "validDomains")) {
      if (seen.has(value.toLowerCase())) yield { pointer, values: { found: value }, found: value };
      seen.add(value.toLowerCase());
    }
  },
};
