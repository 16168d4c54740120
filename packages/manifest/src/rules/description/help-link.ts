import type { Rule } from "../rule.ts";
import { description } from "./description-texts.ts";

export const helpLink: Rule = {
  id: "description/help-link",
  severity: { organization: "off", store: "warning" },
  title: { en: "The full description says where help is", fr: "La description complète dit où trouver de l'aide" },
  message: {
    en: "description.full has no link or address for help.",
    fr: "description.full n'a ni lien ni adresse d'aide.",
  },
  why: {
    en: "The store asks for a way to get help before installing.",
    fr: "Le magasin demande un moyen d'obtenir de l'aide avant d'installer.",
  },
  fix: {
    en: "End with a sentence such as “For help visit https://…”.",
    fr: "Finissez par une phrase comme « Pour de l'aide : https://… ».",
  },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { description: { full: "Contoso Alerts brings alerts to Microsoft Teams." } } },
  *check({ manifest }) {
    const text = description(manifest, "full");
    if (text !== "" && !/https?:\/\/|\[[^\]]+\]\(|[\w.+-]+@[\w-]+\.\w+/i.test(text))
      yield { pointer: "/description/full" };
  },
};
