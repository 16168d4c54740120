// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the toolkit writes its placeholders this way.
import type { Rule } from "../rule.ts";

export const placeholder: Rule = {
  id: "manifest/placeholder",
  severity: "warning",
  graph: "SchemaError_Other",
  title: { en: "Every placeholder is filled", fr: "Chaque espace réservé est rempli" },
  message: {
    en: "{text} is a placeholder that nothing fills. What stands in its place was not judged.",
    fr: "{text} est un espace réservé que rien ne remplit. Ce qui prendra sa place n'a pas été jugé.",
  },
  why: {
    en: "A package that is uploaded must hold the real values: an id or a domain in brackets leads nowhere.",
    fr: "Un package envoyé doit contenir les vraies valeurs : un identifiant ou un domaine entre crochets ne mène nulle part.",
  },
  fix: {
    en: "Write the value, or give it as {name}=… in a file: `parvis validate --env FILE`.",
    fr: "Écrivez la valeur, ou donnez-la par {name}=… dans un fichier : `parvis validate --env FICHIER`.",
  },
  source: "Parvis",
  passes: { manifest: { validDomains: ["tabs.contoso.com"] } },
  fails: { manifest: { validDomains: ["${{TAB_DOMAIN}}"] } },
};
