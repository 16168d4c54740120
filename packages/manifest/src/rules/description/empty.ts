import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";
import { keys } from "./description-texts.ts";

export const descriptionEmpty: Rule = {
  id: "description/empty",
  severity: "error",
  title: { en: "Both descriptions say something", fr: "Les deux descriptions disent quelque chose" },
  message: { en: "description.{key} is empty.", fr: "description.{key} est vide." },
  why: {
    en: "People decide by the description whether to install.",
    fr: "On décide d'installer d'après la description.",
  },
  fix: {
    en: "Write what the app does for the person who uses it.",
    fr: "Écrivez ce que l'application fait pour qui l'utilise.",
  },
  source: "contracts A.3",
  passes: { manifest: { description: { short: "See and answer Contoso alerts" } } },
  fails: { manifest: { description: { short: "" } } },
  *check({ manifest }) {
    for (const key of keys) {
      if (textAt(manifest, "description", key)?.trim() !== "") continue;
      yield {
        pointer: `/description/${key}`,
        values: { key },
        graph: key === "short" ? "ShortDescriptionCannotBeEmpty" : "FullDescriptionCannotBeEmpty",
      };
    }
  },
};
