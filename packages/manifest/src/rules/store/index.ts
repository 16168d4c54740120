/** Rules about what makes an app worth listing (contracts E.6). */
import { listAt, textAt } from "../../json/json-value.ts";
import type { Rule } from "../rule.ts";

const capabilities = [
  "staticTabs",
  "configurableTabs",
  "bots",
  "connectors",
  "composeExtensions",
  "extensions",
  "agentConnectors",
  "dashboardCards",
  "agentSkills",
  "agenticUserTemplates",
];

export const noCapability: Rule = {
  id: "store/no-capability",
  severity: { organization: "warning", store: "error" },
  title: { en: "The app does something", fr: "L'application fait quelque chose" },
  message: {
    en: "The manifest declares no tab, bot, connector, message extension or agent.",
    fr: "Le manifeste ne déclare ni onglet, ni bot, ni connecteur, ni extension de message, ni agent.",
  },
  why: {
    en: "Whoever installs it gets an icon and nothing behind it.",
    fr: "Qui l'installe reçoit une icône et rien derrière.",
  },
  fix: { en: "Declare at least one capability.", fr: "Déclarez au moins une capacité." },
  source: "contracts E.6",
  passes: { manifest: {} },
  fails: { manifest: { staticTabs: [] } },
  *check({ manifest }) {
    const has = capabilities.some((key) => listAt(manifest, key).length > 0);
    const other = [
      "graphConnector",
      "meetingExtensionDefinition",
      "copilotAgents",
      "copilotExtensions",
      "activities",
    ].some((key) => manifest[key] !== undefined);
    if (!has && !other) yield {};
  },
};

export const offerId: Rule = {
  id: "store/offer-id",
  severity: { organization: "warning", store: "error" },
  title: { en: "A paid app names its offer", fr: "Une application payante nomme son offre" },
  message: {
    en: "subscriptionOffer.offerId “{found}” does not have the form publisherId.offerId.",
    fr: "subscriptionOffer.offerId « {found} » n'a pas la forme publisherId.offerId.",
  },
  why: {
    en: "Licences are found through the publisher and the offer; one without the other finds none.",
    fr: "Les licences se trouvent par l'éditeur et l'offre ; l'un sans l'autre n'en trouve aucune.",
  },
  fix: {
    en: "Join the publisher id and the offer id with a dot.",
    fr: "Joignez l'identifiant de l'éditeur et celui de l'offre par un point.",
  },
  source: "contracts E.6",
  passes: { manifest: { subscriptionOffer: { offerId: "contoso.alerts" } } },
  fails: { manifest: { subscriptionOffer: { offerId: "alerts" } } },
  *check({ manifest }) {
    const found = textAt(manifest, "subscriptionOffer", "offerId");
    if (found !== undefined && !/^[\w-]+\.[\w.-]+$/.test(found))
      yield { pointer: "/subscriptionOffer/offerId", values: { found }, found };
  },
};

export const packageName: Rule = {
  id: "manifest/package-name",
  severity: "suggestion",
  title: { en: "The package name is a reversed domain", fr: "Le nom de package est un domaine inversé" },
  message: {
    en: "packageName “{found}” does not look like com.contoso.app.",
    fr: "packageName « {found} » ne ressemble pas à com.contoso.app.",
  },
  why: {
    en: "Reversed domains keep the names of two publishers apart.",
    fr: "Les domaines inversés séparent les noms de deux éditeurs.",
  },
  fix: {
    en: "Write your domain backwards, then the app.",
    fr: "Écrivez votre domaine à l'envers, puis l'application.",
  },
  source: "contracts E.1",
  passes: {
    manifest: {
      manifestVersion: "1.16",
      $schema: "https://developer.microsoft.com/json-schemas/teams/v1.16/MicrosoftTeams.schema.json",
      packageName: "com.contoso.alerts",
    },
  },
  fails: {
    manifest: {
      manifestVersion: "1.16",
      $schema: "https://developer.microsoft.com/json-schemas/teams/v1.16/MicrosoftTeams.schema.json",
      packageName: "Alerts",
    },
  },
  *check({ manifest }) {
    const found = textAt(manifest, "packageName");
    if (found !== undefined && !/^[a-z][\w-]*(\.[\w-]+)+$/i.test(found))
      yield { pointer: "/packageName", values: { found }, found };
  },
};

export const accentNearWhite: Rule = {
  id: "store/color-unreadable",
  severity: { organization: "off", store: "suggestion" },
  title: { en: "White can be read on the accent colour", fr: "Le blanc se lit sur la couleur d'accentuation" },
  message: {
    en: "The outline icon is white; on {found} it has a contrast of {contrast} : 1.",
    fr: "L'icône de contour est blanche ; sur {found} son contraste est de {contrast} : 1.",
  },
  why: {
    en: "The accent colour stands behind the white outline icon.",
    fr: "La couleur d'accentuation se trouve derrière l'icône blanche.",
  },
  fix: {
    en: "Choose a darker colour, or #FFFFFF where you want none.",
    fr: "Choisissez une couleur plus foncée, ou #FFFFFF si vous n'en voulez pas.",
  },
  source: "contracts E.6",
  passes: { manifest: { accentColor: "#FFFFFF" } },
  fails: { manifest: { accentColor: "#FFF3B0" } },
  *check({ manifest }) {
    const found = textAt(manifest, "accentColor") ?? "";
    if (!/^#[0-9a-f]{6}$/i.test(found) || /^#f{6}$/i.test(found)) return;
    const contrast = contrastWithWhite(found);
    if (contrast < 1.5) yield { pointer: "/accentColor", values: { found, contrast: contrast.toFixed(1) }, found };
  },
};

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrastWithWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
