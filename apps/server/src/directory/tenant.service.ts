import { createHash, randomBytes } from "node:crypto";
import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { openEventStream } from "../platform/events/event-log.ts";
import { isId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import * as store from "./tenant.store.ts";

export type { Tenant } from "./tenant.store.ts";

export type TenantService = ReturnType<typeof tenantService>;

/** Organisations, and the one-time link that makes the first. */
export function tenantService({ database }: Pick<Platform, "database">) {
  const hashOf = (token: string) => createHash("sha256").update(token).digest();

  return {
    /** @throws Error when there is none: ids come from sessions and webhooks that exist. */
    async get(id: string): Promise<store.Tenant> {
      const tenant = await store.findTenant(database.sql, id);
      if (tenant === undefined) throw new Error(`There is no organisation ${id}.`);
      return tenant;
    },

    async find(id: string): Promise<store.Tenant | undefined> {
      return await store.findTenant(database.sql, id);
    },

    /** By id or verified domain, as the addresses of other people's protocols name it. */
    async resolve(name: string): Promise<store.Tenant | undefined> {
      return isId(name)
        ? await store.findTenant(database.sql, name.toLowerCase())
        : await store.findTenantByDomain(database.sql, name.toLowerCase());
    },

    async any(): Promise<boolean> {
      return await store.anyTenant(database.sql);
    },

    /** Inside the transaction of the command that makes an organisation: the row, and the log its events go to. */
    async insert(tx: Sql, tenant: store.Tenant): Promise<void> {
      await store.insertTenant(tx, tenant);
      await openEventStream(tx, tenant.id);
    },

    async rename(tx: Sql, id: string, displayName: string): Promise<void> {
      await store.updateTenantName(tx, id, displayName);
    },

    /** A new setup token; links given out before stop working. Only its hash is kept. */
    async issueSetupToken(): Promise<string> {
      const token = randomBytes(24).toString("base64url");
      await store.replaceSetupLink(database.sql, hashOf(token));
      return token;
    },

    async isSetupToken(token: string): Promise<boolean> {
      return await store.isSetupLink(database.sql, hashOf(token));
    },

    /**
     * Uses the link up, inside the transaction that makes the first organisation.
     * @throws ParvisError setup/link-invalid, setup/already-done
     */
    async useSetupToken(tx: Sql, token: string): Promise<void> {
      if (await store.anyTenant(tx)) throw new ParvisError("setup/already-done");
      if (!(await store.useSetupLink(tx, hashOf(token)))) throw new ParvisError("setup/link-invalid");
    },
  };
}
