import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import type { TextOverrides } from "./customization.rules.ts";

export interface Customization {
  readonly texts: TextOverrides;
  readonly colorIcon: Buffer | null;
  readonly outlineIcon: Buffer | null;
  readonly changedBy: string | null;
  readonly changedAt: Date;
}

export async function findCustomization(sql: Sql, tenantId: string, appId: string): Promise<Customization | undefined> {
  const { rows } = await text<Customization>`
    select texts, color_icon_sha256 as "colorIcon", outline_icon_sha256 as "outlineIcon", changed_by as "changedBy",
      changed_at as "changedAt"
    from app_customization where tenant_id = ${tenantId} and app_id = ${appId}`.execute(sql);
  return rows[0];
}

export async function putCustomization(
  sql: Sql,
  tenantId: string,
  appId: string,
  { texts, colorIcon, outlineIcon, changedBy }: Omit<Customization, "changedAt">,
): Promise<void> {
  await text`
    insert into app_customization (tenant_id, app_id, texts, color_icon_sha256, outline_icon_sha256, changed_by)
    values (${tenantId}, ${appId}, ${JSON.stringify(texts)}::jsonb, ${colorIcon}, ${outlineIcon}, ${changedBy}::uuid)
    on conflict (tenant_id, app_id) do update set texts = excluded.texts, color_icon_sha256 = excluded.color_icon_sha256,
      outline_icon_sha256 = excluded.outline_icon_sha256, changed_by = excluded.changed_by, changed_at = clock_timestamp()`.execute(
    sql,
  );
}

export async function deleteCustomization(sql: Sql, tenantId: string, appId: string): Promise<void> {
  await text`delete from app_customization where tenant_id = ${tenantId} and app_id = ${appId}`.execute(sql);
}
