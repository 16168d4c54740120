/** Rules about the app's name (contracts A.3, E.6). */
import { textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

const names = ["short", "full"] as const;

/** Names of the client's own parts. */
const reserved = ["chat", "contacts", "calendar", "calls", "files", "activity", "apps", "help", "teams"];
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

export const shortNameEmpty: Rule = {
  id: "name/short-empty",
  severity: "error",
  graph: "ShortNameIsRequiredField",
  title: { en: "The app has a name", fr: "L'application a un nom" },
  message: { en: "name.short is empty.", fr: "name.short est vide." },
  why: {
    en: "The name is what people look for and what they see under the icon.",
    fr: "Le nom est ce que l'on cherche et ce que l'on voit sous l'icône.",
  },
  fix: { en: "Write a name of at most 30 characters.", fr: "Écrivez un nom de 30 caractères au plus." },
  source: "contracts A.3",
  passes: { manifest: { name: { short: "Contoso Alerts" } } },
  fails: { manifest: { name: { short: "" } } },
  *check({ manifest }) {
    if (textAt(manifest, "name", "short")?.trim() === "") yield { pointer: "/name/short" };
  },
};

export const shortNameLength: Rule = {
  id: "name/short-length",
  severity: "error",
  graph: "ShortNameLengthCheck",
  title: { en: "The short name fits", fr: "Le nom court tient" },
  message: {
    en: "name.short has {length} characters; 30 are allowed.",
    fr: "name.short compte {length} caractères ; 30 sont permis.",
  },
  why: {
    en: "Longer names are cut off in the app bar. Schemas that do not say so are made up for here.",
    fr: "Les noms plus longs sont coupés dans la barre. Les schémas qui ne le disent pas sont complétés ici.",
  },
  fix: { en: "Shorten the name.", fr: "Raccourcissez le nom." },
  source: "contracts A.3, E.1",
  passes: { manifest: { name: { short: "Contoso Alerts" } } },
  fails: {
    words: {
      en: "A name of 31 characters under a schema without that limit.",
      fr: "Un nom de 31 caractères sous un schéma sans cette limite.",
    },
  },
  *check({ manifest }) {
    const length = [...(textAt(manifest, "name", "short") ?? "")].length;
    if (length > 30) yield { pointer: "/name/short", values: { length }, expected: "<= 30" };
  },
};

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

export const sameNames: Rule = {
  id: "name/short-equals-full",
  severity: "warning",
  title: { en: "The full name says more than the short one", fr: "Le nom complet en dit plus que le court" },
  message: {
    en: "name.short and name.full are both “{found}”.",
    fr: "name.short et name.full valent tous deux « {found} ».",
  },
  why: {
    en: "The full name is shown where there is room for more; the documentation asks for it to differ.",
    fr: "Le nom complet s'affiche là où il y a de la place ; la documentation demande qu'il diffère.",
  },
  fix: {
    en: "Say more in name.full, such as “{found} for Microsoft Teams”, or leave it out.",
    fr: "Dites-en plus dans name.full, comme « {found} for Microsoft Teams », ou retirez-le.",
  },
  source: "contracts E.1",
  passes: { manifest: { name: { full: "Contoso Alerts for Microsoft Teams" } } },
  fails: { manifest: { name: { full: "Contoso Alerts" } } },
  *check({ manifest }) {
    const [short, full] = [textAt(manifest, "name", "short"), textAt(manifest, "name", "full")];
    if (short !== undefined && short !== "" && short === full)
      yield { pointer: "/name/full", values: { found: short } };
  },
};

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
