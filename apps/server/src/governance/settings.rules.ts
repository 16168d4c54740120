import type { Cloud } from "../directory/index.ts";

/** What an organisation can set, with what holds until it does. Names are those of the bootstrap file. */
export interface OrganisationSettings {
  /** Whether administrative and app events may be searched (lifecycle.md 8: off until an administrator turns it on). */
  readonly auditEnabled: boolean;
  /** Master switch for custom apps: off, nobody uploads or uses them (contracts.md B.2). */
  readonly allowCustomApps: boolean;
  /** Master switch for the store's apps that are not Microsoft's: off, nobody uses them (contracts.md B.2). */
  readonly allowThirdPartyApps: boolean;
  /** Off: third-party apps that come to the store from then on are blocked until an administrator allows them. */
  readonly allowNewThirdPartyApps: boolean;
  /** Whether apps that no administrator has edited are available to everyone or to no one (contracts.md B.5). */
  readonly microsoftAppsAvailable: boolean;
  readonly thirdPartyAppsAvailable: boolean;
  readonly customAppsAvailable: boolean;
  /** Whether a group's policy also holds for who is in it by a group within it; what is available to it always is. */
  readonly policiesReachNestedGroups: boolean;
  /** Whether people may ask for apps they cannot use (Graph's allowUserRequestsForAppAccess, contracts.md A.6). */
  readonly allowUserRequests: boolean;
  /** Said to whoever asks; empty for none. */
  readonly requestMessage: string;
  /** Where people ask instead, an https address; empty for in Parvis. */
  readonly requestLink: string;
  /** Which changes of an app need a fresh consent (lifecycle.md 6). */
  readonly consentRules: "classic" | "current";
  /** Whether apps that ask for permissions on a person's own data can be installed by people (contracts.md A.6). */
  readonly personalResourceConsent: boolean;
  /** The same for permissions on a chat. */
  readonly chatResourceConsent: boolean;
  /** How owners may agree to permissions on their team; what was granted before stays. */
  readonly teamResourceConsent:
    | "managedByMicrosoft"
    | "enabledForAllApps"
    | "enabledForPreApprovedAppsOnly"
    | "disabledForAllApps";
  /** Connectors at all, whatever they write to (contracts.md D.5). The next four narrow it by workload. */
  readonly connectorsEnabled: boolean;
  readonly connectorsEnabledForTeams: boolean;
  readonly connectorsEnabledForOutlook: boolean;
  readonly connectorsEnabledForSharepoint: boolean;
  readonly connectorsEnabledForYammer: boolean;
  /** Buttons of cards that make Parvis call the sender. */
  readonly connectorsActionableMessagesEnabled: boolean;
}

export type SettingName = keyof OrganisationSettings;

/**
 * What holds until somebody says otherwise. In government clouds third-party apps and connectors start switched off
 * (contracts.md B.2, D.5).
 */
export function defaultsIn(cloud: Cloud): OrganisationSettings {
  return {
    auditEnabled: false,
    allowCustomApps: true,
    allowThirdPartyApps: cloud === "worldwide",
    allowNewThirdPartyApps: true,
    microsoftAppsAvailable: true,
    thirdPartyAppsAvailable: true,
    customAppsAvailable: true,
    policiesReachNestedGroups: true,
    allowUserRequests: true,
    requestMessage: "",
    requestLink: "",
    consentRules: "classic",
    personalResourceConsent: true,
    chatResourceConsent: true,
    teamResourceConsent: "managedByMicrosoft",
    connectorsEnabled: cloud === "worldwide",
    connectorsEnabledForTeams: true,
    connectorsEnabledForOutlook: true,
    connectorsEnabledForSharepoint: true,
    connectorsEnabledForYammer: true,
    connectorsActionableMessagesEnabled: true,
  };
}

/** One setting as it holds, and who set it; `setBy` is null for a default. */
export interface SettingInForce<Name extends SettingName = SettingName> {
  readonly name: Name;
  readonly value: OrganisationSettings[Name];
  readonly setBy: string | null;
  readonly setAt: Date | null;
}

/** The values alone, defaults filled in. */
export function valuesOf(stored: readonly SettingInForce[], defaults: OrganisationSettings): OrganisationSettings {
  return { ...defaults, ...Object.fromEntries(stored.map((setting) => [setting.name, setting.value])) };
}

/** Each setting as it holds: its value, and who set it when; nobody and never for a default. */
export type SettingsInForce = { readonly [Name in SettingName]: Omit<SettingInForce<Name>, "name"> };

export function inForce(stored: readonly SettingInForce[], defaults: OrganisationSettings): SettingsInForce {
  const initial = Object.entries(defaults).map(([name, value]) => [name, { value, setBy: null, setAt: null }]);
  const set = stored.map(({ name, value, setBy, setAt }) => [name, { value, setBy, setAt }]);
  return Object.fromEntries([...initial, ...set]) as SettingsInForce;
}
