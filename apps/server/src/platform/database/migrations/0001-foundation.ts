import { sql as text } from "kysely";
import type { Sql } from "../database.ts";

/**
 * The first schema. Every table of a tenant leads its primary key with `tenant_id` and no query crosses tenants, so
 * that the database can be sharded by an existing engine without touching the code.
 */
export async function up(db: Sql): Promise<void> {
  await text
    .raw(`
create table setup_link (
  one boolean primary key default true check (one),
  token_hash bytea not null,
  created_at timestamptz not null default now()
);

create table tenant (
  tenant_id uuid primary key,
  display_name text not null,
  domain text not null unique,
  cloud text not null check (cloud in ('worldwide', 'gcc', 'gcch', 'dod')),
  created_at timestamptz not null default now()
);

create table person (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  upn text not null check (upn = lower(upn)),
  display_name text not null,
  password_hash text,
  created_at timestamptz not null default now(),
  primary key (tenant_id, person_id),
  unique (tenant_id, upn)
);

create index person_by_name on person (tenant_id, lower(display_name), person_id);

create table person_role (
  tenant_id uuid not null,
  person_id uuid not null,
  role text not null,
  primary key (tenant_id, person_id, role),
  foreign key (tenant_id, person_id) references person on delete cascade
);

create table session (
  tenant_id uuid not null,
  session_hash bytea not null,
  person_id uuid not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (tenant_id, session_hash),
  foreign key (tenant_id, person_id) references person on delete cascade
);
create index session_expiry on session (expires_at);

create table sign_in_failure (
  subject text not null,
  window_start timestamptz not null,
  failures integer not null,
  primary key (subject, window_start)
);

create table team (
  tenant_id uuid not null references tenant,
  team_id uuid not null,
  display_name text not null,
  description text not null default '',
  created_at timestamptz not null default now(),
  primary key (tenant_id, team_id)
);

create index team_by_name on team (tenant_id, lower(display_name), team_id);

create table team_member (
  tenant_id uuid not null,
  team_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('owner', 'member')),
  primary key (tenant_id, team_id, person_id),
  foreign key (tenant_id, team_id) references team on delete cascade,
  foreign key (tenant_id, person_id) references person on delete cascade
);
create index team_member_person on team_member (tenant_id, person_id);

create table channel (
  tenant_id uuid not null,
  channel_id uuid not null,
  team_id uuid not null,
  display_name text not null,
  is_general boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (tenant_id, channel_id),
  foreign key (tenant_id, team_id) references team on delete cascade
);
create unique index channel_name on channel (tenant_id, team_id, lower(display_name));

create table tenant_setting (
  tenant_id uuid not null references tenant,
  name text not null,
  value jsonb not null,
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (tenant_id, name)
);

create table app_status (
  tenant_id uuid not null references tenant,
  app_id uuid not null,
  status text not null check (status in ('allowed', 'blocked')),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (tenant_id, app_id)
);

create table content (
  tenant_id uuid not null references tenant,
  sha256 bytea not null,
  media_type text not null,
  bytes bytea not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, sha256)
);
-- Packages and pictures are compressed already.
alter table content alter column bytes set storage external;

create table app (
  tenant_id uuid not null references tenant,
  app_id uuid not null,
  external_id text not null,
  distribution text not null check (distribution in ('store', 'organization', 'sideloaded')),
  current_definition_id uuid not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, app_id),
  unique (tenant_id, external_id)
);

create table app_definition (
  tenant_id uuid not null,
  definition_id uuid not null,
  app_id uuid not null,
  version text not null,
  publishing_state text not null check (publishing_state in ('submitted', 'published', 'rejected')),
  display_name text not null,
  short_description text not null,
  full_description text not null,
  publisher_name text not null,
  accent_color text not null,
  manifest jsonb not null,
  package_sha256 bytea not null,
  color_icon_sha256 bytea not null,
  outline_icon_sha256 bytea not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, definition_id),
  unique (tenant_id, app_id, version),
  foreign key (tenant_id, app_id) references app on delete cascade deferrable initially deferred
);
create index app_definition_name on app_definition (tenant_id, lower(display_name));

create table definition_transition (
  tenant_id uuid not null,
  app_id uuid not null,
  from_definition_id uuid not null,
  to_definition_id uuid not null,
  consent_required boolean not null,
  rule_set text not null,
  reasons jsonb not null,
  primary key (tenant_id, app_id, from_definition_id, to_definition_id),
  foreign key (tenant_id, app_id) references app on delete cascade
);

create table installation (
  tenant_id uuid not null references tenant,
  installation_id uuid not null,
  app_id uuid not null,
  scope text not null check (scope in ('personal', 'team', 'chat', 'channel')),
  target_id uuid not null,
  accepted_definition_id uuid not null,
  installed_by uuid,
  installed_at timestamptz not null default now(),
  primary key (tenant_id, installation_id),
  unique (tenant_id, scope, target_id, app_id)
);
create index installation_app on installation (tenant_id, app_id, accepted_definition_id);

create table consent (
  tenant_id uuid not null references tenant,
  consent_id uuid not null,
  app_id uuid not null,
  definition_id uuid not null,
  scope text not null check (scope in ('personal', 'team', 'organization')),
  target_id uuid not null,
  permissions jsonb not null,
  granted_by uuid,
  granted_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (tenant_id, consent_id)
);
create index consent_in_force on consent (tenant_id, app_id, scope, target_id) where withdrawn_at is null;

create table connector_configuration (
  tenant_id uuid not null references tenant,
  configuration_id uuid not null,
  team_id uuid not null,
  channel_id uuid not null,
  app_id uuid not null,
  connector_id text not null,
  state text not null check (state in ('draft', 'active', 'removed')),
  author_name text not null,
  author_icon bytea,
  settings jsonb not null default '{}',
  configured_by uuid,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (tenant_id, configuration_id)
);
create index connector_configuration_channel on connector_configuration (tenant_id, channel_id, state);
create index connector_configuration_app on connector_configuration (tenant_id, app_id, team_id);
create index connector_configuration_draft on connector_configuration (created_at) where state = 'draft';

create table webhook (
  tenant_id uuid not null,
  webhook_key text not null,
  configuration_id uuid not null,
  owner_id uuid not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (tenant_id, webhook_key),
  foreign key (tenant_id, configuration_id) references connector_configuration on delete cascade
);
create index webhook_configuration on webhook (tenant_id, configuration_id);

create table message (
  tenant_id uuid not null,
  channel_id uuid not null,
  message_id uuid not null,
  configuration_id uuid not null,
  author_name text not null,
  author_icon bytea,
  summary text not null,
  body text not null,
  primary key (tenant_id, channel_id, message_id)
) partition by range (message_id);

create table event_stream (
  tenant_id uuid primary key references tenant,
  position bigint not null
);

create table event (
  tenant_id uuid not null,
  position bigint not null,
  occurred_at timestamptz not null default now(),
  operation text not null,
  actor_kind text not null,
  actor_id uuid,
  team_id uuid,
  channel_id uuid,
  app_id uuid,
  subject_id uuid,
  request_id text,
  detail jsonb,
  primary key (tenant_id, position, occurred_at)
) partition by range (occurred_at);
`)
    .execute(db);
}
