import type { Hono } from "hono";
import type { AuditQueryService } from "../../audit/index.ts";
import type { GovernanceService } from "../../governance/index.ts";
import type { ConsentService } from "../../installation/index.ts";
import type { RequestEnvironment } from "../../platform/http/router.ts";
import type { Platform } from "../../platform/platform.ts";
import { auditQueryRoutes } from "./audit-query.routes.ts";
import { graphRouter } from "./graph-router.ts";
import { type InstalledAppServices, installedAppRoutes } from "./installed-app.routes.ts";
import { permissionGrantRoutes } from "./permission-grant.routes.ts";
import { type TeamsAppServices, teamsAppRoutes } from "./teams-app.routes.ts";
import { teamsAppSettingsRoutes } from "./teams-app-settings.routes.ts";
import { userRoutes } from "./user.routes.ts";

export interface GraphServices extends InstalledAppServices {
  readonly auditQueries: AuditQueryService;
  readonly teamsApps: TeamsAppServices;
  readonly consents: Pick<ConsentService, "grantsIn">;
  readonly governance: Pick<GovernanceService, "settings" | "changeSettings">;
}

/** Microsoft Graph, as far as it is served. */
export function graphRoutes(
  platform: Pick<Platform, "log" | "publicUrl">,
  services: GraphServices,
): Hono<RequestEnvironment> {
  const publicUrl = () => platform.publicUrl();
  return graphRouter(platform, [
    auditQueryRoutes(services.auditQueries, publicUrl),
    teamsAppRoutes(services.teamsApps, publicUrl),
    installedAppRoutes(services, publicUrl),
    permissionGrantRoutes(services, publicUrl),
    userRoutes(services.people, platform),
    teamsAppSettingsRoutes(services.governance, publicUrl),
  ]);
}
