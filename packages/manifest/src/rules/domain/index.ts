/** Rules about validDomains and the addresses the app loads (contracts E.6). */
import { listAt, textAt, valueAt } from "../../json/json-value.ts";
import { hostOf, type Part, pageAddresses, parts, texts } from "../parts.ts";
import type { Rule } from "../rule.ts";
import type { Subject } from "../subject.ts";

/** Everything that names a domain: validDomains, and links that a message extension unfurls. */
function domains({ manifest }: Subject): Part<string>[] {
  const unfurled = parts(manifest, "composeExtensions").flatMap((_, extension) =>
    listAt(manifest, "composeExtensions", extension, "messageHandlers").flatMap((__, handler) =>
      texts(manifest, "composeExtensions", extension, "messageHandlers", handler, "value", "domains"),
    ),
  );
  return [...texts(manifest, "validDomains"), ...unfurled];
}

const bare = (domain: string) =>
  domain
    .replace(/^https?:\/\//i, "")
    .split(/[/:?#]/)[0]
    ?.toLowerCase() ?? "";

export const domainScheme: Rule = {
  id: "domain/scheme",
  severity: "warning",
  title: { en: "A domain is a name, not an address", fr: "Un domaine est un nom, pas une adresse" },
  message: { en: "“{found}” holds more than a domain name.", fr: "« {found} » contient plus qu'un nom de domaine." },
  why: {
    en: "Domains are compared with the host of an address; with a scheme or a path they never match.",
    fr: "Les domaines sont comparés à l'hôte d'une adresse ; avec un schéma ou un chemin, ils ne correspondent jamais.",
  },
  fix: { en: "Write “{domain}”.", fr: "Écrivez « {domain} »." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { validDomains: ["https://tabs.contoso.com/"] } },
  *check(subject) {
    for (const { value, pointer } of domains(subject)) {
      if (/^[a-z]+:\/\//i.test(value) || /[/?#\s]/.test(value))
        yield { pointer, values: { found: value, domain: bare(value) }, found: value, expected: bare(value) };
    }
  },
};

export const domainTooWide: Rule = {
  id: "domain/too-wide",
  severity: { organization: "warning", store: "error" },
  title: { en: "A domain is one that you control", fr: "Un domaine est un domaine que vous maîtrisez" },
  message: {
    en: "“{found}” covers domains that belong to others.",
    fr: "« {found} » couvre des domaines qui appartiennent à d'autres.",
  },
  why: {
    en: "Whoever owns any of them could load pages into your app.",
    fr: "Quiconque en possède un pourrait charger des pages dans votre application.",
  },
  fix: { en: "Name your own host.", fr: "Nommez votre propre hôte." },
  source: "contracts E.6",
  passes: { manifest: { validDomains: ["*.contoso.com", "tabs.contoso.com"] } },
  fails: { manifest: { validDomains: ["*.com", "tabs.contoso.com"] } },
  *check(subject) {
    for (const { value, pointer } of domains(subject)) {
      if (
        /^\*(\.[a-z]{2,}|\.(co|com|org|net|gov|ac)\.[a-z]{2})?$|^\*\.(azurewebsites|github|herokuapp|vercel|netlify|web|cloudfront|amazonaws|onmicrosoft)\.\w+$/i.test(
          bare(value),
        )
      )
        yield { pointer, values: { found: value }, found: value };
    }
  },
};

export const domainTunnel: Rule = {
  id: "domain/tunnel",
  severity: { organization: "warning", store: "error" },
  title: { en: "No tunnels", fr: "Pas de tunnels" },
  message: {
    en: "“{found}” is a tunnel to somebody's machine.",
    fr: "« {found} » est un tunnel vers la machine de quelqu'un.",
  },
  why: {
    en: "A tunnel closes when its owner's machine sleeps, and its name may belong to somebody else tomorrow.",
    fr: "Un tunnel se ferme quand la machine s'endort, et son nom peut appartenir demain à quelqu'un d'autre.",
  },
  fix: { en: "Use the host that the app is deployed to.", fr: "Utilisez l'hôte où l'application est déployée." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { validDomains: ["abcd.ngrok.io", "tabs.contoso.com"] } },
  *check(subject) {
    const addresses = pageAddresses(subject.manifest).map(({ value, pointer }) => ({
      value: hostOf(value) ?? "",
      pointer,
    }));
    for (const { value, pointer } of [...domains(subject), ...addresses]) {
      if (
        /(^|\.)(ngrok\.(io|app|dev)|ngrok-free\.(app|dev)|devtunnels\.ms|loca\.lt|localtunnel\.me|serveo\.net|trycloudflare\.com|tunnelto\.dev|pagekite\.me)$/i.test(
          bare(value),
        )
      )
        yield { pointer, values: { found: value }, found: value };
    }
  },
};

export const domainOnMicrosoft: Rule = {
  id: "domain/onmicrosoft",
  severity: { organization: "warning", store: "error" },
  title: { en: "No onmicrosoft.com domains", fr: "Pas de domaines onmicrosoft.com" },
  message: { en: "“{found}” is a tenant's initial domain.", fr: "« {found} » est le domaine initial d'un locataire." },
  why: {
    en: "It names a tenant, not a web site, and belongs to Microsoft.",
    fr: "Il désigne un locataire, non un site, et appartient à Microsoft.",
  },
  fix: { en: "Remove it.", fr: "Retirez-le." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { validDomains: ["contoso.onmicrosoft.com", "tabs.contoso.com"] } },
  *check(subject) {
    for (const { value, pointer } of domains(subject))
      if (/(^|\.)onmicrosoft\.com$/i.test(bare(value))) yield { pointer, values: { found: value }, found: value };
  },
};

export const domainLocal: Rule = {
  id: "domain/local",
  severity: { organization: "suggestion", store: "error" },
  title: { en: "No domains that only one machine knows", fr: "Pas de domaines connus d'une seule machine" },
  message: {
    en: "“{found}” is reached from one machine or network only.",
    fr: "« {found} » n'est atteint que d'une machine ou d'un réseau.",
  },
  why: {
    en: "It works while you develop, and for nobody else.",
    fr: "Cela marche pendant le développement, et pour personne d'autre.",
  },
  fix: { en: "Use the host that the app is deployed to.", fr: "Utilisez l'hôte où l'application est déployée." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { validDomains: ["localhost", "tabs.contoso.com"] } },
  *check(subject) {
    const addresses = pageAddresses(subject.manifest).map(({ value, pointer }) => ({
      value: hostOf(value) ?? "",
      pointer,
    }));
    for (const { value, pointer } of [...domains(subject), ...addresses]) {
      if (/^(localhost|127\.\d|10\.\d|192\.168\.|0\.0\.0\.0)|\.(local|internal|lan)$/.test(bare(value)))
        yield { pointer, values: { found: value }, found: value };
    }
  },
};

export const domainTwice: Rule = {
  id: "domain/twice",
  severity: "suggestion",
  title: { en: "Every domain stands once", fr: "Chaque domaine n'apparaît qu'une fois" },
  message: { en: "“{found}” stands twice in validDomains.", fr: "« {found} » apparaît deux fois dans validDomains." },
  why: {
    en: "The second does nothing; perhaps another was meant.",
    fr: "Le second ne fait rien ; un autre était peut-être voulu.",
  },
  fix: { en: "Remove one.", fr: "Supprimez-en un." },
  source: "Parvis",
  passes: { manifest: {} },
  fails: { manifest: { validDomains: ["tabs.contoso.com", "tabs.contoso.com"] } },
  *check({ manifest }) {
    const seen = new Set<string>();
    for (const { value, pointer } of texts(manifest, "validDomains")) {
      if (seen.has(value.toLowerCase())) yield { pointer, values: { found: value }, found: value };
      seen.add(value.toLowerCase());
    }
  },
};

/** Asterisk and `{teamSiteDomain}` as Teams reads them: one stands for any host below, the other for SharePoint. */
function covers(domain: string, host: string): boolean {
  const pattern = bare(domain);
  if (pattern === host) return true;
  if (domain === "{teamSiteDomain}") return host.endsWith(".sharepoint.com");
  return pattern.startsWith("*.") && host.endsWith(pattern.slice(1));
}

export const pageNotCovered: Rule = {
  id: "domain/page-not-covered",
  severity: "warning",
  title: { en: "Every page's host is a valid domain", fr: "L'hôte de chaque page est un domaine valide" },
  message: {
    en: "{host} serves a page of the app and is not in validDomains.",
    fr: "{host} sert une page de l'application et n'est pas dans validDomains.",
  },
  why: {
    en: "Teams lets a page talk to it only from these domains; sign-in and configuration pages then hang.",
    fr: "Teams ne laisse une page lui parler que depuis ces domaines ; connexion et configuration restent sinon bloquées.",
  },
  fix: { en: "Add “{host}” to validDomains.", fr: "Ajoutez « {host} » à validDomains." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { validDomains: ["www.contoso.com"] } },
  *check({ manifest, isOpen }) {
    const valid = texts(manifest, "validDomains");
    const unsure = valid.some(({ pointer }) => isOpen(pointer));
    const told = new Set<string>();
    for (const { value, pointer } of pageAddresses(manifest)) {
      const host = hostOf(value);
      if (
        host === null ||
        unsure ||
        /[{}<>[\]$]/.test(value) ||
        told.has(host) ||
        valid.some((domain) => covers(domain.value, host))
      )
        continue;
      told.add(host);
      yield { pointer, values: { host }, found: host };
    }
  },
};

export const pageNotHttps: Rule = {
  id: "domain/page-not-https",
  severity: { organization: "warning", store: "error" },
  title: { en: "Pages are served over HTTPS", fr: "Les pages sont servies en HTTPS" },
  message: { en: "“{found}” is not an https:// address.", fr: "« {found} » n'est pas une adresse https://." },
  why: {
    en: "A browser refuses to show an http page inside an https one.",
    fr: "Un navigateur refuse d'afficher une page http dans une page https.",
  },
  fix: { en: "Serve the page over HTTPS.", fr: "Servez la page en HTTPS." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: {
    manifest: {
      staticTabs: [{ entityId: "a", name: "A", contentUrl: "http://tabs.contoso.com", scopes: ["personal"] }],
    },
  },
  *check({ manifest }) {
    for (const { value, pointer } of pageAddresses(manifest))
      if (/^http:\/\//i.test(value)) yield { pointer, values: { found: value }, found: value, expected: "https://…" };
  },
};

export const domainsWithoutPages: Rule = {
  id: "domain/none-for-sign-in",
  severity: { organization: "off", store: "suggestion" },
  title: { en: "Sign-in through a bot has its domain", fr: "La connexion par un bot a son domaine" },
  message: {
    en: "The app has a bot and an identity, and validDomains does not hold token.botframework.com.",
    fr: "L'application a un bot et une identité, et validDomains ne contient pas token.botframework.com.",
  },
  why: {
    en: "A bot that signs people in with an OAuth card does so through that host.",
    fr: "Un bot qui connecte les gens par une carte OAuth passe par cet hôte.",
  },
  fix: {
    en: "Add “token.botframework.com”, unless the bot signs nobody in.",
    fr: "Ajoutez « token.botframework.com », sauf si le bot ne connecte personne.",
  },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: {
    manifest: {
      bots: [
        {
          botId: "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55",
          scopes: ["personal"],
          commandLists: [{ scopes: ["personal"], commands: [{ title: "Help", description: "Show help" }] }],
        },
      ],
      webApplicationInfo: { id: "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55", resource: "api://tabs.contoso.com/x" },
    },
  },
  *check({ manifest }) {
    const hasBot = listAt(manifest, "bots").length > 0 && valueAt(manifest, "webApplicationInfo") !== undefined;
    const known = texts(manifest, "validDomains").some(({ value }) => /(^|\.)botframework\.com$/i.test(value));
    if (hasBot && !known && textAt(manifest, "webApplicationInfo", "id") !== undefined)
      yield { pointer: "/validDomains", expected: "token.botframework.com" };
  },
};
