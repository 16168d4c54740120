import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";

export type AuditQueryStatus = "notStarted" | "running" | "succeeded" | "failed";

/** A search that was asked for to be read later. */
export interface AuditQuery {
  readonly id: string;
  /** The person or application that asked. */
  readonly ownerId: string;
  /** As it was asked for, in the asking protocol's words. */
  readonly request: Readonly<Record<string, unknown>>;
  readonly status: AuditQueryStatus;
  readonly upToSequence: number;
  readonly found: number | null;
  readonly createdAt: Date;
}

const columns = text`query_id as id, owner_id as "ownerId", request, status, up_to_sequence as "upToSequence", found,
  created_at as "createdAt" from audit_query`;

export async function insertQuery(
  sql: Sql,
  tenantId: string,
  query: Pick<AuditQuery, "id" | "ownerId" | "request" | "upToSequence">,
): Promise<void> {
  await text`insert into audit_query (tenant_id, query_id, owner_id, request, status, up_to_sequence)
    values (${tenantId}, ${query.id}, ${query.ownerId}, ${JSON.stringify(query.request)}::jsonb, 'notStarted',
      ${query.upToSequence})`.execute(sql);
}

export async function setQueryStatus(
  sql: Sql,
  tenantId: string,
  id: string,
  status: AuditQueryStatus,
  found: number | null,
): Promise<void> {
  await text`update audit_query set status = ${status}, found = ${found}
    where tenant_id = ${tenantId} and query_id = ${id}`.execute(sql);
}

export async function findQuery(sql: Sql, tenantId: string, id: string): Promise<AuditQuery | undefined> {
  const { rows } = await text<AuditQuery>`select ${columns} where tenant_id = ${tenantId} and query_id = ${id}`.execute(
    sql,
  );
  return rows[0];
}

/** Somebody's queries, newest first; one more than the limit tells that there is another page. */
export async function listQueries(
  sql: Sql,
  tenantId: string,
  ownerId: string,
  page: { limit: number; after: string | undefined },
): Promise<AuditQuery[]> {
  const beyond = page.after === undefined ? text`` : text`and query_id < ${page.after}::uuid`;
  const { rows } = await text<AuditQuery>`select ${columns}
    where tenant_id = ${tenantId} and owner_id = ${ownerId} ${beyond}
    order by query_id desc limit ${page.limit + 1}`.execute(sql);
  return rows;
}

/** Housekeeping over all tenants. */
export async function deleteOldQueries(sql: Sql, olderThanDays: number): Promise<void> {
  await text`delete from audit_query where created_at < now() - make_interval(days => ${olderThanDays})`.execute(sql);
}
