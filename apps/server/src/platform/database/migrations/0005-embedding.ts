import { sql as text } from "kysely";
import type { Sql } from "../database.ts";

/** Pages that are shown through Parvis, on an origin of their app: which apps, who may see them now, and their cookies. */
export async function up(db: Sql): Promise<void> {
  await text
    .raw(`
create table app_embedding (
  tenant_id uuid not null references tenant,
  app_id uuid not null,
  mode text not null check (mode in ('direct', 'legacy')),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (tenant_id, app_id)
);

create table embedding_session (
  tenant_id uuid not null,
  session_id uuid not null,
  -- Null until the ticket that leads here is used, which it can be once.
  secret_hash bytea,
  -- Ends with the session of the client that opened it.
  client_session bytea not null,
  person_id uuid not null,
  app_id uuid not null,
  label text not null,
  upstream text not null,
  configuration_url text not null,
  valid_domains jsonb not null,
  ancestors jsonb not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (tenant_id, session_id),
  foreign key (tenant_id, client_session) references session on delete cascade
);
create index embedding_session_client on embedding_session (tenant_id, client_session);
create index embedding_session_person on embedding_session (tenant_id, person_id, app_id);
create index embedding_session_expiry on embedding_session (expires_at);

create table embedding_cookie (
  tenant_id uuid not null,
  person_id uuid not null,
  app_id uuid not null,
  domain text not null,
  path text not null,
  name text not null,
  cookie jsonb not null,
  expires_at timestamptz not null,
  primary key (tenant_id, person_id, app_id, domain, path, name),
  foreign key (tenant_id, person_id) references person on delete cascade
);
create index embedding_cookie_expiry on embedding_cookie (expires_at);
`)
    .execute(db);
}
