import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import type { RoleName } from "./person.rules.ts";

export interface SessionPerson {
  readonly personId: string;
  readonly upn: string;
  readonly displayName: string;
  readonly roles: readonly RoleName[];
  readonly seenAt: Date;
}

/** Only the hash of a session's secret is kept: a stolen table opens nothing. */
export async function insertSession(
  sql: Sql,
  session: { tenantId: string; hash: Buffer; personId: string; expiresAt: Date },
): Promise<void> {
  await text`insert into session (tenant_id, session_hash, person_id, expires_at)
    values (${session.tenantId}, ${session.hash}, ${session.personId}, ${session.expiresAt})`.execute(sql);
}

/** Who a session belongs to, in one query; undefined when it is unknown or over. */
export async function findSession(sql: Sql, tenantId: string, hash: Buffer): Promise<SessionPerson | undefined> {
  const { rows } = await text<SessionPerson>`
    select p.person_id as "personId", p.upn, p.display_name as "displayName", s.seen_at as "seenAt",
      array(select role from person_role r where r.tenant_id = p.tenant_id and r.person_id = p.person_id) as roles
    from session s join person p on p.tenant_id = s.tenant_id and p.person_id = s.person_id
    where s.tenant_id = ${tenantId} and s.session_hash = ${hash} and s.expires_at > now()`.execute(sql);
  return rows[0];
}

export async function touchSession(sql: Sql, tenantId: string, hash: Buffer, expiresAt: Date): Promise<void> {
  await text`update session set seen_at = now(), expires_at = ${expiresAt}
    where tenant_id = ${tenantId} and session_hash = ${hash}`.execute(sql);
}

export async function deleteSession(sql: Sql, tenantId: string, hash: Buffer): Promise<void> {
  await text`delete from session where tenant_id = ${tenantId} and session_hash = ${hash}`.execute(sql);
}

/** Ends what somebody else may hold: after a new password, every session but the one that set it. */
export async function deleteSessionsOf(
  sql: Sql,
  tenantId: string,
  personId: string,
  except: Buffer | undefined,
): Promise<void> {
  await text`delete from session where tenant_id = ${tenantId} and person_id = ${personId}
    and session_hash is distinct from ${except ?? null}`.execute(sql);
}

/** Housekeeping over all tenants: sessions and windows that are over. */
export async function deleteExpired(sql: Sql): Promise<void> {
  await text`delete from session where expires_at < now()`.execute(sql);
  await text`delete from sign_in_failure where window_start < now() - interval '1 day'`.execute(sql);
}

/** Failures of a subject in the window that began at `windowStart`. */
export async function countFailures(sql: Sql, subject: string, windowStart: Date): Promise<number> {
  const { rows } = await text<{ failures: number }>`
    select failures from sign_in_failure where subject = ${subject} and window_start = ${windowStart}`.execute(sql);
  return rows[0]?.failures ?? 0;
}

export async function addFailure(sql: Sql, subject: string, windowStart: Date): Promise<void> {
  await text`insert into sign_in_failure (subject, window_start, failures) values (${subject}, ${windowStart}, 1)
    on conflict (subject, window_start) do update set failures = sign_in_failure.failures + 1`.execute(sql);
}
