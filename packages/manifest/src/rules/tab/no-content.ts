import { textAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { isReserved } from "./reserved-tabs.ts";

export const tabWithoutPage: Rule = {
  id: "tab/no-content",
  severity: "warning",
  title: { en: "A personal tab has something to show", fr: "Un onglet personnel a quelque chose à montrer" },
  message: {
    en: "The tab “{entity}” has neither contentUrl nor contentBotId.",
    fr: "L'onglet « {entity} » n'a ni contentUrl ni contentBotId.",
  },
  why: { en: "It would open empty.", fr: "Il s'ouvrirait vide." },
  fix: { en: "Add “contentUrl”.", fr: "Ajoutez « contentUrl »." },
  source: "Parvis",
  passes: { manifest: {} },
  fails: { manifest: { staticTabs: [{ entityId: "alerts", name: "Alerts", scopes: ["personal"] }] } },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "staticTabs")) {
      const entity = textAt(value, "entityId") ?? "";
      if (!isReserved(entity) && value.contentUrl === undefined && value.contentBotId === undefined)
        yield { pointer, values: { entity } };
    }
  },
};
