import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";

/** Where a subscriber wants to hear of new content. */
export interface FeedWebhook {
  readonly address: string;
  readonly authId: string | null;
  readonly expiration: string | null;
  /** `disabled` after too many failures: content stays to be listed. */
  readonly status: "enabled" | "disabled";
}

export interface Subscription {
  readonly clientId: string;
  readonly contentType: string;
  readonly enabled: boolean;
  readonly lastSequence: number;
  readonly webhook: FeedWebhook | null;
}

/** Some records in one piece, as the feed hands them out. */
export interface Content {
  readonly id: string;
  readonly clientId: string;
  readonly contentType: string;
  readonly createdAt: Date;
  readonly afterSequence: number;
  readonly upToSequence: number;
  readonly attempts: number;
  readonly notifiedAt: Date | null;
  readonly notificationStatus: "success" | "failed" | null;
}

const subscriptionColumns = text`client_id as "clientId", content_type as "contentType", enabled,
  last_sequence as "lastSequence", webhook from audit_subscription`;

const contentColumns = text`content_id as id, client_id as "clientId", content_type as "contentType",
  created_at as "createdAt", after_sequence as "afterSequence", up_to_sequence as "upToSequence", attempts,
  notified_at as "notifiedAt", notification_status as "notificationStatus" from audit_content`;

export async function putSubscription(sql: Sql, tenantId: string, subscription: Subscription): Promise<void> {
  const { clientId, contentType, enabled, lastSequence, webhook } = subscription;
  const written = webhook === null ? null : JSON.stringify(webhook);
  await text`insert into audit_subscription (tenant_id, client_id, content_type, enabled, last_sequence, webhook)
    values (${tenantId}, ${clientId}, ${contentType}, ${enabled}, ${lastSequence}, ${written}::jsonb)
    on conflict (tenant_id, client_id, content_type)
    do update set enabled = excluded.enabled, last_sequence = excluded.last_sequence, webhook = excluded.webhook`.execute(
    sql,
  );
}

/** A client's subscriptions: one a content type at most. */
export async function listSubscriptions(sql: Sql, tenantId: string, clientId: string): Promise<Subscription[]> {
  const { rows } = await text<Subscription>`select ${subscriptionColumns}
    where tenant_id = ${tenantId} and client_id = ${clientId} order by content_type`.execute(sql);
  return rows;
}

/** For writing: nobody else rolls it meanwhile. */
export async function takeSubscription(
  tx: Sql,
  tenantId: string,
  clientId: string,
  contentType: string,
): Promise<Subscription | undefined> {
  const { rows } = await text<Subscription>`select ${subscriptionColumns} where tenant_id = ${tenantId}
    and client_id = ${clientId} and content_type = ${contentType} for update`.execute(tx);
  return rows[0];
}

/** Enabled subscriptions of all tenants that records wait for. */
export async function listBehindSubscriptions(
  sql: Sql,
  contentType: string,
  limit: number,
): Promise<{ tenantId: string; clientId: string }[]> {
  const { rows } = await text<{ tenantId: string; clientId: string }>`
    select s.tenant_id as "tenantId", s.client_id as "clientId" from audit_subscription s
    join audit_stream a on a.tenant_id = s.tenant_id
    where s.enabled and s.content_type = ${contentType} and a.sequence > s.last_sequence limit ${limit}`.execute(sql);
  return rows;
}

export async function insertContent(
  tx: Sql,
  tenantId: string,
  content: Pick<Content, "id" | "clientId" | "contentType" | "createdAt" | "afterSequence" | "upToSequence">,
): Promise<void> {
  const { id, clientId, contentType, createdAt, afterSequence, upToSequence } = content;
  await text`insert into audit_content
      (tenant_id, content_id, client_id, content_type, created_at, after_sequence, up_to_sequence)
    values (${tenantId}, ${id}, ${clientId}, ${contentType}, ${createdAt}, ${afterSequence}, ${upToSequence})`.execute(
    tx,
  );
}

export async function findContent(sql: Sql, tenantId: string, id: string): Promise<Content | undefined> {
  const { rows } = await text<Content>`select ${contentColumns}
    where tenant_id = ${tenantId} and content_id = ${id}`.execute(sql);
  return rows[0];
}

/** Content made in a span of time, oldest first; one more than the limit tells that there is another page. */
export async function listContent(
  sql: Sql,
  tenantId: string,
  of: { clientId: string; contentType: string; from: Date; to: Date },
  page: { limit: number; after: string | undefined },
): Promise<Content[]> {
  const beyond = page.after === undefined ? text`` : text`and content_id > ${page.after}::uuid`;
  const { rows } = await text<Content>`select ${contentColumns}
    where tenant_id = ${tenantId} and client_id = ${of.clientId} and content_type = ${of.contentType}
      and created_at >= ${of.from} and created_at < ${of.to} ${beyond}
    order by content_id limit ${page.limit + 1}`.execute(sql);
  return rows;
}

export async function setNotified(
  sql: Sql,
  tenantId: string,
  id: string,
  status: "success" | "failed",
  at: Date,
): Promise<number> {
  const { rows } = await text<{ attempts: number }>`update audit_content
    set attempts = attempts + 1, notified_at = ${at}, notification_status = ${status}
    where tenant_id = ${tenantId} and content_id = ${id} returning attempts`.execute(sql);
  return rows[0]?.attempts ?? 0;
}

export async function disableWebhook(sql: Sql, tenantId: string, clientId: string, contentType: string): Promise<void> {
  await text`update audit_subscription set webhook = webhook || '{"status":"disabled"}'::jsonb where tenant_id = ${tenantId}
    and client_id = ${clientId} and content_type = ${contentType} and webhook is not null`.execute(sql);
}

/** Housekeeping over all tenants. */
export async function deleteOldContent(sql: Sql, before: Date): Promise<void> {
  await text`delete from audit_content where created_at < ${before}`.execute(sql);
}
