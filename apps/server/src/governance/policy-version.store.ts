import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";

export interface PolicyVersion {
  /** Grows with every change of the organisation's policies, settings, availability or groups. */
  readonly version: number;
  /** Since when the newest state is in effect; null when nothing was ever changed. */
  readonly since: Date | null;
}

/** Inside the transaction of a change. @returns the version that comes with its commit */
export async function nextVersion(tx: Sql, tenantId: string): Promise<PolicyVersion> {
  const { rows } = await text<{ version: number; since: Date }>`
    insert into policy_version (tenant_id, version) values (${tenantId}, 1)
    on conflict (tenant_id) do update set version = policy_version.version + 1, changed_at = clock_timestamp()
    returning version, changed_at as since`.execute(tx);
  return rows[0] ?? { version: 0, since: null };
}

export async function currentVersion(sql: Sql, tenantId: string): Promise<PolicyVersion> {
  const { rows } = await text<{ version: number; since: Date }>`
    select version, changed_at as since from policy_version where tenant_id = ${tenantId}`.execute(sql);
  return rows[0] ?? { version: 0, since: null };
}
