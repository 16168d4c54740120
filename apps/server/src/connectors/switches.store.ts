import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import { type SwitchInForce, type TeamSwitches, type TeamSwitchName, teamDefaults } from "./switches.rules.ts";

/** A team's switches, defaults filled in. */
export async function findTeamSwitches(sql: Sql, tenantId: string, teamId: string): Promise<TeamSwitches> {
  const { rows } = await text<SwitchInForce & { name: TeamSwitchName }>`
    select name, value, set_by as "setBy", set_at as "setAt" from team_connector_setting
    where tenant_id = ${tenantId} and team_id = ${teamId}`.execute(sql);
  return { ...teamDefaults, ...Object.fromEntries(rows.map(({ name, ...held }) => [name, held])) };
}

/** The switches of several teams in one query; who has set nothing has no entry. */
export async function findManyTeamSwitches(
  sql: Sql,
  tenantId: string,
  teamIds: readonly string[],
): Promise<Map<string, TeamSwitches>> {
  const found = new Map<string, TeamSwitches>();
  if (teamIds.length === 0) return found;
  const { rows } = await text<SwitchInForce & { teamId: string; name: TeamSwitchName }>`
    select team_id as "teamId", name, value, set_by as "setBy", set_at as "setAt" from team_connector_setting
    where tenant_id = ${tenantId} and team_id = any(${[...teamIds]}::uuid[])`.execute(sql);
  for (const { teamId, name, ...held } of rows)
    found.set(teamId, { ...(found.get(teamId) ?? teamDefaults), [name]: held });
  return found;
}

export async function putTeamSwitch(
  sql: Sql,
  tenantId: string,
  teamId: string,
  name: TeamSwitchName,
  value: boolean,
  setBy: string | null,
): Promise<void> {
  await text`
    insert into team_connector_setting (tenant_id, team_id, name, value, set_by)
    values (${tenantId}, ${teamId}, ${name}, ${value}, ${setBy}::uuid)
    on conflict (tenant_id, team_id, name) do update set value = excluded.value, set_by = excluded.set_by, set_at = now()`.execute(
    sql,
  );
}

/** How many teams have switched their connectors off. */
export async function countTeamsOff(sql: Sql, tenantId: string): Promise<number> {
  const { rows } = await text<{ count: number }>`
    select count(*) as count from team_connector_setting
    where tenant_id = ${tenantId} and name = 'connectorsEnabled' and not value`.execute(sql);
  return rows[0]?.count ?? 0;
}

/** How many configured connectors and webhooks there are, in how many teams: of one team or of all. */
export async function countInUse(
  sql: Sql,
  tenantId: string,
  teamId?: string,
): Promise<{ webhooks: number; teams: number }> {
  const team = teamId === undefined ? text`` : text`and team_id = ${teamId}`;
  const { rows } = await text<{ webhooks: number; teams: number }>`
    select count(*) as webhooks, count(distinct team_id) as teams from connector_configuration
    where tenant_id = ${tenantId} and state = 'active' ${team}`.execute(sql);
  return rows[0] ?? { webhooks: 0, teams: 0 };
}
