import { textAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";

export const dashboardIcons: Rule = {
  id: "tab/dashboard-card-two-icons",
  severity: "error",
  graph: "DashboardCardBothIconNameAndUrlPresent",
  title: { en: "A dashboard card has one icon", fr: "Une carte de tableau de bord a une icône" },
  message: {
    en: "The card has both iconUrl and officeUIFabricIconName.",
    fr: "La carte a à la fois iconUrl et officeUIFabricIconName.",
  },
  why: { en: "Only one can be drawn.", fr: "Une seule peut être dessinée." },
  fix: { en: "Keep one of the two.", fr: "Gardez l'une des deux." },
  source: "contracts A.3",
  passes: { manifest: {} },
  fails: {
    words: {
      en: "A card with iconUrl and officeUIFabricIconName.",
      fr: "Une carte avec iconUrl et officeUIFabricIconName.",
    },
  },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "dashboardCards")) {
      if (
        textAt(value, "icon", "iconUrl") !== undefined &&
        textAt(value, "icon", "officeUIFabricIconName") !== undefined
      )
        yield { pointer: `${pointer}/icon` };
    }
  },
};
