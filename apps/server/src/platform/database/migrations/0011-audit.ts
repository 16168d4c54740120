import { sql as text } from "kysely";
import type { Sql } from "../database.ts";

/**
 * The audit log: a projection of `event` in the published record schema, with indexes of its own so that the log of
 * events stays as cheap to write as it is. `record` is text because its very bytes are hashed.
 */
export async function up(db: Sql): Promise<void> {
  await text
    .raw(`
alter table event add column client_ip inet;

create table audit_stream (
  tenant_id uuid primary key references tenant,
  position bigint not null default 0,
  enabled boolean not null default false,
  sequence bigint not null default 0,
  head bytea not null,
  day date
);

create table audit_record (
  tenant_id uuid not null,
  occurred_at timestamptz not null,
  sequence bigint not null,
  record_id uuid not null,
  operation text not null,
  person_id uuid,
  team_id uuid,
  app_id uuid,
  words tsvector not null,
  record text not null,
  hash bytea not null,
  primary key (tenant_id, occurred_at, sequence)
) partition by range (occurred_at);
-- For what happened before the first month that has a partition of its own.
create table audit_record_before partition of audit_record default;
create index audit_record_operation on audit_record (tenant_id, operation, occurred_at, sequence);
create index audit_record_person on audit_record (tenant_id, person_id, occurred_at, sequence);
-- What may be asked besides stands behind the order, so that records that have it not are passed over in the index.
create index audit_record_team on audit_record (tenant_id, team_id, occurred_at, sequence, person_id);
create index audit_record_app on audit_record (tenant_id, app_id, occurred_at, sequence, team_id, person_id);
create index audit_record_chain on audit_record (tenant_id, sequence);
create index audit_record_words on audit_record using gin (words);

create table audit_day (
  tenant_id uuid not null references tenant,
  day date not null,
  last_sequence bigint not null,
  records bigint not null,
  hash bytea not null,
  primary key (tenant_id, day)
);

create table audit_saved_search (
  tenant_id uuid not null references tenant,
  search_id uuid not null,
  person_id uuid not null,
  name text not null,
  filter jsonb not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, search_id),
  foreign key (tenant_id, person_id) references person on delete cascade
);
create index audit_saved_search_person on audit_saved_search (tenant_id, person_id, search_id);
`)
    .execute(db);
}
