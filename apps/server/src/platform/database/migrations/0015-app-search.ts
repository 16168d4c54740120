import { sql as text } from "kysely";
import type { Sql } from "../database.ts";

/** What apps are found by when a name is mistyped, and where they work. One row an app, for its current version. */
export async function up(db: Sql): Promise<void> {
  await text
    .raw(`
create table app_search (
  tenant_id uuid not null,
  app_id uuid not null,
  -- Beginnings of the words of its names, each also with one letter left out (app-search.rules.ts).
  keys text[] not null,
  features text[] not null,
  primary key (tenant_id, app_id),
  foreign key (tenant_id, app_id) references app on delete cascade
);
create index app_search_keys on app_search using gin (keys);
`)
    .execute(db);
}
