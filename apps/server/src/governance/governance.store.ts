import type { Sql } from "../platform/database/database.ts";
import type { SettingInForce, SettingName } from "./settings.rules.ts";

type GovernanceTables = {
  tenant_setting: { tenant_id: string; name: string; value: unknown; set_by: string | null; set_at: Date };
};

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
