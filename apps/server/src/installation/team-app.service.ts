import type { directoryRelations } from "../directory/index.ts";
import type { Platform } from "../platform/platform.ts";
import type { InstallationService } from "./installation.service.ts";
import { listInTeamsOf } from "./installation.store.ts";

/** Apps of the teams that somebody is in. */
export function teamAppService(
  { database }: Pick<Platform, "database">,
  installations: Pick<InstallationService, "running">,
  relations: Pick<typeof directoryRelations, "teams" | "teamMembership">,
) {
  return {
    /** By the team's name; one more than the limit when there is another page. */
    async list(
      tenantId: string,
      personId: string,
      page: { readonly limit: number; readonly after: readonly string[] | undefined },
    ) {
      const joined = { teams: relations.teams(tenantId), teamMembership: relations.teamMembership(tenantId) };
      return await listInTeamsOf(database.sql, tenantId, personId, joined, page);
    },
    running: installations.running,
  };
}

export type TeamAppService = ReturnType<typeof teamAppService>;
