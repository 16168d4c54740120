/** A program that may ask for tokens. */
export interface AppRegistration {
  readonly clientId: string;
  /** What Entra calls the service principal's object id: the subject of its tokens. */
  readonly objectId: string;
  readonly displayName: string;
  /** Without a secret: a command line or a page, which can keep none. */
  readonly publicClient: boolean;
  readonly redirectUris: readonly string[];
  readonly appRoles: readonly string[];
  readonly createdBy: string | null;
  readonly createdAt: Date;
}

/** On apps of people, teams and chats; with `.All` for programs that act by themselves (contracts.md A.4). */
const installationPermissions = ["User", "Team", "Chat"].flatMap((place) =>
  ["ReadFor", "ReadWriteFor", "ReadWriteSelfFor", "ReadWriteAndConsentFor", "ReadWriteAndConsentSelfFor"].map(
    (way) => `TeamsAppInstallation.${way}${place}`,
  ),
);

/** Permissions that Parvis's Graph, Management Activity and Exchange addresses ask for, for forms and for its own command line. */
export const knownPermissions: readonly string[] = [
  "ActivityFeed.Read",
  "AppCatalog.Read.All",
  "AppCatalog.ReadWrite.All",
  "AppCatalog.Submit",
  "AuditLogsQuery.Read.All",
  "Channel.ReadBasic.All",
  "ChannelMessage.Read.All",
  "Directory.Read.All",
  "Exchange.ManageAsApp",
  "Group.Read.All",
  "Team.ReadBasic.All",
  ...installationPermissions.flatMap((name) => [name, `${name}.All`]),
  "TeamSettings.Read.All",
  "TeamSettings.ReadWrite.All",
  "TeamsTab.Create",
  "TeamsTab.Read.All",
  "TeamsTab.ReadWrite.All",
  "TeamworkAppSettings.Read.All",
  "TeamworkAppSettings.ReadWrite.All",
  "User.Read",
  "User.Read.All",
  "User.ReadBasic.All",
];

/**
 * Parvis's own command line, in every organisation and in no table. It has no secret and acts for people only, who may
 * do with it what they may do anyway.
 */
export const commandLine: AppRegistration = {
  clientId: "70617276-6973-4c4c-8001-000000000001",
  objectId: "70617276-6973-4c4c-8001-000000000002",
  displayName: "Parvis command line",
  publicClient: true,
  redirectUris: [],
  appRoles: [...knownPermissions, "Exchange.Manage"],
  createdBy: null,
  createdAt: new Date(0),
};

/** Applications that are there without having been registered. */
export const builtIn: ReadonlyMap<string, AppRegistration> = new Map([[commandLine.clientId, commandLine]]);
