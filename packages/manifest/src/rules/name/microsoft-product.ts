import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";
import { names } from "./name-parts.ts";

const products = [
  "Microsoft",
  "Teams",
  "Office",
  "Outlook",
  "SharePoint",
  "OneDrive",
  "OneNote",
  "Excel",
  "PowerPoint",
  "Azure",
  "Copilot",
  "Viva",
  "Skype",
  "Yammer",
];

export const productName: Rule = {
  id: "name/microsoft-product",
  severity: { organization: "off", store: "error" },
  title: { en: "The name does not claim a Microsoft product", fr: "Le nom ne s'attribue pas un produit Microsoft" },
  message: {
    en: "{place} holds “{product}” outside the form “… for Microsoft Teams”.",
    fr: "{place} contient « {product} » hors de la forme « … for Microsoft Teams ».",
  },
  why: {
    en: "A product's name in yours makes people think Microsoft offers the app.",
    fr: "Le nom d'un produit dans le vôtre fait croire que Microsoft propose l'application.",
  },
  fix: {
    en: "Leave it out, or write “{name} for Microsoft Teams”.",
    fr: "Retirez-le, ou écrivez « {name} for Microsoft Teams ».",
  },
  source: "contracts E.6",
  passes: { manifest: { name: { full: "Contoso Alerts for Microsoft Teams" } } },
  fails: { manifest: { name: { full: "Microsoft Alerts" } } },
  *check({ manifest }) {
    for (const key of names) {
      const text = textAt(manifest, "name", key) ?? "";
      const rest = text.replace(/\bfor (Microsoft )?(Teams|Outlook|Microsoft 365|Office|Copilot)$/i, "");
      const product = products.find((name) => new RegExp(`\\b${name}\\b`, "i").test(rest));
      if (product !== undefined)
        yield { pointer: `/name/${key}`, values: { place: `name.${key}`, product, name: rest.trim() }, found: text };
    }
  },
};
