import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import type { RateLimit, WebhookMode } from "./rate-limit.rules.ts";

/** What may be changed about a webhook by hand; what is undefined stays. */
export interface WebhookChange {
  readonly authorName?: string | undefined;
  readonly authorIcon?: Buffer | null | undefined;
  readonly mode?: WebhookMode | undefined;
  readonly rateLimits?: readonly RateLimit[] | null | undefined;
}

export async function changeConfiguration(
  sql: Sql,
  tenantId: string,
  id: string,
  change: WebhookChange,
): Promise<void> {
  const { authorName, authorIcon, mode, rateLimits } = change;
  const limits = rateLimits === undefined || rateLimits === null ? null : JSON.stringify(rateLimits);
  await text`
    update connector_configuration set changed_at = now(),
      author_name = coalesce(${authorName ?? null}, author_name),
      author_icon = case when ${authorIcon !== undefined} then ${authorIcon ?? null}::bytea else author_icon end,
      mode = coalesce(${mode ?? null}, mode),
      rate_limits = case when ${rateLimits !== undefined} then ${limits}::jsonb else rate_limits end
    where tenant_id = ${tenantId} and configuration_id = ${id}`.execute(sql);
}

/** Lets the address that stands work until a moment; the next one is inserted in the same transaction. */
export async function expireCurrent(sql: Sql, tenantId: string, configurationId: string, until: Date): Promise<void> {
  await text`
    update webhook set expires_at = ${until}
    where tenant_id = ${tenantId} and configuration_id = ${configurationId} and revoked_at is null and expires_at is null`.execute(
    sql,
  );
}

/** Ends the addresses that were replaced and still work. @returns how many. */
export async function revokePrevious(sql: Sql, tenantId: string, configurationId: string, now: Date): Promise<number> {
  const { rows } = await text`
    update webhook set revoked_at = ${now}
    where tenant_id = ${tenantId} and configuration_id = ${configurationId} and revoked_at is null and expires_at > ${now}
    returning 1`.execute(sql);
  return rows.length;
}

export interface PreviousAddress {
  readonly worksUntil: Date;
  readonly lastUsedAt: Date | null;
}

/** Addresses that were replaced and still work, the newest first. */
export async function listPrevious(
  sql: Sql,
  tenantId: string,
  configurationId: string,
  now: Date,
): Promise<PreviousAddress[]> {
  const { rows } = await text<PreviousAddress>`
    select expires_at as "worksUntil", last_used_at as "lastUsedAt" from webhook
    where tenant_id = ${tenantId} and configuration_id = ${configurationId} and revoked_at is null and expires_at > ${now}
    order by created_at desc limit 20`.execute(sql);
  return rows;
}

/** When keys were used last, for many at once: never a write a post. */
export async function writeUses(sql: Sql, uses: readonly { tenantId: string; key: string; at: Date }[]): Promise<void> {
  await text`
    update webhook w set last_used_at = greatest(w.last_used_at, u.at)
    from unnest(${uses.map((use) => use.tenantId)}::uuid[], ${uses.map((use) => use.key)}::text[], ${uses.map((use) => use.at)}::timestamptz[])
      as u(tenant_id, webhook_key, at)
    where w.tenant_id = u.tenant_id and w.webhook_key = u.webhook_key`.execute(sql);
}
