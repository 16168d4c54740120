/** What an organisation can set, with what holds until it does. Names are those of the bootstrap file. */
export interface OrganisationSettings {
  /** Whether administrative and app events may be searched (lifecycle.md 8: off until an administrator turns it on). */
  readonly auditEnabled: boolean;
  /** Master switch for custom apps: off, nobody uploads or uses them (contracts.md B.2). */
  readonly allowCustomApps: boolean;
  /** Which changes of an app need a fresh consent (lifecycle.md 6). */
  readonly consentRules: "classic" | "current";
}

export type SettingName = keyof OrganisationSettings;

export const defaultSettings: OrganisationSettings = {
  auditEnabled: false,
  allowCustomApps: true,
  consentRules: "classic",
};

/** One setting as it holds, and who set it; `setBy` is null for a default. */
export interface SettingInForce<Name extends SettingName = SettingName> {
  readonly name: Name;
  readonly value: OrganisationSettings[Name];
  readonly setBy: string | null;
  readonly setAt: Date | null;
}

/** The values alone, defaults filled in. */
export function valuesOf(stored: readonly SettingInForce[]): OrganisationSettings {
  return { ...defaultSettings, ...Object.fromEntries(stored.map((setting) => [setting.name, setting.value])) };
}
