import { sql as text } from "kysely";
import type { Sql } from "../database.ts";

/** Groups of people, policies and whom they are assigned to, where apps are available, and requests for apps. */
export async function up(db: Sql): Promise<void> {
  await text
    .raw(`
create table directory_group (
  tenant_id uuid not null references tenant,
  group_id uuid not null,
  display_name text not null,
  description text not null default '',
  kind text not null check (kind in ('security', 'microsoft365', 'mailEnabledSecurity', 'distribution')),
  created_at timestamptz not null default now(),
  primary key (tenant_id, group_id)
);
create unique index directory_group_by_name on directory_group (tenant_id, lower(display_name));

create table directory_group_member (
  tenant_id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  added_at timestamptz not null default now(),
  primary key (tenant_id, group_id, person_id),
  foreign key (tenant_id, group_id) references directory_group on delete cascade,
  foreign key (tenant_id, person_id) references person on delete cascade
);
create index directory_group_member_person on directory_group_member (tenant_id, person_id, group_id);

-- Which state of an organisation's policies a cache holds: every change of them adds one.
create table policy_version (
  tenant_id uuid primary key references tenant,
  version bigint not null,
  changed_at timestamptz not null default now()
);

-- Facts about an app that come from the store.
alter table app add column is_microsoft boolean not null default false;
alter table app add column blocked_by_publisher boolean not null default false;
alter table app add column app_kind text not null generated always as (
  case when distribution <> 'store' then 'custom' when is_microsoft then 'microsoft' else 'thirdParty' end) stored;
create index app_external_id on app (tenant_id, lower(external_id));

create table app_availability (
  tenant_id uuid not null references tenant,
  app_id uuid not null,
  availability text not null check (availability in ('everyone', 'usersAndGroups', 'noone')),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (tenant_id, app_id)
);

create table app_available_to (
  tenant_id uuid not null,
  app_id uuid not null,
  subject_id uuid not null,
  subject_kind text not null check (subject_kind in ('person', 'group')),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (tenant_id, app_id, subject_id),
  foreign key (tenant_id, app_id) references app_availability on delete cascade
);
create index app_available_to_subject on app_available_to (tenant_id, subject_id, app_id);

-- 'settings' and the names of lists are those of Teams (contracts.md B.3, B.4).
create table policy (
  tenant_id uuid not null references tenant,
  kind text not null check (kind in ('permission', 'setup')),
  policy_id uuid not null,
  name text not null,
  description text not null default '',
  settings jsonb not null,
  created_at timestamptz not null default now(),
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (tenant_id, kind, policy_id)
);
create unique index policy_by_name on policy (tenant_id, kind, lower(name));

-- An app stands here by its id in the catalogue or by its manifest's; one that is not there is kept.
create table policy_app (
  tenant_id uuid not null,
  kind text not null,
  policy_id uuid not null,
  list text not null,
  app_ref text not null check (app_ref = lower(app_ref)),
  position integer not null,
  primary key (tenant_id, kind, policy_id, list, app_ref),
  foreign key (tenant_id, kind, policy_id) references policy on delete cascade
);
create index policy_app_ref on policy_app (tenant_id, app_ref);

create table policy_assignment_person (
  tenant_id uuid not null,
  kind text not null,
  person_id uuid not null,
  policy_id uuid not null,
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (tenant_id, kind, person_id),
  foreign key (tenant_id, person_id) references person on delete cascade
);
create index policy_assignment_person_policy on policy_assignment_person (tenant_id, kind, policy_id, person_id);

create table policy_assignment_group (
  tenant_id uuid not null,
  kind text not null,
  group_id uuid not null,
  policy_id uuid not null,
  rank integer not null check (rank > 0),
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (tenant_id, kind, group_id),
  constraint policy_assignment_rank unique (tenant_id, kind, rank) deferrable initially immediate,
  foreign key (tenant_id, group_id) references directory_group on delete cascade
);
create index policy_assignment_group_policy on policy_assignment_group (tenant_id, kind, policy_id, group_id);

create table app_request (
  tenant_id uuid not null references tenant,
  request_id uuid not null,
  app_id uuid not null,
  person_id uuid not null,
  note text not null default '',
  state text not null default 'open' check (state in ('open', 'allowed', 'dismissed')),
  asked_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  answer text not null default '',
  primary key (tenant_id, request_id),
  foreign key (tenant_id, person_id) references person on delete cascade
);
create unique index app_request_open on app_request (tenant_id, app_id, person_id) where state = 'open';
create index app_request_person on app_request (tenant_id, person_id, request_id);
`)
    .execute(db);
}
