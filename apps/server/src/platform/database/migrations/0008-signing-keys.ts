import { sql as text } from "kysely";
import type { Sql } from "../database.ts";

/** Keys that Parvis signs its tokens with: one set for all tenants, as Entra has. */
export async function up(db: Sql): Promise<void> {
  await text
    .raw(`
create table signing_key (
  key_id text primary key,
  private_key jsonb not null,
  created_at timestamptz not null default now()
);
`)
    .execute(db);
}
