import { sql as text } from "kysely";
import type { Sql } from "../database.ts";

/** Apps of people and chats beside those of teams, what people pin, and what was agreed to where. */
export async function up(db: Sql): Promise<void> {
  await text
    .raw(`
-- Given by a setup policy, until the person uses it without a row: then this says that nobody here chose it.
alter table installation add column by_policy boolean not null default false;

alter table consent drop constraint consent_scope_check;
alter table consent add constraint consent_scope_check check (scope in ('personal', 'team', 'chat', 'organization'));
alter table consent add column withdrawn_by uuid;
create index consent_of_place on consent (tenant_id, scope, target_id, consent_id) where withdrawn_at is null;
create index consent_by_grantor on consent (tenant_id, granted_by, consent_id) where withdrawn_at is null;

-- Somebody's own pins in order, and the administrator's pins that they took off. One row, so that a new order is one statement.
create table app_bar (
  tenant_id uuid not null,
  person_id uuid not null,
  pinned uuid[] not null default '{}',
  unpinned uuid[] not null default '{}',
  changed_at timestamptz not null default now(),
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person on delete cascade
);

create table chat (
  tenant_id uuid not null references tenant,
  chat_id uuid not null,
  topic text not null default '',
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, chat_id)
);

create table chat_member (
  tenant_id uuid not null,
  chat_id uuid not null,
  person_id uuid not null,
  added_at timestamptz not null default now(),
  primary key (tenant_id, chat_id, person_id),
  foreign key (tenant_id, chat_id) references chat on delete cascade,
  foreign key (tenant_id, person_id) references person on delete cascade
);
create index chat_member_person on chat_member (tenant_id, person_id, chat_id);
`)
    .execute(db);
}
