import { type RawBuilder, sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import type { Scope } from "./installation.store.ts";

/** Who has an app. */
export interface AppUsage {
  readonly personal: number;
  readonly team: number;
  readonly chat: number;
  /** People who have it for themselves or in a team. */
  readonly people: number;
}

/** @param teamMembers a relation of `team_id` and `person_id`. */
export async function countUsage(
  sql: Sql,
  tenantId: string,
  appId: string,
  teamMembers: RawBuilder<unknown>,
): Promise<AppUsage> {
  const installed = text`installation where tenant_id = ${tenantId} and app_id = ${appId}`;
  const { rows } = await text<AppUsage>`
    select count(*) filter (where scope = 'personal')::int as personal, count(*) filter (where scope = 'team')::int as team,
      count(*) filter (where scope not in ('personal', 'team'))::int as chat,
      (select count(*)::int from (
        select target_id as person_id from ${installed} and scope = 'personal'
        union
        select m.person_id from ${teamMembers} m
        where m.team_id in (select target_id from ${installed} and scope = 'team')) p) as people
    from ${installed}`.execute(sql);
  return rows[0] ?? { personal: 0, team: 0, chat: 0, people: 0 };
}

export interface PlaceWithApp {
  readonly id: string;
  readonly scope: Scope;
  readonly targetId: string;
  readonly definitionId: string;
  readonly installedBy: string | null;
  readonly installedAt: Date;
}

/** Where an app is installed, oldest first; one row more than the limit. */
export async function listPlacesWith(
  sql: Sql,
  tenantId: string,
  appId: string,
  page: { limit: number; after: readonly string[] | undefined },
): Promise<PlaceWithApp[]> {
  const beyond = page.after === undefined ? text`` : text`and installation_id > ${page.after[0]}::uuid`;
  const { rows } = await text<PlaceWithApp>`
    select installation_id as id, scope, target_id as "targetId", accepted_definition_id as "definitionId",
      installed_by as "installedBy", installed_at as "installedAt"
    from installation where tenant_id = ${tenantId} and app_id = ${appId} ${beyond}
    order by installation_id limit ${page.limit + 1}`.execute(sql);
  return rows;
}
