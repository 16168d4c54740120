/** What an app adds to a client, in words for the person who installs it. */
import type { Text } from "../finding.ts";
import type { TeamsManifest } from "../teams-manifest.ts";

export type CapabilityKind =
  | "personalTab"
  | "sharedTab"
  | "bot"
  | "notificationBot"
  | "connector"
  | "messageExtension"
  | "meetingExtension"
  | "activityFeed"
  | "agent"
  | "dashboardCard"
  | "officeAddIn";

export interface Capability {
  kind: CapabilityKind;
  title: string;
  /** Names of the parts, where they have any: tabs by name, commands by title. */
  details: string[];
  /** `personal`, `team`, `groupChat`, …; empty where the manifest does not say. */
  scopes: string[];
}

const titles: Readonly<Record<CapabilityKind, Text>> = {
  personalTab: { en: "Pages of its own", fr: "Des pages à elle" },
  sharedTab: { en: "Tabs in teams and chats", fr: "Des onglets dans les équipes et conversations" },
  bot: { en: "A bot you can talk to", fr: "Un bot avec qui parler" },
  notificationBot: { en: "A bot that sends notifications", fr: "Un bot qui envoie des notifications" },
  connector: {
    en: "A connector that posts cards into channels",
    fr: "Un connecteur qui publie des cartes dans les canaux",
  },
  messageExtension: {
    en: "Search and actions while you write messages",
    fr: "Recherche et actions pendant la rédaction de messages",
  },
  meetingExtension: { en: "Scenes and sharing in meetings", fr: "Des scènes et du partage en réunion" },
  activityFeed: { en: "Entries in your activity feed", fr: "Des entrées dans votre fil d'activité" },
  agent: { en: "An agent for Copilot", fr: "Un agent pour Copilot" },
  dashboardCard: { en: "Cards on a dashboard", fr: "Des cartes sur un tableau de bord" },
  officeAddIn: { en: "An add-in for Office", fr: "Un complément pour Office" },
};

/** In the order in which the consent dialog lists them. */
export function capabilitiesOf(manifest: TeamsManifest, language: "en" | "fr"): Capability[] {
  const list: Capability[] = [];
  const add = (kind: CapabilityKind, details: (string | undefined)[], scopes: (string[] | undefined)[]) => {
    list.push({
      kind,
      title: titles[kind][language],
      details: details.filter((detail): detail is string => detail !== undefined && detail !== ""),
      scopes: [...new Set(scopes.flatMap((each) => each ?? []))],
    });
  };
  const tabs = (manifest.staticTabs ?? []).filter(
    (tab) => tab.contentUrl !== undefined || tab.contentBotId !== undefined,
  );
  if (tabs.length > 0)
    add(
      "personalTab",
      tabs.map((tab) => tab.name),
      tabs.map((tab) => tab.scopes ?? ["personal"]),
    );
  if (manifest.configurableTabs?.length)
    add(
      "sharedTab",
      [],
      manifest.configurableTabs.map((tab) => tab.scopes),
    );
  for (const bot of manifest.bots ?? []) {
    const commands = (bot.commandLists ?? []).flatMap((each) => each.commands ?? []).map((command) => command.title);
    add(bot.isNotificationOnly === true ? "notificationBot" : "bot", commands, [bot.scopes]);
  }
  if (manifest.connectors?.length)
    add(
      "connector",
      [],
      manifest.connectors.map((connector) => connector.scopes),
    );
  for (const extension of manifest.composeExtensions ?? []) {
    add(
      "messageExtension",
      (extension.commands ?? []).map((command) => command.title),
      [],
    );
  }
  if (manifest.meetingExtensionDefinition !== undefined) add("meetingExtension", [], []);
  const activities = manifest.activities?.activityTypes ?? [];
  if (activities.length > 0)
    add(
      "activityFeed",
      activities.map((activity) => activity.description),
      [],
    );
  if (manifest.copilotAgents !== undefined) add("agent", [], []);
  if (manifest.dashboardCards?.length)
    add(
      "dashboardCard",
      manifest.dashboardCards.map((card) => card.displayName),
      [],
    );
  if (manifest.extensions?.length) add("officeAddIn", [], []);
  return list;
}
