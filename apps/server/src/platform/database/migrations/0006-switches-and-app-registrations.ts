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
`)
    .execute(db);
}
