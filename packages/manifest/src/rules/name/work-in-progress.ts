import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";
import { names } from "./name-parts.ts";

export const workInProgress: Rule = {
  id: "name/work-in-progress",
  severity: { organization: "off", store: "warning" },
  title: { en: "The name is the final one", fr: "Le nom est définitif" },
  message: { en: "“{found}” looks like the name of a draft.", fr: "« {found} » ressemble au nom d'un brouillon." },
  why: {
    en: "Suffixes such as -dev and (test) keep one's own copies apart; in the store they puzzle people.",
    fr: "Les suffixes comme -dev ou (test) distinguent vos copies ; dans le magasin ils déroutent.",
  },
  fix: { en: "Remove the suffix.", fr: "Retirez le suffixe." },
  source: "contracts E.6",
  passes: { manifest: { name: { short: "Contoso Alerts" } } },
  fails: { manifest: { name: { short: "Contoso Alerts-dev" } } },
  *check({ manifest }) {
    for (const key of names) {
      const found = textAt(manifest, "name", key) ?? "";
      if (/[\s_([-](dev|local|test|debug|staging|beta|alpha|poc|demo|sample)[)\]]?$/i.test(found))
        yield { pointer: `/name/${key}`, values: { found }, found };
    }
  },
};
