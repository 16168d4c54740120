import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";
import { urls } from "./developer-addresses.ts";

export const developerHttps: Rule = {
  id: "developer/https",
  severity: "error",
  title: { en: "The developer's addresses are HTTPS", fr: "Les adresses du développeur sont en HTTPS" },
  message: {
    en: "developer.{key} “{found}” is not an https:// address.",
    fr: "developer.{key} « {found} » n'est pas une adresse https://.",
  },
  why: { en: "The schema lets http:// pass, Teams does not.", fr: "Le schéma laisse passer http://, Teams non." },
  fix: { en: "Serve the page over HTTPS and write https://.", fr: "Servez la page en HTTPS et écrivez https://." },
  source: "contracts A.3",
  passes: { manifest: {} },
  fails: { manifest: { developer: { privacyUrl: "http://www.contoso.com/privacy" } } },
  *check({ manifest }) {
    for (const [key, name] of urls) {
      const found = textAt(manifest, "developer", key)?.trim();
      if (found === undefined || /^https:\/\//i.test(found)) continue;
      yield {
        pointer: `/developer/${key}`,
        values: { key, found },
        found,
        expected: "https://…",
        graph: found === "" ? `Developer${name}IsRequiredField` : `Developer${name}MustBeHttps`,
      };
    }
  },
};
