import type { Sql } from "../platform/database/database.ts";
import type { AppStatus } from "./access.rules.ts";
import type { SettingInForce, SettingName } from "./settings.rules.ts";

type GovernanceTables = {
  tenant_setting: { tenant_id: string; name: string; value: unknown; set_by: string | null; set_at: Date };
  app_status: { tenant_id: string; app_id: string; status: AppStatus; set_by: string | null; set_at: Date };
};

export interface StatusInForce {
  readonly appId: string;
  readonly status: AppStatus;
  readonly setBy: string | null;
}

/** What the organisation has set; a handful of rows. */
export async function listSettings(sql: Sql, tenantId: string): Promise<SettingInForce[]> {
  const rows = await sql
    .withTables<GovernanceTables>()
    .selectFrom("tenant_setting")
    .select(["name", "value", "set_by as setBy", "set_at as setAt"])
    .where("tenant_id", "=", tenantId)
    .execute();
  return rows as SettingInForce[];
}

export async function putSetting(
  sql: Sql,
  tenantId: string,
  name: SettingName,
  value: unknown,
  setBy: string | null,
): Promise<void> {
  const row = { value: JSON.stringify(value), set_by: setBy, set_at: new Date() };
  await sql
    .withTables<GovernanceTables>()
    .insertInto("tenant_setting")
    .values({ tenant_id: tenantId, name, ...row })
    .onConflict((conflict) => conflict.columns(["tenant_id", "name"]).doUpdateSet(row))
    .execute();
}

export async function putStatus(
  sql: Sql,
  tenantId: string,
  appId: string,
  status: AppStatus,
  setBy: string | null,
): Promise<void> {
  const row = { status, set_by: setBy, set_at: new Date() };
  await sql
    .withTables<GovernanceTables>()
    .insertInto("app_status")
    .values({ tenant_id: tenantId, app_id: appId, ...row })
    .onConflict((conflict) => conflict.columns(["tenant_id", "app_id"]).doUpdateSet(row))
    .execute();
}

/** Statuses of these apps, in one query; an app without a row is allowed. */
export async function listStatuses(sql: Sql, tenantId: string, appIds: readonly string[]): Promise<StatusInForce[]> {
  if (appIds.length === 0) return [];
  return await sql
    .withTables<GovernanceTables>()
    .selectFrom("app_status")
    .select(["app_id as appId", "status", "set_by as setBy"])
    .where("tenant_id", "=", tenantId)
    .where("app_id", "in", [...appIds])
    .execute();
}

export async function listBlocked(sql: Sql, tenantId: string): Promise<string[]> {
  const rows = await sql
    .withTables<GovernanceTables>()
    .selectFrom("app_status")
    .select("app_id as appId")
    .where("tenant_id", "=", tenantId)
    .where("status", "=", "blocked")
    .execute();
  return rows.map((row) => row.appId);
}
