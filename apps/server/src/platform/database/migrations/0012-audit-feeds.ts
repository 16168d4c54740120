import { sql as text } from "kysely";
import type { Sql } from "../database.ts";

/** Graph's audit queries, and the subscriptions and content of the Management Activity feed. */
export async function up(db: Sql): Promise<void> {
  await text
    .raw(`
create table audit_query (
  tenant_id uuid not null references tenant,
  query_id uuid not null,
  owner_id uuid not null,
  request jsonb not null,
  status text not null check (status in ('notStarted', 'running', 'succeeded', 'failed')),
  up_to_sequence bigint not null,
  found bigint,
  created_at timestamptz not null default now(),
  primary key (tenant_id, query_id)
);
create index audit_query_owner on audit_query (tenant_id, owner_id, query_id);
create index audit_query_age on audit_query (created_at);

create table audit_subscription (
  tenant_id uuid not null references tenant,
  client_id uuid not null,
  content_type text not null,
  enabled boolean not null,
  last_sequence bigint not null,
  webhook jsonb,
  primary key (tenant_id, client_id, content_type)
);

create table audit_content (
  tenant_id uuid not null,
  content_id uuid not null,
  client_id uuid not null,
  content_type text not null,
  created_at timestamptz not null,
  after_sequence bigint not null,
  up_to_sequence bigint not null,
  attempts integer not null default 0,
  notified_at timestamptz,
  notification_status text,
  primary key (tenant_id, content_id),
  foreign key (tenant_id, client_id, content_type) references audit_subscription on delete cascade
);
create index audit_content_listed on audit_content (tenant_id, client_id, content_type, created_at, content_id);
create index audit_content_age on audit_content (created_at);
`)
    .execute(db);
}
