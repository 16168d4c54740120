import { sql as text } from "kysely";
import type { Sql } from "../database.ts";

/** What a team has set about connectors, and programs that ask for tokens. */
export async function up(db: Sql): Promise<void> {
  await text
    .raw(`
create table team_connector_setting (
  tenant_id uuid not null,
  team_id uuid not null,
  name text not null,
  value boolean not null,
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (tenant_id, team_id, name),
  foreign key (tenant_id, team_id) references team on delete cascade
);

create table app_registration (
  tenant_id uuid not null references tenant,
  client_id uuid not null,
  object_id uuid not null,
  display_name text not null,
  public_client boolean not null default false,
  redirect_uris text[] not null default '{}',
  app_roles text[] not null default '{}',
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, client_id)
);
create index app_registration_by_name on app_registration (tenant_id, lower(display_name), client_id);

create table app_secret (
  tenant_id uuid not null,
  client_id uuid not null,
  secret_id uuid not null,
  hash text not null,
  hint text not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  primary key (tenant_id, client_id, secret_id),
  foreign key (tenant_id, client_id) references app_registration on delete cascade
);
`)
    .execute(db);
}
