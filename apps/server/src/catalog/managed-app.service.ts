import type { Comparison, Language } from "@parvis/manifest";
import type { AccessService } from "../governance/index.ts";
import { ParvisError } from "../platform/errors.ts";
import type { Platform } from "../platform/platform.ts";
import { listAppEvents } from "./app-history.store.ts";
import { findPacked, listAllVersions } from "./definition.store.ts";
import * as store from "./managed-app.store.ts";
import type { PackageReader } from "./package-reader.ts";

export type { ManagedApp } from "./managed-app.store.ts";
export type ManagedAppService = ReturnType<typeof managedAppService>;

/** Apps as administrators manage them: all there are, with how far each has come, and what happened to it. */
export function managedAppService(
  { database }: Pick<Platform, "database">,
  access: Pick<AccessService, "facts">,
  reader: Pick<PackageReader, "compare">,
) {
  return {
    async list(tenantId: string, page: store.ManagedPage): Promise<store.ManagedApp[]> {
      return await store.listManaged(database.sql, tenantId, page, await access.facts(tenantId));
    },

    /** @throws ParvisError app/not-found */
    async get(tenantId: string, appId: string): Promise<store.ManagedApp> {
      const only = { appId, limit: 1, sort: [{ by: "name", descending: false }], after: undefined } as const;
      const [app] = await store.listManaged(database.sql, tenantId, only, await access.facts(tenantId));
      if (app === undefined) throw new ParvisError("app/not-found");
      return app;
    },

    async count(tenantId: string): Promise<store.ManagedCounts> {
      return await store.countManaged(database.sql, tenantId, await access.facts(tenantId));
    },

    async versions(tenantId: string, appId: string, page: Parameters<typeof listAllVersions>[3]) {
      return await listAllVersions(database.sql, tenantId, appId, page);
    },

    async history(tenantId: string, appId: string, page: Parameters<typeof listAppEvents>[3]) {
      return await listAppEvents(database.sql, tenantId, appId, page);
    },

    /** Two versions of an app side by side, files included. @throws ParvisError definition/not-found */
    async compare(
      tenantId: string,
      appId: string,
      { from, to }: { from: string; to: string },
      language: Language,
    ): Promise<Comparison> {
      const found = await findPacked(database.sql, tenantId, appId, [from, to]);
      const [before, after] = [from, to].map((id) => found.find((each) => each.id === id));
      if (before === undefined || after === undefined) throw new ParvisError("definition/not-found");
      return await reader.compare(before.bytes, after.bytes, language);
    },

    /** The package of a version, as it was uploaded. @throws ParvisError definition/not-found */
    async packageOf(tenantId: string, appId: string, definitionId: string) {
      const [found] = await findPacked(database.sql, tenantId, appId, [definitionId]);
      if (found === undefined) throw new ParvisError("definition/not-found");
      return found;
    },
  };
}
