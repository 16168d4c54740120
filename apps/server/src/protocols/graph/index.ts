import type { Hono } from "hono";
import type { AuditQueryService } from "../../audit/index.ts";
import type { RequestEnvironment } from "../../platform/http/router.ts";
import type { Platform } from "../../platform/platform.ts";
import { auditQueryRoutes } from "./audit-query.routes.ts";
import { graphRouter } from "./graph-router.ts";
import { type TeamsAppServices, teamsAppRoutes } from "./teams-app.routes.ts";

/** Microsoft Graph, as far as it is served. */
export function graphRoutes(
  platform: Pick<Platform, "log" | "publicUrl">,
  services: { readonly auditQueries: AuditQueryService; readonly teamsApps: TeamsAppServices },
): Hono<RequestEnvironment> {
  return graphRouter(platform, [
    auditQueryRoutes(services.auditQueries, () => platform.publicUrl()),
    teamsAppRoutes(services.teamsApps, () => platform.publicUrl()),
  ]);
}
