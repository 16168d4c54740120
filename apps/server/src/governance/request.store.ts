import { type RawBuilder, sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";

export type RequestState = "open" | "allowed" | "dismissed";

export interface AppRequest {
  readonly id: string;
  readonly appId: string;
  readonly personId: string;
  readonly note: string;
  readonly state: RequestState;
  readonly askedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly answer: string;
}

const columns = text`request_id as id, app_id as "appId", person_id as "personId", note, state, asked_at as "askedAt",
  decided_by as "decidedBy", decided_at as "decidedAt", answer from app_request`;

/** @returns false when the person waits for an answer about this app already. */
export async function insertRequest(
  sql: Sql,
  tenantId: string,
  request: { id: string; appId: string; personId: string; note: string },
): Promise<boolean> {
  const inserted = await text`
    insert into app_request (tenant_id, request_id, app_id, person_id, note)
    values (${tenantId}, ${request.id}, ${request.appId}, ${request.personId}, ${request.note})
    on conflict (tenant_id, app_id, person_id) where state = 'open' do nothing`.execute(sql);
  return inserted.numAffectedRows === 1n;
}

export async function findOpen(
  sql: Sql,
  tenantId: string,
  appId: string,
  personId: string,
): Promise<AppRequest | undefined> {
  const { rows } = await text<AppRequest>`select ${columns}
    where tenant_id = ${tenantId} and app_id = ${appId} and person_id = ${personId} and state = 'open'`.execute(sql);
  return rows[0];
}

/** What somebody asked for last about an app. */
export async function findNewest(
  sql: Sql,
  tenantId: string,
  appId: string,
  personId: string,
): Promise<AppRequest | undefined> {
  const { rows } = await text<AppRequest>`select ${columns}
    where tenant_id = ${tenantId} and app_id = ${appId} and person_id = ${personId}
    order by request_id desc limit 1`.execute(sql);
  return rows[0];
}

/** Somebody's requests, newest first; one row more than the limit. */
export async function listOf(
  sql: Sql,
  tenantId: string,
  personId: string,
  page: { limit: number; after: readonly string[] | undefined },
): Promise<AppRequest[]> {
  const beyond = page.after === undefined ? text`` : text`and request_id < ${page.after[0]}::uuid`;
  const { rows } =
    await text<AppRequest>`select ${columns} where tenant_id = ${tenantId} and person_id = ${personId} ${beyond}
    order by request_id desc limit ${page.limit + 1}`.execute(sql);
  return rows;
}

/** Open requests for an app, oldest first; one row more than the limit. */
export async function listOpen(
  sql: Sql,
  tenantId: string,
  appId: string,
  page: { limit: number; after: readonly string[] | undefined },
): Promise<AppRequest[]> {
  const beyond = page.after === undefined ? text`` : text`and request_id > ${page.after[0]}::uuid`;
  const { rows } = await text<AppRequest>`select ${columns}
    where tenant_id = ${tenantId} and app_id = ${appId} and state = 'open' ${beyond}
    order by request_id limit ${page.limit + 1}`.execute(sql);
  return rows;
}

export async function countOpen(sql: Sql, tenantId: string, appIds: readonly string[]): Promise<Map<string, number>> {
  if (appIds.length === 0) return new Map();
  const { rows } = await text<{ id: string; count: number }>`select app_id as id, count(*) as count from app_request
    where tenant_id = ${tenantId} and app_id = any(${[...appIds]}::uuid[]) and state = 'open' group by app_id`.execute(
    sql,
  );
  return new Map(rows.map((row) => [row.id, row.count]));
}

export interface WaitingApp {
  readonly appId: string;
  readonly requests: number;
  readonly newest: Date;
}

/** Apps that people wait for, in order of id; one row more than the limit. */
export async function listWaiting(
  sql: Sql,
  tenantId: string,
  page: { limit: number; after: readonly string[] | undefined },
): Promise<WaitingApp[]> {
  const beyond = page.after === undefined ? text`` : text`and app_id > ${page.after[0]}::uuid`;
  const { rows } = await text<WaitingApp>`
    select app_id as "appId", count(*) as requests, max(asked_at) as newest from app_request
    where tenant_id = ${tenantId} and state = 'open' ${beyond} group by app_id order by app_id limit ${page.limit + 1}`.execute(
    sql,
  );
  return rows;
}

/** Whoever waits for an app, as a relation of `person_id`. */
export function waitingFor(tenantId: string, appId: string): RawBuilder<unknown> {
  return text`(select person_id from app_request
    where tenant_id = ${tenantId}::uuid and app_id = ${appId}::uuid and state = 'open')`;
}

/** @param among a relation of `person_id`: only their requests. @returns the requests that were answered */
export async function decideRequests(
  sql: Sql,
  tenantId: string,
  appId: string,
  decision: { state: "allowed" | "dismissed"; by: string | null; answer: string; among?: RawBuilder<unknown> },
): Promise<{ id: string; personId: string }[]> {
  const among =
    decision.among === undefined ? text`` : text`and person_id in (select person_id from ${decision.among} w)`;
  const { rows } = await text<{ id: string; personId: string }>`
    update app_request set state = ${decision.state}, decided_by = ${decision.by}::uuid, decided_at = clock_timestamp(),
      answer = ${decision.answer}
    where tenant_id = ${tenantId} and app_id = ${appId} and state = 'open' ${among}
    returning request_id as id, person_id as "personId"`.execute(sql);
  return rows;
}

export async function deleteRequestsOf(sql: Sql, tenantId: string, appId: string): Promise<void> {
  await text`delete from app_request where tenant_id = ${tenantId} and app_id = ${appId}`.execute(sql);
}
