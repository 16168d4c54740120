import { sql as text } from "kysely";
import type { Sql } from "../database.ts";

/** Cards that change when their buttons are pressed, the presses, and the pictures that are fetched for readers. */
export async function up(db: Sql): Promise<void> {
  await text
    .raw(`
alter table message
  add column revision integer not null default 0,
  add column card_revision integer not null default 0,
  add column statuses jsonb;

create table card_press (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  press_id uuid not null,
  channel_id uuid not null,
  message_id uuid not null,
  sameness bytea not null,
  revision integer not null,
  state text not null check (state in ('running', 'done', 'failed')),
  failure jsonb,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (tenant_id, person_id, press_id)
);
create index card_press_same on card_press (tenant_id, person_id, sameness, started_at);
create index card_press_recent on card_press (tenant_id, person_id, started_at);
create index card_press_age on card_press (started_at);

create table picture (
  tenant_id uuid not null references tenant,
  address_hash bytea not null,
  media_type text,
  bytes bytea,
  size integer not null default 0,
  refusal text,
  fetched_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_on date not null default current_date,
  primary key (tenant_id, address_hash)
);
create index picture_use on picture (used_on);
-- Pictures are compressed already.
alter table picture alter column bytes set storage external;
`)
    .execute(db);
}
