import { textAt } from "../../json/json-value.ts";
import { hostOf } from "../parts.ts";
import type { Rule } from "../rule.ts";

export const foreignTerms: Rule = {
  id: "developer/foreign-terms",
  severity: { organization: "off", store: "warning" },
  title: {
    en: "Terms and privacy are the developer's own",
    fr: "Conditions et confidentialité sont celles du développeur",
  },
  message: {
    en: "developer.{key} is on {host}, the website on {website}.",
    fr: "developer.{key} est sur {host}, le site sur {website}.",
  },
  why: {
    en: "Terms on somebody else's domain bind nobody, and Microsoft's own do not speak for your app.",
    fr: "Des conditions sur le domaine d'un autre n'engagent personne, et celles de Microsoft ne parlent pas de votre application.",
  },
  fix: { en: "Publish them under your own domain.", fr: "Publiez-les sous votre propre domaine." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { developer: { termsOfUseUrl: "https://www.microsoft.com/terms" } } },
  *check({ manifest }) {
    const domain = (host: string) => host.split(".").slice(-2).join(".");
    const website = hostOf(textAt(manifest, "developer", "websiteUrl") ?? "");
    for (const key of ["privacyUrl", "termsOfUseUrl"]) {
      const host = hostOf(textAt(manifest, "developer", key) ?? "");
      if (host !== null && website !== null && domain(host) !== domain(website))
        yield { pointer: `/developer/${key}`, values: { key, host, website } };
    }
  },
};
