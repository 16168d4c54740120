import { sql as text } from "kysely";
import type { Sql } from "../database.ts";

/** Connectors as publishers register them: what their packages are made of, and what may call and be called. */
export async function up(db: Sql): Promise<void> {
  await text
    .raw(`
create table connector_registration (
  tenant_id uuid not null references tenant,
  connector_id uuid not null,
  app_id uuid not null,
  revision integer not null default 0,
  name text not null,
  short_description text not null,
  detailed_description text not null,
  company_name text not null,
  website_url text not null,
  configuration_url text not null,
  valid_domains text[] not null,
  callback_urls text[] not null,
  actions_enabled boolean not null,
  actions_url text,
  logo bytea,
  logo_type text,
  color_icon bytea,
  created_by uuid,
  created_at timestamptz not null default now(),
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (tenant_id, connector_id)
);
create index connector_registration_name on connector_registration (tenant_id, lower(name), connector_id);
-- Pictures are compressed already.
alter table connector_registration alter column logo set storage external;
alter table connector_registration alter column color_icon set storage external;

create index connector_configuration_registration on connector_configuration (tenant_id, connector_id) where state = 'active';
`)
    .execute(db);
}
