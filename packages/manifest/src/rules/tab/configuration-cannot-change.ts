import { parts } from "../parts.ts";
import type { Rule } from "../rule.ts";

export const cannotUpdate: Rule = {
  id: "tab/configuration-cannot-change",
  severity: "suggestion",
  title: { en: "A configurable tab can be configured again", fr: "Un onglet configurable peut être reconfiguré" },
  message: {
    en: "canUpdateConfiguration is false: a tab set up wrongly must be removed and added again.",
    fr: "canUpdateConfiguration vaut false : un onglet mal configuré doit être retiré puis ajouté.",
  },
  why: {
    en: "Removing a tab loses its place, its name and its conversation.",
    fr: "Retirer un onglet perd sa place, son nom et sa conversation.",
  },
  fix: { en: "Set canUpdateConfiguration to true.", fr: "Mettez canUpdateConfiguration à true." },
  source: "Parvis",
  passes: {
    manifest: {
      configurableTabs: [
        { configurationUrl: "https://tabs.contoso.com/c", canUpdateConfiguration: true, scopes: ["team"] },
      ],
    },
  },
  fails: {
    manifest: {
      configurableTabs: [
        { configurationUrl: "https://tabs.contoso.com/c", canUpdateConfiguration: false, scopes: ["team"] },
      ],
    },
  },
  *check({ manifest }) {
    for (const { value, pointer } of parts(manifest, "configurableTabs"))
      if (value.canUpdateConfiguration === false) yield { pointer: `${pointer}/canUpdateConfiguration` };
  },
};
