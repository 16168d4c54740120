import type { catalogRelations } from "../catalog/index.ts";
import type { directoryRelations } from "../directory/index.ts";
import type { Platform } from "../platform/platform.ts";
import type { InstallationService } from "./installation.service.ts";
import { listInTeamsOf, type TeamInstallationPage } from "./installation.store.ts";

/** Apps of the teams that somebody is in. */
export function teamAppService(
  { database }: Pick<Platform, "database">,
  installations: Pick<InstallationService, "running" | "ownUploads">,
  relations: Pick<typeof directoryRelations, "teams" | "teamMembership"> & typeof catalogRelations,
) {
  return {
    /** By the team's name; one more than the limit when there is another page. */
    async list(tenantId: string, personId: string, page: TeamInstallationPage) {
      const joined = {
        teams: relations.teams(tenantId),
        teamMembership: relations.teamMembership(tenantId),
        apps: relations.apps(tenantId),
        silentSteps: relations.silentSteps(tenantId),
      };
      return await listInTeamsOf(database.sql, tenantId, personId, joined, page);
    },
    running: installations.running,
    ownUploads: installations.ownUploads,
  };
}

export type TeamAppService = ReturnType<typeof teamAppService>;
