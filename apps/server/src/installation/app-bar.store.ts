import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";

/** What somebody made of their app bar. */
export interface AppBar {
  /** Their own pins, in order. */
  readonly pinned: readonly string[];
  /** The administrator's pins that they took off. */
  readonly unpinned: readonly string[];
}

export async function findAppBar(sql: Sql, tenantId: string, personId: string): Promise<AppBar> {
  const { rows } = await text<AppBar>`select pinned, unpinned from app_bar
    where tenant_id = ${tenantId} and person_id = ${personId}`.execute(sql);
  return rows[0] ?? { pinned: [], unpinned: [] };
}

export async function putAppBar(sql: Sql, tenantId: string, personId: string, bar: AppBar): Promise<void> {
  await text`insert into app_bar (tenant_id, person_id, pinned, unpinned)
    values (${tenantId}, ${personId}, ${[...bar.pinned]}::uuid[], ${[...bar.unpinned]}::uuid[])
    on conflict (tenant_id, person_id) do update
      set pinned = excluded.pinned, unpinned = excluded.unpinned, changed_at = now()`.execute(sql);
}

/** When somebody removes an app, its pin goes too. */
export async function dropPin(sql: Sql, tenantId: string, personId: string, appId: string): Promise<void> {
  await text`update app_bar set pinned = array_remove(pinned, ${appId}::uuid), changed_at = now()
    where tenant_id = ${tenantId} and person_id = ${personId} and ${appId}::uuid = any(pinned)`.execute(sql);
}
