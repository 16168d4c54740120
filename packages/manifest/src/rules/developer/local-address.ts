import { textAt } from "../../json/json-value.ts";
import { hostOf } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { urls } from "./developer-addresses.ts";

export const developerLocal: Rule = {
  id: "developer/local-address",
  severity: { organization: "warning", store: "error" },
  title: {
    en: "The developer's pages can be reached by everybody",
    fr: "Les pages du développeur sont accessibles à tous",
  },
  message: {
    en: "developer.{key} points to “{found}”, which only this machine or network reaches.",
    fr: "developer.{key} désigne « {found} », que seule cette machine ou ce réseau atteint.",
  },
  why: {
    en: "People open these pages from the store and from the app's page.",
    fr: "On ouvre ces pages depuis le magasin et la page de l'application.",
  },
  fix: { en: "Use the public address.", fr: "Utilisez l'adresse publique." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { developer: { websiteUrl: "https://localhost:3000" } } },
  *check({ manifest }) {
    for (const [key] of urls) {
      const found = hostOf(textAt(manifest, "developer", key) ?? "");
      if (found !== null && /^(localhost|127\.|10\.|192\.168\.|.*\.local$|.*\.internal$)/.test(found))
        yield { pointer: `/developer/${key}`, values: { key, found }, found };
    }
  },
};
