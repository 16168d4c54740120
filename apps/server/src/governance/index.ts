export type { AppStatus } from "./access.rules.ts";
export { governanceRoutes } from "./governance.routes.ts";
export { type GovernanceService, governanceService } from "./governance.service.ts";
export type { OrganisationSettings, SettingInForce, SettingName, SettingsInForce } from "./settings.rules.ts";
