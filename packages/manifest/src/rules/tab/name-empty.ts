import { textAt } from "../../json/json-value.ts";
import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { isReserved } from "./reserved-tabs.ts";

export const tabNameEmpty: Rule = {
  id: "tab/name-empty",
  severity: "error",
  graph: "StaticTabNameCouldNotBeEmpty",
  title: { en: "A personal tab has a name", fr: "Un onglet personnel a un nom" },
  message: { en: "The tab “{entity}” has no name.", fr: "L'onglet « {entity} » n'a pas de nom." },
  why: { en: "The name is what people click.", fr: "Le nom est ce sur quoi l'on clique." },
  fix: { en: "Add “name”.", fr: "Ajoutez « name »." },
  source: "contracts A.3",
  passes: { manifest: {} },
  fails: {
    manifest: {
      staticTabs: [{ entityId: "alerts", name: "", contentUrl: "https://tabs.contoso.com", scopes: ["personal"] }],
    },
  },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "staticTabs")) {
      const entity = textAt(value, "entityId") ?? "";
      if (
        !isReserved(entity) &&
        (textAt(value, "name") ?? "").trim() === "" &&
        textAt(value, "contentBotId") === undefined
      )
        yield { pointer: `${pointer}/name`, values: { entity } };
    }
  },
};
