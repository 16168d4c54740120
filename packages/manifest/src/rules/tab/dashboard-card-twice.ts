import { parts, repeated } from "../parts.ts";
import type { Rule } from "../rule.ts";

export const dashboardTwice: Rule = {
  id: "tab/dashboard-card-twice",
  severity: "error",
  graph: "DashboardCardEntityIdsAreNotUnique",
  title: { en: "Every dashboard card has an id of its own", fr: "Chaque carte de tableau de bord a son identifiant" },
  message: {
    en: "Two dashboard cards have the id “{found}”.",
    fr: "Deux cartes de tableau de bord ont l'identifiant « {found} ».",
  },
  why: { en: "A card is stored by its id.", fr: "Une carte est enregistrée par son identifiant." },
  fix: { en: "Give one of them another id.", fr: "Donnez à l'une un autre identifiant." },
  source: "contracts A.3",
  passes: { manifest: {} },
  fails: {
    words: {
      en: "Two entries of dashboardCards with the same id.",
      fr: "Deux entrées de dashboardCards avec le même id.",
    },
  },
  *check({ manifest }) {
    for (const { value, pointer } of repeated(parts(manifest, "dashboardCards"), "id"))
      yield { pointer, values: { found: value }, found: value };
  },
};
