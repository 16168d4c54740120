import type { directoryRelations } from "../directory/index.ts";
import type { Platform } from "../platform/platform.ts";
import { type AppUsage, countUsage, listPlacesWith, type PlaceWithApp } from "./app-usage.store.ts";

/** Who has an app, for administrators who look at it or are about to take it away. */
export function appUsageService(
  { database }: Pick<Platform, "database">,
  relations: Pick<typeof directoryRelations, "teamMembership">,
) {
  return {
    async count(tenantId: string, appId: string): Promise<AppUsage> {
      return await countUsage(database.sql, tenantId, appId, relations.teamMembership(tenantId));
    },

    async places(
      tenantId: string,
      appId: string,
      page: { limit: number; after: readonly string[] | undefined },
    ): Promise<PlaceWithApp[]> {
      return await listPlacesWith(database.sql, tenantId, appId, page);
    },
  };
}
