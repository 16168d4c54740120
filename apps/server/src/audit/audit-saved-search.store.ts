import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";

/** A search somebody keeps under a name. */
export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  /** As the search page's address has it. */
  readonly filter: Readonly<Record<string, unknown>>;
}

export async function listSavedSearches(
  sql: Sql,
  tenantId: string,
  personId: string,
  limit: number,
): Promise<SavedSearch[]> {
  const { rows } = await text<SavedSearch>`select search_id as id, name, filter from audit_saved_search
    where tenant_id = ${tenantId} and person_id = ${personId} order by lower(name), search_id limit ${limit}`.execute(
    sql,
  );
  return rows;
}

export async function insertSavedSearch(
  sql: Sql,
  tenantId: string,
  personId: string,
  { id, name, filter }: SavedSearch,
): Promise<void> {
  await text`insert into audit_saved_search (tenant_id, search_id, person_id, name, filter)
    values (${tenantId}, ${id}, ${personId}, ${name}, ${JSON.stringify(filter)}::jsonb)`.execute(sql);
}

export async function deleteSavedSearch(sql: Sql, tenantId: string, personId: string, id: string): Promise<boolean> {
  const deleted = await text`delete from audit_saved_search
    where tenant_id = ${tenantId} and person_id = ${personId} and search_id = ${id}`.execute(sql);
  return deleted.numAffectedRows === 1n;
}
