import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";

/** Nobody else applies a file to an organisation until the transaction ends. */
export async function lockConfiguration(tx: Sql, tenantId: string): Promise<void> {
  await text`select pg_advisory_xact_lock(hashtextextended(${`configuration ${tenantId}`}, 0))`.execute(tx);
}
