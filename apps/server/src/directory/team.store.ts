import { type RawBuilder, sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import { literalLike } from "../platform/database/like.ts";
import type { TeamRole } from "./team.rules.ts";

export interface Team {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
}

export interface Channel {
  readonly id: string;
  readonly teamId: string;
  readonly displayName: string;
  readonly isGeneral: boolean;
}

export interface Member {
  readonly personId: string;
  readonly upn: string;
  readonly displayName: string;
  readonly role: TeamRole;
}

type TeamTables = {
  team: { tenant_id: string; team_id: string; display_name: string; description: string };
  team_member: { tenant_id: string; team_id: string; person_id: string; role: TeamRole };
  channel: { tenant_id: string; channel_id: string; team_id: string; display_name: string; is_general: boolean };
};

const teamColumns = ["team.team_id as id", "team.display_name as displayName", "team.description"] as const;
const channelColumns = [
  "channel_id as id",
  "team_id as teamId",
  "display_name as displayName",
  "is_general as isGeneral",
] as const;

export async function insertTeam(sql: Sql, tenantId: string, team: Team): Promise<void> {
  await sql
    .withTables<TeamTables>()
    .insertInto("team")
    .values({ tenant_id: tenantId, team_id: team.id, display_name: team.displayName, description: team.description })
    .execute();
}

/** @returns false when the team has a channel of that name, whatever its case. */
export async function insertChannel(sql: Sql, tenantId: string, channel: Channel): Promise<boolean> {
  const inserted = await sql
    .withTables<TeamTables>()
    .insertInto("channel")
    .values({
      tenant_id: tenantId,
      channel_id: channel.id,
      team_id: channel.teamId,
      display_name: channel.displayName,
      is_general: channel.isGeneral,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** Adds somebody, or changes the role they have. */
export async function putMember(
  sql: Sql,
  tenantId: string,
  teamId: string,
  personId: string,
  role: TeamRole,
): Promise<void> {
  await sql
    .withTables<TeamTables>()
    .insertInto("team_member")
    .values({ tenant_id: tenantId, team_id: teamId, person_id: personId, role })
    .onConflict((conflict) => conflict.columns(["tenant_id", "team_id", "person_id"]).doUpdateSet({ role }))
    .execute();
}

export async function deleteMember(sql: Sql, tenantId: string, teamId: string, personId: string): Promise<boolean> {
  const deleted = await sql
    .withTables<TeamTables>()
    .deleteFrom("team_member")
    .where("tenant_id", "=", tenantId)
    .where("team_id", "=", teamId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}

export async function countOwners(sql: Sql, tenantId: string, teamId: string): Promise<number> {
  const { rows } = await text<{ count: number }>`
    select count(*) as count from team_member where tenant_id = ${tenantId} and team_id = ${teamId} and role = 'owner'`.execute(
    sql,
  );
  return rows[0]?.count ?? 0;
}

export async function findTeam(sql: Sql, tenantId: string, teamId: string): Promise<Team | undefined> {
  return await sql
    .withTables<TeamTables>()
    .selectFrom("team")
    .select(teamColumns)
    .where("tenant_id", "=", tenantId)
    .where("team_id", "=", teamId)
    .executeTakeFirst();
}

/** Names of teams and of channels by id, in one query. Unknown ids are left out. */
export async function findPlaceNames(
  sql: Sql,
  tenantId: string,
  ids: { teams: readonly string[]; channels: readonly string[] },
): Promise<{ teams: Map<string, string>; channels: Map<string, string> }> {
  const { rows } = await text<{ kind: "team" | "channel"; id: string; name: string }>`
    select 'team' as kind, team_id as id, display_name as name from team
      where tenant_id = ${tenantId} and team_id = any(${[...ids.teams]}::uuid[])
    union all
    select 'channel', channel_id, display_name from channel
      where tenant_id = ${tenantId} and channel_id = any(${[...ids.channels]}::uuid[])`.execute(sql);
  const of = (kind: string) =>
    new Map(rows.filter((row) => row.kind === kind).map(({ id, name }) => [id, name] as const));
  return { teams: of("team"), channels: of("channel") };
}

/** A team as a Microsoft 365 group, which has an alias beside its name. */
export interface Group extends Team {
  readonly alias: string;
  /** Null: the alias at the organisation's domain. */
  readonly mail: string | null;
}

/** Letters and digits of the name, as Exchange makes them; a name without any gives the id. */
const alias = text`coalesce(nullif(regexp_replace(display_name, '[^A-Za-z0-9]', '', 'g'), ''), team_id::text)`;
const group = text`team_id as id, display_name as "displayName", description, ${alias} as alias, mail_address as mail`;

/** The groups that a text may stand for: an id, an alias, an address of that alias, or a name. At most three. */
export async function findGroups(
  sql: Sql,
  tenantId: string,
  identity: { id: string | undefined; text: string; aliasOfAddress: string | undefined },
): Promise<Group[]> {
  const { rows } = await text<Group>`
    select ${group} from team where tenant_id = ${tenantId} and (team_id = ${identity.id ?? null}::uuid
      or lower(display_name) = lower(${identity.text}) or lower(${alias}) = lower(${identity.text})
      or lower(${alias}) = lower(${identity.aliasOfAddress ?? null}::text) or lower(mail_address) = lower(${identity.text}))
    order by team_id limit 3`.execute(sql);
  return rows;
}

/** A page of groups in order of name; one row more than the limit. */
export async function listGroups(
  sql: Sql,
  tenantId: string,
  page: { limit: number; after: readonly string[] | undefined; search: string | undefined },
): Promise<Group[]> {
  const like = `${literalLike((page.search ?? "").toLowerCase())}%`;
  const matching =
    page.search === undefined ? text`` : text`and (lower(display_name) like ${like} or lower(${alias}) like ${like})`;
  const after =
    page.after === undefined
      ? text``
      : text`and (lower(display_name), team_id) > (${page.after[0]}, ${page.after[1]}::uuid)`;
  const { rows } = await text<Group>`
    select ${group} from team where tenant_id = ${tenantId} ${matching} ${after}
    order by lower(display_name), team_id limit ${page.limit + 1}`.execute(sql);
  return rows;
}

export async function findTeamByName(sql: Sql, tenantId: string, displayName: string): Promise<Team | undefined> {
  return await sql
    .withTables<TeamTables>()
    .selectFrom("team")
    .select(teamColumns)
    .where("tenant_id", "=", tenantId)
    .where("display_name", "=", displayName)
    .orderBy("team_id")
    .executeTakeFirst();
}

export async function findChannel(sql: Sql, tenantId: string, channelId: string): Promise<Channel | undefined> {
  return await sql
    .withTables<TeamTables>()
    .selectFrom("channel")
    .select(channelColumns)
    .where("tenant_id", "=", tenantId)
    .where("channel_id", "=", channelId)
    .executeTakeFirst();
}

/** The channels of several teams in one query. */
export async function listChannels(sql: Sql, tenantId: string, teamIds: readonly string[]): Promise<Channel[]> {
  if (teamIds.length === 0) return [];
  return await sql
    .withTables<TeamTables>()
    .selectFrom("channel")
    .select(channelColumns)
    .where("tenant_id", "=", tenantId)
    .where("team_id", "in", [...teamIds])
    .execute();
}

export async function findRole(
  sql: Sql,
  tenantId: string,
  teamId: string,
  personId: string,
): Promise<TeamRole | undefined> {
  const found = await sql
    .withTables<TeamTables>()
    .selectFrom("team_member")
    .select("role")
    .where("tenant_id", "=", tenantId)
    .where("team_id", "=", teamId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return found?.role;
}

/** A switch as it stands; nobody and never for a default. */
export interface TeamSwitch {
  readonly value: boolean;
  readonly setBy: string | null;
  readonly setAt: Date | null;
}

/** What a team's owners decide about it. */
export interface TeamSettings {
  /** Whether members, who are no owners, upload custom apps for the team. */
  readonly membersMayUpload: TeamSwitch;
}

interface SettingsRow {
  id: string;
  value: boolean;
  setBy: string | null;
  setAt: Date | null;
}

const settingColumns = text`t.members_may_upload as value, t.members_may_upload_set_by as "setBy",
  t.members_may_upload_set_at as "setAt"`;

/** Of several teams in one query. */
export async function findSettings(
  sql: Sql,
  tenantId: string,
  teamIds: readonly string[],
): Promise<Map<string, TeamSettings>> {
  const { rows } = await text<SettingsRow>`select t.team_id as id, ${settingColumns} from team t
    where t.tenant_id = ${tenantId} and t.team_id = any(${[...teamIds]}::uuid[])`.execute(sql);
  return new Map(rows.map(({ id, ...membersMayUpload }) => [id, { membersMayUpload }]));
}

export async function setMembersMayUpload(
  sql: Sql,
  tenantId: string,
  teamId: string,
  { value, setBy, setAt }: TeamSwitch,
): Promise<void> {
  await text`update team set members_may_upload = ${value}, members_may_upload_set_by = ${setBy},
    members_may_upload_set_at = ${setAt} where tenant_id = ${tenantId} and team_id = ${teamId}`.execute(sql);
}

/** Undefined when they are not in the team. */
export async function findStanding(
  sql: Sql,
  tenantId: string,
  teamId: string,
  personId: string,
): Promise<(TeamSettings & { readonly owner: boolean }) | undefined> {
  const { rows } = await text<Omit<SettingsRow, "id"> & { owner: boolean }>`
    select m.role = 'owner' as owner, ${settingColumns}
    from team_member m join team t on t.tenant_id = m.tenant_id and t.team_id = m.team_id
    where m.tenant_id = ${tenantId} and m.team_id = ${teamId} and m.person_id = ${personId}`.execute(sql);
  const [found] = rows;
  if (found === undefined) return undefined;
  const { owner, ...membersMayUpload } = found;
  return { owner, membersMayUpload };
}

/** Ids and roles of a whole team; small rows, for applying a bootstrap file. */
export async function listRoles(
  sql: Sql,
  tenantId: string,
  teamId: string,
): Promise<{ personId: string; role: TeamRole }[]> {
  return await sql
    .withTables<TeamTables>()
    .selectFrom("team_member")
    .select(["person_id as personId", "role"])
    .where("tenant_id", "=", tenantId)
    .where("team_id", "=", teamId)
    .execute();
}

/** Who is in which team, as a relation of `team_id`, `person_id` and `role` for other areas' queries. */
export function teamMembershipRelation(tenantId: string): RawBuilder<unknown> {
  return text`(select team_id, person_id, role from team_member where tenant_id = ${tenantId}::uuid)`;
}

/** Teams, as a relation of `team_id` and `display_name` for other areas' queries. */
export function teamRelation(tenantId: string): RawBuilder<unknown> {
  return text`(select team_id, display_name from team where tenant_id = ${tenantId}::uuid)`;
}

/** Ids of the teams somebody is in. */
export async function teamIdsOf(sql: Sql, tenantId: string, personId: string): Promise<string[]> {
  const rows = await sql
    .withTables<TeamTables>()
    .selectFrom("team_member")
    .select("team_id as id")
    .where("tenant_id", "=", tenantId)
    .where("person_id", "=", personId)
    .execute();
  return rows.map((row) => row.id);
}

export interface TeamPage {
  readonly limit: number;
  readonly after: readonly string[] | undefined;
  readonly search: string | undefined;
  /** Only teams this person is in; undefined for all. */
  readonly memberId: string | undefined;
}

/** A page of teams in order of name, with the asking person's role; one row more than the limit. */
export async function listTeams(
  sql: Sql,
  tenantId: string,
  personId: string,
  page: TeamPage,
): Promise<(Team & { role: TeamRole | null })[]> {
  let query = sql
    .withTables<TeamTables>()
    .selectFrom("team")
    .leftJoin("team_member", (join) =>
      join
        .onRef("team_member.tenant_id", "=", "team.tenant_id")
        .onRef("team_member.team_id", "=", "team.team_id")
        .on("team_member.person_id", "=", personId),
    )
    .select(teamColumns)
    .select("team_member.role")
    .where("team.tenant_id", "=", tenantId);
  if (page.memberId !== undefined) query = query.where("team_member.person_id", "=", page.memberId);
  if (page.search !== undefined) {
    const like = `%${literalLike(page.search.toLowerCase())}%`;
    query = query.where(text<boolean>`lower(team.display_name) like ${like}`);
  }
  if (page.after !== undefined) {
    query = query.where(
      text<boolean>`(lower(team.display_name), team.team_id) > (${page.after[0]}, ${page.after[1]}::uuid)`,
    );
  }
  return await query
    .orderBy(text`lower(team.display_name)`)
    .orderBy("team.team_id")
    .limit(page.limit + 1)
    .execute();
}

/** A page of a team's members in order of name; one row more than the limit. */
export async function listMembers(
  sql: Sql,
  tenantId: string,
  teamId: string,
  page: { limit: number; after: readonly string[] | undefined },
): Promise<Member[]> {
  const after =
    page.after === undefined
      ? text``
      : text`and (lower(p.display_name), p.person_id) > (${page.after[0]}, ${page.after[1]}::uuid)`;
  const { rows } = await text<Member>`
    select p.person_id as "personId", p.upn, p.display_name as "displayName", m.role
    from team_member m join person p on p.tenant_id = m.tenant_id and p.person_id = m.person_id
    where m.tenant_id = ${tenantId} and m.team_id = ${teamId} ${after}
    order by lower(p.display_name), p.person_id limit ${page.limit + 1}`.execute(sql);
  return rows;
}

/** The address that mail for a whole team goes to; null when each member gets their own. Undefined for no such team. */
export async function findMailAddress(sql: Sql, tenantId: string, teamId: string): Promise<string | null | undefined> {
  const { rows } = await text<{ address: string | null }>`
    select mail_address as address from team where tenant_id = ${tenantId} and team_id = ${teamId}`.execute(sql);
  return rows[0]?.address;
}

export async function setMailAddress(
  sql: Sql,
  tenantId: string,
  teamId: string,
  address: string | null,
): Promise<void> {
  await text`update team set mail_address = ${address} where tenant_id = ${tenantId} and team_id = ${teamId}`.execute(
    sql,
  );
}
