import { textAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { isReserved } from "./reserved-tabs.ts";

export const reservedTabName: Rule = {
  id: "tab/reserved-name",
  severity: "error",
  graph: "ReservedStaticTabNameShouldBeNull",
  title: { en: "Teams' own tabs carry no name", fr: "Les onglets de Teams ne portent pas de nom" },
  message: {
    en: "The tab “{entity}” is Teams' own, and names itself; here it is called “{found}”.",
    fr: "L'onglet « {entity} » est celui de Teams et se nomme lui-même ; il est appelé ici « {found} ».",
  },
  why: {
    en: "conversations and about are filled by Teams, in the language of the person.",
    fr: "conversations et about sont remplis par Teams, dans la langue de la personne.",
  },
  fix: { en: "Remove “name”.", fr: "Retirez « name »." },
  source: "contracts A.3",
  passes: { manifest: { staticTabs: [{ entityId: "about", scopes: ["personal"] }] } },
  fails: { manifest: { staticTabs: [{ entityId: "about", name: "About us", scopes: ["personal"] }] } },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "staticTabs")) {
      const [entity, found] = [textAt(value, "entityId") ?? "", textAt(value, "name")];
      if (isReserved(entity) && found !== undefined)
        yield { pointer: `${pointer}/name`, values: { entity, found }, found };
    }
  },
};
