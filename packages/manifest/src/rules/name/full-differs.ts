import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

export const fullStartsOtherwise: Rule = {
  id: "name/full-differs",
  severity: { organization: "off", store: "suggestion" },
  title: { en: "The full name begins with the short one", fr: "Le nom complet commence par le court" },
  message: {
    en: "name.full “{full}” does not hold name.short “{short}”.",
    fr: "name.full « {full} » ne contient pas name.short « {short} ».",
  },
  why: {
    en: "People who installed one name should recognise it under the other.",
    fr: "Qui a installé l'un des noms doit le reconnaître sous l'autre.",
  },
  fix: { en: "Let the full name hold the short one.", fr: "Faites figurer le nom court dans le nom complet." },
  source: "contracts E.6",
  passes: { manifest: { name: { full: "Contoso Alerts for Microsoft Teams" } } },
  fails: { manifest: { name: { full: "Northwind Notifier" } } },
  *check({ manifest }) {
    const [short, full] = [textAt(manifest, "name", "short") ?? "", textAt(manifest, "name", "full") ?? ""];
    if (full !== "" && !full.toLowerCase().includes(short.toLowerCase()))
      yield { pointer: "/name/full", values: { short, full } };
  },
};
