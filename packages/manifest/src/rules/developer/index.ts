/** Rules about the developer and the app's legal pages (contracts A.3, E.6). */
import { textAt } from "../../json/json-value.ts";
import { hostOf } from "../parts.ts";
import type { Rule } from "../rule.ts";

const urls = [
  ["websiteUrl", "WebsiteUrl"],
  ["privacyUrl", "PrivacyUrl"],
  ["termsOfUseUrl", "TermsOfUseUrl"],
] as const;

export const developerNameEmpty: Rule = {
  id: "developer/name-empty",
  severity: "error",
  graph: "DeveloperNameIsRequiredField",
  title: { en: "The developer has a name", fr: "Le développeur a un nom" },
  message: { en: "developer.name is empty.", fr: "developer.name est vide." },
  why: {
    en: "People want to know whose app it is before they let it in.",
    fr: "On veut savoir de qui vient l'application avant de la laisser entrer.",
  },
  fix: { en: "Write the name of the company or person.", fr: "Écrivez le nom de la société ou de la personne." },
  source: "contracts A.3",
  passes: { manifest: {} },
  fails: { manifest: { developer: { name: "" } } },
  *check({ manifest }) {
    if (textAt(manifest, "developer", "name")?.trim() === "") yield { pointer: "/developer/name" };
  },
};

export const developerNameLength: Rule = {
  id: "developer/name-length",
  severity: "error",
  graph: "DeveloperNameLengthCheck",
  title: { en: "The developer's name fits", fr: "Le nom du développeur tient" },
  message: {
    en: "developer.name has {length} characters; 32 are allowed.",
    fr: "developer.name compte {length} caractères ; 32 sont permis.",
  },
  why: {
    en: "Longer names are cut off. Schemas that do not say so are made up for here.",
    fr: "Les noms plus longs sont coupés. Les schémas qui ne le disent pas sont complétés ici.",
  },
  fix: { en: "Use the short form of the name.", fr: "Utilisez la forme courte du nom." },
  source: "contracts A.3",
  passes: { manifest: {} },
  fails: {
    words: {
      en: "A name of 33 characters under a schema without that limit.",
      fr: "Un nom de 33 caractères sous un schéma sans cette limite.",
    },
  },
  *check({ manifest }) {
    const length = [...(textAt(manifest, "developer", "name") ?? "")].length;
    if (length > 32) yield { pointer: "/developer/name", values: { length }, expected: "<= 32" };
  },
};

export const developerHttps: Rule = {
  id: "developer/https",
  severity: "error",
  title: { en: "The developer's addresses are HTTPS", fr: "Les adresses du développeur sont en HTTPS" },
  message: {
    en: "developer.{key} “{found}” is not an https:// address.",
    fr: "developer.{key} « {found} » n'est pas une adresse https://.",
  },
  why: { en: "The schema lets http:// pass, Teams does not.", fr: "Le schéma laisse passer http://, Teams non." },
  fix: { en: "Serve the page over HTTPS and write https://.", fr: "Servez la page en HTTPS et écrivez https://." },
  source: "contracts A.3",
  passes: { manifest: {} },
  fails: { manifest: { developer: { privacyUrl: "http://www.contoso.com/privacy" } } },
  *check({ manifest }) {
    for (const [key, name] of urls) {
      const found = textAt(manifest, "developer", key)?.trim();
      if (found === undefined || /^https:\/\//i.test(found)) continue;
      yield {
        pointer: `/developer/${key}`,
        values: { key, found },
        found,
        expected: "https://…",
        graph: found === "" ? `Developer${name}IsRequiredField` : `Developer${name}MustBeHttps`,
      };
    }
  },
};

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

export const samePages: Rule = {
  id: "developer/same-pages",
  severity: { organization: "off", store: "warning" },
  title: {
    en: "Privacy, terms and website are pages of their own",
    fr: "Confidentialité, conditions et site sont des pages distinctes",
  },
  message: {
    en: "developer.{key} is the same address as developer.{other}.",
    fr: "developer.{key} est la même adresse que developer.{other}.",
  },
  why: {
    en: "Reviewers look for a privacy statement and terms; a home page is neither.",
    fr: "Les réviseurs cherchent une déclaration de confidentialité et des conditions ; une page d'accueil n'est ni l'un ni l'autre.",
  },
  fix: { en: "Link to the page itself.", fr: "Renvoyez à la page elle-même." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { developer: { privacyUrl: "https://www.contoso.com" } } },
  *check({ manifest }) {
    const plain = (key: string) => textAt(manifest, "developer", key)?.replace(/\/+$/, "").toLowerCase();
    for (const [key, other] of [
      ["privacyUrl", "websiteUrl"],
      ["termsOfUseUrl", "websiteUrl"],
      ["termsOfUseUrl", "privacyUrl"],
    ] as const) {
      const address = plain(key);
      if (address === undefined || address !== plain(other)) continue;
      yield { pointer: `/developer/${key}`, values: { key, other } };
      if (key === "termsOfUseUrl") return;
    }
  },
};

export const foreignTerms: Rule = {
  id: "developer/foreign-terms",
  severity: { organization: "off", store: "warning" },
  title: {
    en: "Terms and privacy are the developer's own",
    fr: "Conditions et confidentialité sont celles du développeur",
  },
  message: {
    en: "developer.{key} is on {host}, the website on {website}.",
    fr: "developer.{key} est sur {host}, le site sur {website}.",
  },
  why: {
    en: "Terms on somebody else's domain bind nobody, and Microsoft's own do not speak for your app.",
    fr: "Des conditions sur le domaine d'un autre n'engagent personne, et celles de Microsoft ne parlent pas de votre application.",
  },
  fix: { en: "Publish them under your own domain.", fr: "Publiez-les sous votre propre domaine." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { developer: { termsOfUseUrl: "https://www.microsoft.com/terms" } } },
  *check({ manifest }) {
    const domain = (host: string) => host.split(".").slice(-2).join(".");
    const website = hostOf(textAt(manifest, "developer", "websiteUrl") ?? "");
    for (const key of ["privacyUrl", "termsOfUseUrl"]) {
      const host = hostOf(textAt(manifest, "developer", key) ?? "");
      if (host !== null && website !== null && domain(host) !== domain(website))
        yield { pointer: `/developer/${key}`, values: { key, host, website } };
    }
  },
};

export const mpnId: Rule = {
  id: "developer/partner-id",
  severity: { organization: "suggestion", store: "warning" },
  title: { en: "The partner id is digits", fr: "L'identifiant partenaire est fait de chiffres" },
  message: { en: "developer.mpnId “{found}” is not a number.", fr: "developer.mpnId « {found} » n'est pas un nombre." },
  why: {
    en: "It ties the app to the verified publisher; another form ties it to nobody.",
    fr: "Il lie l'application à l'éditeur vérifié ; une autre forme ne la lie à personne.",
  },
  fix: {
    en: "Write the partner id as in Partner Center, or leave it out.",
    fr: "Écrivez l'identifiant tel que dans le Partner Center, ou retirez-le.",
  },
  source: "contracts E.1",
  passes: { manifest: { developer: { mpnId: "1234567" } } },
  fails: { manifest: { developer: { mpnId: "contoso" } } },
  *check({ manifest }) {
    const found = textAt(manifest, "developer", "mpnId");
    if (found !== undefined && !/^\d+$/.test(found)) yield { pointer: "/developer/mpnId", values: { found }, found };
  },
};
