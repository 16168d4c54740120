import { hostOf, pageAddresses } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { bare, domains } from "./declared-domains.ts";

export const domainTunnel: Rule = {
  id: "domain/tunnel",
  severity: { organization: "warning", store: "error" },
  title: { en: "No tunnels", fr: "Pas de tunnels" },
  message: {
    en: "“{found}” is a tunnel to somebody's machine.",
    fr: "« {found} » est un tunnel vers la machine de quelqu'un.",
  },
  why: {
    en: "A tunnel closes when its owner's machine sleeps, and its name may belong to somebody else tomorrow.",
    fr: "Un tunnel se ferme quand la machine s'endort, et son nom peut appartenir demain à quelqu'un d'autre.",
  },
  fix: { en: "Use the host that the app is deployed to.", fr: "Utilisez l'hôte où l'application est déployée." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { validDomains: ["abcd.ngrok.io", "tabs.contoso.com"] } },
  *check(subject) {
    const addresses = pageAddresses(subject.manifest).map(({ value, pointer }) => ({
      value: hostOf(value) ?? "",
      pointer,
    }));
    for (const { value, pointer } of [...domains(subject), ...addresses]) {
      if (
        /(^|\.)(ngrok\.(io|app|dev)|ngrok-free\.(app|dev)|devtunnels\.ms|loca\.lt|localtunnel\.me|serveo\.net|trycloudflare\.com|tunnelto\.dev|pagekite\.me)$/i.test(
          bare(value),
        )
      )
        yield { pointer, values: { found: value }, found: value };
    }
  },
};
