import type { AccessService } from "../governance/index.ts";
import { ParvisError } from "../platform/errors.ts";
import { type BearerIdentity, isAdministrator } from "../platform/identity.ts";
import type { Platform } from "../platform/platform.ts";
import type { AppFilter } from "./app-query.rules.ts";
import * as store from "./app-query.store.ts";

export type { CatalogApp, CatalogDefinition } from "./app-query.store.ts";
export type AppQueryService = ReturnType<typeof appQueryService>;

/** Where there are more versions, the newest tell enough. */
const mostDefinitions = 20;

/** The catalogue as programs ask for it: apps and definitions by filter, each as far as whoever asks may see it. */
export function appQueryService({ database }: Pick<Platform, "database">, access: Pick<AccessService, "visible">) {
  async function readerOf({ tenantId, person }: BearerIdentity): Promise<store.Reader> {
    if (person === undefined || isAdministrator(person)) return "administrator";
    return { personId: person.personId, visible: await access.visible(tenantId, person.personId) };
  }

  return {
    async list(
      bearer: BearerIdentity,
      page: { limit: number; after: string | undefined; filter: AppFilter | undefined },
    ): Promise<store.CatalogApp[]> {
      return await store.queryApps(database.sql, bearer.tenantId, await readerOf(bearer), page);
    },

    /** @throws ParvisError app/not-found, also for an app that whoever asks may not see */
    async get(bearer: BearerIdentity, id: string): Promise<store.CatalogApp> {
      const found = await store.findCatalogApp(database.sql, bearer.tenantId, await readerOf(bearer), id);
      if (found === undefined) throw new ParvisError("app/not-found");
      return found;
    },

    /** The newest definitions of each app, twenty at most. */
    async definitions(
      bearer: BearerIdentity,
      appIds: readonly string[],
    ): Promise<Map<string, store.CatalogDefinition[]>> {
      const rows = await store.listCatalogDefinitions(
        database.sql,
        bearer.tenantId,
        await readerOf(bearer),
        appIds,
        mostDefinitions,
      );
      return Map.groupBy(rows, (row) => row.appId);
    },
  };
}
