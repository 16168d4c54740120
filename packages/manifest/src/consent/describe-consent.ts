/** What a person is asked to agree to (lifecycle 6): what the app adds, what it reads, what it changes, what it does in their name. */
import type { Language, Text } from "../finding.ts";
import type { TeamsManifest } from "../teams-manifest.ts";
import { type Capability, capabilitiesOf } from "./capabilities.ts";
import { type PermissionKind, permissionInWords } from "./permission-words.ts";

export interface ConsentPermission {
  /** The permission's own name, such as `ChannelMessage.Read.Group`. */
  id: string;
  title: string;
  kind: PermissionKind;
  /** Where the manifest asks for it. */
  source: "resourceSpecific" | "permissions" | "devicePermissions" | "webApplicationInfo" | "capability";
  /** `Application`: also while nobody is using the app. Only resource-specific permissions say. */
  type?: "Application" | "Delegated";
}

export interface ConsentDescription {
  appName: string;
  publisher: string;
  adds: Capability[];
  /** All permissions, in manifest order; group by `kind` to show them. */
  permissions: ConsentPermission[];
  /** True when the app signs people in with an identity of its own (webApplicationInfo). */
  usesIdentity: boolean;
  /** Hosts that the app's pages come from. */
  domains: string[];
  links: { website: string | null; privacy: string | null; terms: string | null };
}

const capabilityWords: readonly {
  id: string;
  kind: PermissionKind;
  title: Text;
  when: (manifest: TeamsManifest) => boolean;
}[] = [
  {
    id: "bot.messages",
    kind: "reads",
    title: { en: "Receive the messages you send to the bot", fr: "Recevoir les messages que vous envoyez au bot" },
    when: (manifest) => manifest.bots?.some((bot) => bot.isNotificationOnly !== true) ?? false,
  },
  {
    id: "bot.reply",
    kind: "acts",
    title: { en: "Send you messages and notifications", fr: "Vous envoyer des messages et des notifications" },
    when: (manifest) => (manifest.bots?.length ?? 0) > 0,
  },
  {
    id: "bot.files",
    kind: "writes",
    title: {
      en: "Upload and download files in chats with the bot",
      fr: "Envoyer et recevoir des fichiers avec le bot",
    },
    when: (manifest) => manifest.bots?.some((bot) => bot.supportsFiles === true) ?? false,
  },
  {
    id: "bot.calls",
    kind: "acts",
    title: { en: "Take part in calls and meetings", fr: "Participer aux appels et aux réunions" },
    when: (manifest) =>
      manifest.bots?.some((bot) => bot.supportsCalling === true || bot.supportsVideo === true) ?? false,
  },
  {
    id: "connector.post",
    kind: "acts",
    title: {
      en: "Post cards into the channel it is set up for",
      fr: "Publier des cartes dans le canal pour lequel il est configuré",
    },
    when: (manifest) => (manifest.connectors?.length ?? 0) > 0,
  },
];

/** For the manifest of a valid verdict, of any schema version. What it does not declare is left out. */
export function describeConsent(manifest: TeamsManifest, language: Language = "en"): ConsentDescription {
  const permissions: ConsentPermission[] = [];
  const add = (id: string, source: ConsentPermission["source"], type?: string) => {
    if (permissions.some((known) => known.id === id && known.type === type)) return;
    const { kind, title } = permissionInWords(id);
    const knownType = type === "Application" || type === "Delegated" ? { type } : {};
    permissions.push({ id, title: title[language], kind, source, ...knownType } as ConsentPermission);
  };
  for (const { id, kind, title, when } of capabilityWords) {
    if (when(manifest)) permissions.push({ id, title: title[language], kind, source: "capability" });
  }
  for (const each of manifest.authorization?.permissions?.resourceSpecific ?? []) {
    if (each.name !== undefined) add(each.name, "resourceSpecific", each.type);
  }
  for (const name of manifest.webApplicationInfo?.applicationPermissions ?? [])
    add(name, "webApplicationInfo", "Application");
  for (const name of manifest.permissions ?? []) add(name, "permissions");
  for (const name of manifest.devicePermissions ?? []) add(name, "devicePermissions");
  return {
    appName: manifest.name?.short ?? "",
    publisher: manifest.developer?.name ?? "",
    adds: capabilitiesOf(manifest, language),
    permissions,
    usesIdentity: manifest.webApplicationInfo !== undefined,
    domains: manifest.validDomains ?? [],
    links: {
      website: manifest.developer?.websiteUrl ?? null,
      privacy: manifest.developer?.privacyUrl ?? null,
      terms: manifest.developer?.termsOfUseUrl ?? null,
    },
  };
}

/** What was agreed to, in the words of whoever reads it now. */
export function permissionTitle(id: string, source: string, language: Language): string {
  const capability = source === "capability" ? capabilityWords.find((known) => known.id === id) : undefined;
  return (capability ?? permissionInWords(id)).title[language];
}
