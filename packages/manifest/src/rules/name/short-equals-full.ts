import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

export const sameNames: Rule = {
  id: "name/short-equals-full",
  severity: "warning",
  title: { en: "The full name says more than the short one", fr: "Le nom complet en dit plus que le court" },
  message: {
    en: "name.short and name.full are both “{found}”.",
    fr: "name.short et name.full valent tous deux « {found} ».",
  },
  why: {
    en: "The full name is shown where there is room for more; the documentation asks for it to differ.",
    fr: "Le nom complet s'affiche là où il y a de la place ; la documentation demande qu'il diffère.",
  },
  fix: {
    en: "Say more in name.full, such as “{found} for Microsoft Teams”, or leave it out.",
    fr: "Dites-en plus dans name.full, comme « {found} for Microsoft Teams », ou retirez-le.",
  },
  source: "contracts E.1",
  passes: { manifest: { name: { full: "Contoso Alerts for Microsoft Teams" } } },
  fails: { manifest: { name: { full: "Contoso Alerts" } } },
  *check({ manifest }) {
    const [short, full] = [textAt(manifest, "name", "short"), textAt(manifest, "name", "full")];
    if (short !== undefined && short !== "" && short === full)
      yield { pointer: "/name/full", values: { found: short } };
  },
};
