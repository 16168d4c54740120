import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";

/** Whose cookies: one person's with one app, and nobody else's. */
export interface JarOwner {
  readonly tenantId: string;
  readonly personId: string;
  readonly appId: string;
}

export interface StoredCookie {
  readonly domain: string;
  readonly path: string;
  readonly name: string;
  /** As tough-cookie writes it. */
  readonly cookie: Readonly<Record<string, unknown>>;
  readonly expiresAt: Date;
}

/** What a browser keeps for one site, and no more. */
export const mostCookies = 180;

export async function listCookies(
  sql: Sql,
  { tenantId, personId, appId }: JarOwner,
): Promise<StoredCookie["cookie"][]> {
  const { rows } = await text<{ cookie: StoredCookie["cookie"] }>`
    select cookie from embedding_cookie
    where tenant_id = ${tenantId} and person_id = ${personId} and app_id = ${appId} and expires_at > now()
    order by expires_at desc limit ${mostCookies}`.execute(sql);
  return rows.map(({ cookie }) => cookie);
}

/** Keeps what a page's server has set, and drops what it has taken back: those whose time is over. */
export async function putCookies(sql: Sql, owner: JarOwner, cookies: readonly StoredCookie[]): Promise<void> {
  const { tenantId, personId, appId } = owner;
  const rows = cookies.map(({ expiresAt, ...cookie }) => ({ ...cookie, expires_at: expiresAt.toISOString() }));
  await text`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as c(domain text, path text, name text, cookie jsonb, expires_at timestamptz)
    ), dropped as (
      delete from embedding_cookie k using given g
      where k.tenant_id = ${tenantId} and k.person_id = ${personId} and k.app_id = ${appId}
        and k.domain = g.domain and k.path = g.path and k.name = g.name and g.expires_at <= now()
    )
    insert into embedding_cookie (tenant_id, person_id, app_id, domain, path, name, cookie, expires_at)
    select ${tenantId}, ${personId}, ${appId}, domain, path, name, cookie, expires_at from given where expires_at > now()
    on conflict (tenant_id, person_id, app_id, domain, path, name)
      do update set cookie = excluded.cookie, expires_at = excluded.expires_at`.execute(sql);
}
