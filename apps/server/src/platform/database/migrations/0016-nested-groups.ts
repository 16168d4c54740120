import { sql as text } from "kysely";
import type { Sql } from "../database.ts";

/** Groups within groups: which stands in which, and for each group every one below it at any depth. */
export async function up(db: Sql): Promise<void> {
  await text
    .raw(`
create table directory_group_nesting (
  tenant_id uuid not null,
  group_id uuid not null,
  nested_id uuid not null check (nested_id <> group_id),
  added_at timestamptz not null default now(),
  primary key (tenant_id, group_id, nested_id),
  foreign key (tenant_id, group_id) references directory_group on delete cascade,
  foreign key (tenant_id, nested_id) references directory_group on delete cascade
);
create index directory_group_nesting_nested on directory_group_nesting (tenant_id, nested_id, group_id);

-- Derived from the nestings in the transaction that changes one. A group is not below itself, so that an organisation
-- without groups in groups has no row here, and its questions cost what they did.
create table directory_group_closure (
  tenant_id uuid not null,
  group_id uuid not null,
  below_id uuid not null check (below_id <> group_id),
  primary key (tenant_id, group_id, below_id),
  foreign key (tenant_id, group_id) references directory_group on delete cascade,
  foreign key (tenant_id, below_id) references directory_group on delete cascade
);
create index directory_group_closure_below on directory_group_closure (tenant_id, below_id, group_id);
`)
    .execute(db);
}
