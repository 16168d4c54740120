import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";

/** How an app's pages are framed: as they are, or through Parvis on an origin of the app. */
export type EmbeddingMode = "direct" | "legacy";

export interface ModeInForce {
  readonly mode: EmbeddingMode;
  readonly setBy: string | null;
}

export async function findMode(sql: Sql, tenantId: string, appId: string): Promise<ModeInForce | undefined> {
  const { rows } = await text<ModeInForce>`select mode, set_by as "setBy" from app_embedding
    where tenant_id = ${tenantId} and app_id = ${appId}`.execute(sql);
  return rows[0];
}

export async function putMode(
  sql: Sql,
  tenantId: string,
  appId: string,
  mode: EmbeddingMode,
  setBy: string | null,
): Promise<void> {
  await text`insert into app_embedding (tenant_id, app_id, mode, set_by) values (${tenantId}, ${appId}, ${mode}, ${setBy})
    on conflict (tenant_id, app_id) do update set mode = excluded.mode, set_by = excluded.set_by, set_at = now()`.execute(
    sql,
  );
}

/** Somebody's way to the pages of one host of an app. */
export interface EmbeddingSession {
  readonly id: string;
  readonly clientSession: Buffer;
  readonly personId: string;
  readonly appId: string;
  readonly label: string;
  /** Origin of the page's own server. */
  readonly upstream: string;
  readonly configurationUrl: string;
  readonly validDomains: readonly string[];
  /** Origins of the documents around the page, outermost first. */
  readonly ancestors: readonly string[];
}

const columns = text`e.session_id as id, e.client_session as "clientSession", e.person_id as "personId", e.app_id as "appId",
  e.label, e.upstream, e.configuration_url as "configurationUrl", e.valid_domains as "validDomains", e.ancestors`;
/** The switch is read with each request, so that it holds at once. */
const inForce = text`join app_embedding a on a.tenant_id = e.tenant_id and a.app_id = e.app_id and a.mode = 'legacy'`;

export async function insertTicket(
  sql: Sql,
  tenantId: string,
  session: EmbeddingSession,
  expiresAt: Date,
): Promise<void> {
  const { id, clientSession, personId, appId, label, upstream, configurationUrl, validDomains, ancestors } = session;
  await text`
    insert into embedding_session (tenant_id, session_id, client_session, person_id, app_id, label, upstream, configuration_url,
      valid_domains, ancestors, expires_at)
    values (${tenantId}, ${id}, ${clientSession}, ${personId}, ${appId}, ${label}, ${upstream}, ${configurationUrl},
      ${JSON.stringify(validDomains)}::jsonb, ${JSON.stringify(ancestors)}::jsonb, ${expiresAt})`.execute(sql);
}

/** Uses a ticket, once: from now on it is a session with this secret. */
export async function useTicket(
  sql: Sql,
  tenantId: string,
  id: string,
  session: { readonly label: string; readonly secretHash: Buffer; readonly expiresAt: Date },
): Promise<EmbeddingSession | undefined> {
  const { rows } = await text<EmbeddingSession>`
    update embedding_session e set secret_hash = ${session.secretHash}, expires_at = ${session.expiresAt}
    where e.tenant_id = ${tenantId} and e.session_id = ${id} and e.label = ${session.label} and e.secret_hash is null
      and e.expires_at > now()
    returning ${columns}`.execute(sql);
  return rows[0];
}

export async function findSession(
  sql: Sql,
  tenantId: string,
  id: string,
  label: string,
  secretHash: Buffer,
): Promise<EmbeddingSession | undefined> {
  const { rows } = await text<EmbeddingSession>`
    select ${columns} from embedding_session e ${inForce}
    where e.tenant_id = ${tenantId} and e.session_id = ${id} and e.label = ${label} and e.secret_hash = ${secretHash}
      and e.expires_at > now()`.execute(sql);
  return rows[0];
}

/** The newest session that somebody has for pages under this label, in this client session. */
export async function findSessionOf(
  sql: Sql,
  tenantId: string,
  clientSession: Buffer,
  label: string,
): Promise<EmbeddingSession | undefined> {
  const { rows } = await text<EmbeddingSession>`
    select ${columns} from embedding_session e ${inForce}
    where e.tenant_id = ${tenantId} and e.client_session = ${clientSession} and e.label = ${label}
      and e.secret_hash is not null and e.expires_at > now()
    order by e.session_id desc limit 1`.execute(sql);
  return rows[0];
}

/** With an app that leaves the catalogue, or that is shown directly again. */
export async function endSessions(sql: Sql, tenantId: string, appId: string): Promise<void> {
  await text`delete from embedding_session where tenant_id = ${tenantId} and app_id = ${appId}`.execute(sql);
}

export async function forgetApp(sql: Sql, tenantId: string, appId: string): Promise<void> {
  await endSessions(sql, tenantId, appId);
  await text`delete from embedding_cookie where tenant_id = ${tenantId} and app_id = ${appId}`.execute(sql);
  await text`delete from app_embedding where tenant_id = ${tenantId} and app_id = ${appId}`.execute(sql);
}

/** Housekeeping over all tenants. */
export async function deleteExpired(sql: Sql): Promise<void> {
  await text`delete from embedding_session where expires_at < now()`.execute(sql);
  await text`delete from embedding_cookie where expires_at < now()`.execute(sql);
}
