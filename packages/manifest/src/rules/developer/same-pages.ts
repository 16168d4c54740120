import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

export const samePages: Rule = {
  id: "developer/same-pages",
  severity: { organization: "off", store: "warning" },
  title: {
    en: "Privacy, terms and website are pages of their own",
    fr: "Confidentialité, conditions et site sont des pages distinctes",
  },
  message: {
    en: "developer.{key} is the same address as developer.{other}.",
    fr: "developer.{key} est la même adresse que developer.{other}.",
  },
  why: {
    en: "Reviewers look for a privacy statement and terms; a home page is neither.",
    fr: "Les réviseurs cherchent une déclaration de confidentialité et des conditions ; une page d'accueil n'est ni l'un ni l'autre.",
  },
  fix: { en: "Link to the page itself.", fr: "Renvoyez à la page elle-même." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { developer: { privacyUrl: "https://www.contoso.com" } } },
  *check({ manifest }) {
    const plain = (key: string) => textAt(manifest, "developer", key)?.replace(/\/+$/, "").toLowerCase();
    for (const [key, other] of [
      ["privacyUrl", "websiteUrl"],
      ["termsOfUseUrl", "websiteUrl"],
      ["termsOfUseUrl", "privacyUrl"],
    ] as const) {
      const address = plain(key);
      if (address === undefined || address !== plain(other)) continue;
      yield { pointer: `/developer/${key}`, values: { key, other } };
      if (key === "termsOfUseUrl") return;
    }
  },
};
