import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

export const developerNameEmpty: Rule = {
  id: "developer/name-empty",
  severity: "error",
  graph: "DeveloperNameIsRequiredField",
  title: { en: "The developer has a name", fr: "Le développeur a un nom" },
  message: { en: "developer.name is empty.", fr: "developer.name est vide." },
  why: {
    en: "People want to know whose app it is before they let it in.",
    fr: "On veut savoir de qui vient l'application avant de la laisser entrer.",
  },
  fix: { en: "Write the name of the company or person.", fr: "Écrivez le nom de la société ou de la personne." },
  source: "contracts A.3",
  passes: { manifest: {} },
  fails: { manifest: { developer: { name: "" } } },
  *check({ manifest }) {
    if (textAt(manifest, "developer", "name")?.trim() === "") yield { pointer: "/developer/name" };
  },
};
