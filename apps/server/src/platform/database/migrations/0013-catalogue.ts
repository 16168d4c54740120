import { sql as text } from "kysely";
import type { Sql } from "../database.ts";

/** Submissions, customised apps, apps uploaded for a person or a team, and what lists of apps are sorted by. */
export async function up(db: Sql): Promise<void> {
  await text
    .raw(`
-- False until a version was published: whoever does not administrate apps sees nothing of it.
alter table app add column published boolean not null default true;
-- The person or team that a sideloaded app is for.
alter table app add column sideloaded_to uuid;
alter table app add column sideloaded_scope text check (sideloaded_scope in ('personal', 'team'));
alter table app add constraint app_sideloaded check ((distribution = 'sideloaded') = (sideloaded_to is not null)
  and (sideloaded_to is null) = (sideloaded_scope is null));
-- As people see it, customised or not: lists sort and search here, and join the definitions of their page alone.
alter table app add column shown_name text not null default '';
alter table app add column shown_publisher text not null default '';
update app a set shown_name = d.display_name, shown_publisher = d.publisher_name
  from app_definition d where d.tenant_id = a.tenant_id and d.definition_id = a.current_definition_id;
create index app_by_name on app (tenant_id, lower(shown_name), app_id);
alter table app drop constraint app_tenant_id_external_id_key;
create unique index app_of_organisation on app (tenant_id, external_id) where distribution <> 'sideloaded';
create unique index app_of_somebody on app (tenant_id, sideloaded_to, external_id) where distribution = 'sideloaded';

alter table app_definition add column published_at timestamptz;
update app_definition set published_at = created_at where publishing_state = 'published';
alter table app_definition add column submitted boolean not null default false;
alter table app_definition add column decided_by uuid;
alter table app_definition add column decided_at timestamptz;
alter table app_definition add column decision_reason text not null default '';
-- A version that was published meanwhile and is not lower.
alter table app_definition add column superseded_by text;
alter table app_definition add column asks_permissions boolean not null default false;
alter table app_definition add column configurable text[] not null default '{}';
alter table app_definition add column scopes text[] not null default '{}';
update app_definition set
  asks_permissions = manifest ? 'webApplicationInfo' or manifest ? 'authorization' or manifest ? 'permissions' or manifest ? 'devicePermissions'
    or manifest ? 'bots' or manifest ? 'connectors',
  configurable = array(select jsonb_array_elements_text(coalesce(manifest->'configurableProperties', '[]')));
-- A rejected version may be submitted again.
alter table app_definition drop constraint app_definition_tenant_id_app_id_version_key;
create unique index app_definition_version on app_definition (tenant_id, app_id, version) where publishing_state <> 'rejected';
create index app_definition_of_app on app_definition (tenant_id, app_id, definition_id);
create unique index app_definition_pending on app_definition (tenant_id, app_id) where publishing_state = 'submitted';
create index app_definition_waiting on app_definition (tenant_id, definition_id) where publishing_state = 'submitted';
create index app_definition_submitter on app_definition (tenant_id, created_by, definition_id) where submitted;

create table app_customization (
  tenant_id uuid not null,
  app_id uuid not null,
  texts jsonb not null default '{}',
  color_icon_sha256 bytea,
  outline_icon_sha256 bytea,
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (tenant_id, app_id),
  foreign key (tenant_id, app_id) references app on delete cascade
);

-- The history of one app. Posts of connectors have no app in them, so this grows with what administrators and owners do.
create index event_app on event (tenant_id, app_id, position) where app_id is not null;
create index event_apps on event (tenant_id, position) where operation in ('Parvis.AppAllowed', 'Parvis.AppBlocked') and app_id is null;

-- Whether members, who are no owners, upload custom apps for the team (contracts.md B.6).
alter table team add column members_may_upload boolean not null default true;
`)
    .execute(db);
}
