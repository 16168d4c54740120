import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";

export const clouds = ["worldwide", "gcc", "gcch", "dod"] as const;
export type Cloud = (typeof clouds)[number];

export interface Tenant {
  readonly id: string;
  readonly displayName: string;
  readonly domain: string;
  readonly cloud: Cloud;
}

type TenantTables = {
  tenant: { tenant_id: string; display_name: string; domain: string; cloud: Cloud };
  setup_link: { one?: boolean; token_hash: Buffer; created_at?: Date };
};

const columns = ["tenant_id as id", "display_name as displayName", "domain", "cloud"] as const;

export async function insertTenant(sql: Sql, tenant: Tenant): Promise<void> {
  await sql
    .withTables<TenantTables>()
    .insertInto("tenant")
    .values({ tenant_id: tenant.id, display_name: tenant.displayName, domain: tenant.domain, cloud: tenant.cloud })
    .execute();
}

export async function updateTenantName(sql: Sql, id: string, displayName: string): Promise<void> {
  await sql
    .withTables<TenantTables>()
    .updateTable("tenant")
    .set({ display_name: displayName })
    .where("tenant_id", "=", id)
    .execute();
}

export async function findTenant(sql: Sql, id: string): Promise<Tenant | undefined> {
  return await sql
    .withTables<TenantTables>()
    .selectFrom("tenant")
    .select(columns)
    .where("tenant_id", "=", id)
    .executeTakeFirst();
}

/** The tenant that has proved a domain to be its own. */
export async function findTenantByDomain(sql: Sql, domain: string): Promise<Tenant | undefined> {
  return await sql
    .withTables<TenantTables>()
    .selectFrom("tenant")
    .select(columns)
    .where("domain", "=", domain)
    .executeTakeFirst();
}

/** The tenant of a sign-in name's domain; on an instance with one organisation that one, whatever the domain. */
export async function findTenantForDomain(sql: Sql, domain: string): Promise<Tenant | undefined> {
  const found = await sql
    .withTables<TenantTables>()
    .selectFrom("tenant")
    .select(columns)
    .orderBy(text`domain = ${domain}`, "desc")
    .limit(2)
    .execute();
  const [first, second] = found;
  return first !== undefined && (first.domain === domain || second === undefined) ? first : undefined;
}

export async function anyTenant(sql: Sql): Promise<boolean> {
  const found = await sql
    .withTables<TenantTables>()
    .selectFrom("tenant")
    .select("tenant_id")
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Keeps the hash of the one valid setup link; an older link stops working. */
export async function replaceSetupLink(sql: Sql, tokenHash: Buffer): Promise<void> {
  await sql
    .withTables<TenantTables>()
    .insertInto("setup_link")
    .values({ token_hash: tokenHash })
    .onConflict((conflict) => conflict.column("one").doUpdateSet({ token_hash: tokenHash, created_at: new Date() }))
    .execute();
}

/** Takes the link out of use. @returns whether it was the valid one. */
export async function useSetupLink(sql: Sql, tokenHash: Buffer): Promise<boolean> {
  const used = await sql
    .withTables<TenantTables>()
    .deleteFrom("setup_link")
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return used.numDeletedRows === 1n;
}

export async function isSetupLink(sql: Sql, tokenHash: Buffer): Promise<boolean> {
  const found = await sql
    .withTables<TenantTables>()
    .selectFrom("setup_link")
    .select("one")
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return found !== undefined;
}
