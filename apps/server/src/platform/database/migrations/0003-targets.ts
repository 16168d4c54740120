import { sql as text } from "kysely";
import type { Sql } from "../database.ts";

/**
 * Where cards go besides a channel: mail and relays, and what became of each card on its way there. Configurations
 * without a channel (a mailbox, a group) have targets only.
 */
export async function up(db: Sql): Promise<void> {
  await text
    .raw(`
alter table team add column mail_address text;

alter table connector_configuration alter column team_id drop not null, alter column channel_id drop not null;
alter table delivery alter column channel_id drop not null;
create index webhook_owner on webhook (tenant_id, owner_id) where revoked_at is null and expires_at is null;

create table connector_target (
  tenant_id uuid not null,
  target_id uuid not null,
  configuration_id uuid not null,
  kind text not null check (kind in ('groups', 'mail', 'relay')),
  -- Of a relay its URL, which is a secret; of a mailbox its address; a group's follows from its team.
  address text,
  format text check (format in ('workflows', 'slack', 'json')),
  secret bytea,
  previous_secret bytea,
  previous_secret_until timestamptz,
  unsubscribe_key bytea not null,
  state text not null default 'active' check (state in ('active', 'stopped')),
  stop_reason text check (stop_reason in ('byHand', 'failing', 'refusing', 'gone', 'unsubscribed')),
  language text not null default 'en' check (language in ('en', 'fr')),
  failures integer not null default 0,
  refused_in_a_row integer not null default 0,
  failing_since timestamptz,
  next_attempt_at timestamptz,
  last_attempt_at timestamptz,
  last_delivered_at timestamptz,
  last_answer text,
  created_by uuid,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (tenant_id, target_id),
  foreign key (tenant_id, configuration_id) references connector_configuration on delete cascade
);
create index connector_target_configuration on connector_target (tenant_id, configuration_id);

-- Of a configuration, so that it outlives the target that the mail came from.
create table mail_suppression (
  tenant_id uuid not null,
  configuration_id uuid not null,
  address text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, configuration_id, address),
  foreign key (tenant_id, configuration_id) references connector_configuration on delete cascade
);

-- A card as it was accepted, once for all its targets: a channel may show an edited one, or none at all.
create table target_card (
  tenant_id uuid not null,
  card_id uuid not null,
  configuration_id uuid not null,
  author_name text not null,
  summary text not null,
  body text not null,
  primary key (tenant_id, card_id)
) partition by range (card_id);

create table target_delivery (
  tenant_id uuid not null,
  target_id uuid not null,
  card_id uuid not null,
  state text not null check (state in ('pending', 'delivered', 'dead')),
  queued_at timestamptz not null default now(),
  attempts integer not null default 0,
  last_attempt_at timestamptz,
  status integer,
  answer text,
  recipients jsonb,
  primary key (tenant_id, target_id, card_id)
) partition by range (card_id);
create index target_delivery_open on target_delivery (tenant_id, target_id, state, card_id) where state <> 'delivered';
`)
    .execute(db);
}
