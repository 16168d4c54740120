/** Operations to choose from: the published names first, then Parvis's own. Others can be typed. */
export const knownOperations = [
  "AppInstalled",
  "AppUninstalled",
  "AppUpgraded",
  "AppPublishedToCatalog",
  "AppUpdatedInCatalog",
  "AppDeletedFromCatalog",
  "ConnectorAdded",
  "ConnectorUpdated",
  "ConnectorRemoved",
  "PerformedCardAction",
  "TabAdded",
  "TabUpdated",
  "TabRemoved",
  "TeamCreated",
  "ChannelAdded",
  "MemberAdded",
  "MemberRemoved",
  "TeamsTenantSettingChanged",
  "TeamSettingChanged",
  "TeamsSessionStarted",
  "Parvis.AppAllowed",
  "Parvis.AppBlocked",
  "Parvis.PersonCreated",
  "Parvis.PersonChanged",
  "Parvis.AuditExported",
] as const;

/** Operations in an address. */
export function readOperations(list: string | undefined): string[] {
  return (list ?? "").split(",").filter((name) => name !== "");
}
