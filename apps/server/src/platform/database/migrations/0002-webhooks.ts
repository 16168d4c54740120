import { sql as text } from "kysely";
import type { Sql } from "../database.ts";

/**
 * Webhooks of their own: made directly in a channel, with a mode, limits, keys that follow each other, and a log of
 * what was posted. `delivery` is partitioned by its id, which begins with the time; retention drops partitions.
 */
export async function up(db: Sql): Promise<void> {
  await text
    .raw(`
alter table connector_configuration
  add column kind text not null default 'connector' check (kind in ('connector', 'incoming')),
  add column mode text not null default 'compatible' check (mode in ('compatible', 'strict')),
  add column rate_limits jsonb,
  alter column app_id drop not null,
  add check ((kind = 'incoming') = (app_id is null));
create index connector_configuration_team on connector_configuration (tenant_id, team_id, configuration_id) where state = 'active';

alter table webhook
  add column expires_at timestamptz,
  add column last_used_at timestamptz;
create unique index webhook_current on webhook (tenant_id, configuration_id) where revoked_at is null and expires_at is null;

-- One row a webhook, changed in place by every batch of posts: counts of the windows that stand, one after the other.
create table rate_window (
  tenant_id uuid not null,
  configuration_id uuid not null,
  seconds integer[] not null,
  maxima integer[] not null,
  windows bigint[] not null,
  counts integer[] not null,
  granted integer not null,
  primary key (tenant_id, configuration_id)
) with (fillfactor = 20);

create table delivery (
  tenant_id uuid not null,
  configuration_id uuid not null,
  delivery_id uuid not null,
  channel_id uuid not null,
  verdict text not null check (verdict in ('accepted', 'throttled', 'refused')),
  reason text,
  mode text not null,
  content_type text,
  user_agent text,
  size integer not null,
  body text,
  again_of uuid,
  sent_by uuid,
  primary key (tenant_id, configuration_id, delivery_id)
) partition by range (delivery_id);
create index delivery_not_accepted on delivery (tenant_id, configuration_id, delivery_id) where verdict <> 'accepted';
`)
    .execute(db);
}
