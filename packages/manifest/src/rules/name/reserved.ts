import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

/** Names of the client's own parts. */
const reserved = ["chat", "contacts", "calendar", "calls", "files", "activity", "apps", "help", "teams"];

export const reservedName: Rule = {
  id: "name/reserved",
  severity: "error",
  graph: "ShortNameEqualsReservedName",
  title: { en: "The name is not one of the client's own", fr: "Le nom n'est pas celui d'une partie du client" },
  message: {
    en: "“{found}” is the name of a part of the client itself.",
    fr: "« {found} » est le nom d'une partie du client lui-même.",
  },
  why: {
    en: "Two things called Chat in one bar cannot be told apart.",
    fr: "Deux choses nommées Chat dans une barre ne se distinguent pas.",
  },
  fix: {
    en: "Put your name before it: “Contoso {found}”.",
    fr: "Faites-le précéder de votre nom : « Contoso {found} ».",
  },
  source: "contracts A.3, E.6",
  passes: { manifest: { name: { short: "Contoso Chat" } } },
  fails: { manifest: { name: { short: "Chat" } } },
  *check({ manifest }) {
    const found = textAt(manifest, "name", "short") ?? "";
    if (reserved.includes(found.trim().toLowerCase())) yield { pointer: "/name/short", values: { found }, found };
  },
};
