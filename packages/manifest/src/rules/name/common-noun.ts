import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

const commonNouns = [
  "bot",
  "tab",
  "app",
  "tasks",
  "notes",
  "news",
  "alerts",
  "reports",
  "forms",
  "survey",
  "polls",
  "timer",
  "approvals",
  "feedback",
  "search",
  "translator",
  "weather",
  "calculator",
  "notifications",
  "reminders",
];

export const commonNoun: Rule = {
  id: "name/common-noun",
  severity: { organization: "off", store: "warning" },
  title: { en: "The name is more than a common noun", fr: "Le nom est plus qu'un nom commun" },
  message: {
    en: "“{found}” alone says what the app does and not whose it is.",
    fr: "« {found} » seul dit ce que fait l'application et non à qui elle est.",
  },
  why: {
    en: "A hundred apps are called Tasks. The store asks for your name before or after such a word.",
    fr: "Cent applications s'appellent Tasks. Le magasin demande votre nom avant ou après un tel mot.",
  },
  fix: { en: "Write “{developer} {found}”.", fr: "Écrivez « {developer} {found} »." },
  source: "contracts E.6",
  passes: { manifest: { name: { short: "Contoso Alerts" } } },
  fails: { manifest: { name: { short: "Alerts" } } },
  *check({ manifest }) {
    const found = textAt(manifest, "name", "short")?.trim() ?? "";
    const developer = textAt(manifest, "developer", "name") ?? "Contoso";
    if (commonNouns.includes(found.toLowerCase()))
      yield { pointer: "/name/short", values: { found, developer }, found };
  },
};
