import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";
import { keys } from "./description-texts.ts";

export const sameDescriptions: Rule = {
  id: "description/short-equals-full",
  severity: "warning",
  title: { en: "The two descriptions differ", fr: "Les deux descriptions diffèrent" },
  message: {
    en: "description.short and description.full are the same.",
    fr: "description.short et description.full sont identiques.",
  },
  why: {
    en: "The short one stands in lists, the full one on the app's page, below the short one.",
    fr: "La courte figure dans les listes, la complète sur la page de l'application, sous la courte.",
  },
  fix: {
    en: "Say in description.full what the app does, for whom, and what is needed.",
    fr: "Dites dans description.full ce que fait l'application, pour qui, et ce qu'il faut.",
  },
  source: "contracts E.1",
  passes: { manifest: {} },
  fails: { manifest: { description: { short: "See alerts", full: "See alerts" } } },
  *check({ manifest }) {
    const [short, full] = keys.map((key) => textAt(manifest, "description", key)?.trim());
    if (short !== undefined && short !== "" && short === full) yield { pointer: "/description/full" };
  },
};
