import { pageAddresses } from "../parts.ts";
import type { Rule } from "../rule.ts";

export const pageNotHttps: Rule = {
  id: "domain/page-not-https",
  severity: { organization: "warning", store: "error" },
  title: { en: "Pages are served over HTTPS", fr: "Les pages sont servies en HTTPS" },
  message: { en: "“{found}” is not an https:// address.", fr: "« {found} » n'est pas une adresse https://." },
  why: {
    en: "A browser refuses to show an http page inside an https one.",
    fr: "Un navigateur refuse d'afficher une page http dans une page https.",
  },
  fix: { en: "Serve the page over HTTPS.", fr: "Servez la page en HTTPS." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: {
    manifest: {
      staticTabs: [{ entityId: "a", name: "A", contentUrl: "http://tabs.contoso.com", scopes: ["personal"] }],
    },
  },
  *check({ manifest }) {
    for (const { value, pointer } of pageAddresses(manifest))
      if (/^http:\/\//i.test(value)) yield { pointer, values: { found: value }, found: value, expected: "https://…" };
  },
};
