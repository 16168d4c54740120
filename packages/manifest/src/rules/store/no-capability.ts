import { listAt } from "../../json/json-value.ts";
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
