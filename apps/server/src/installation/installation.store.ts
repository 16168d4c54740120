import { type RawBuilder, sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";

export type Scope = "personal" | "team" | "chat" | "channel";

export interface Installation {
  readonly id: string;
  readonly appId: string;
  readonly scope: Scope;
  readonly targetId: string;
  readonly acceptedDefinitionId: string;
  readonly installedBy: string | null;
  readonly installedAt: Date;
  /** Whether a setup policy gave it and the person only began to use it. */
  readonly byPolicy: boolean;
}

const installationColumns = text`installation_id as id, app_id as "appId", scope, target_id as "targetId",
  accepted_definition_id as "acceptedDefinitionId", installed_by as "installedBy", installed_at as "installedAt", by_policy as "byPolicy" from installation`;

/** @returns false when the app is installed there already. */
export async function insertInstallation(
  sql: Sql,
  tenantId: string,
  installation: Omit<Installation, "installedAt">,
): Promise<boolean> {
  const { id, appId, scope, targetId, acceptedDefinitionId, installedBy, byPolicy } = installation;
  const inserted = await text`
    insert into installation (tenant_id, installation_id, app_id, scope, target_id, accepted_definition_id, installed_by, by_policy)
    values (${tenantId}, ${id}, ${appId}, ${scope}, ${targetId}, ${acceptedDefinitionId}, ${installedBy}, ${byPolicy})
    on conflict (tenant_id, scope, target_id, app_id) do nothing`.execute(sql);
  return inserted.numAffectedRows === 1n;
}

/** How many installations of an app stand on each definition that was accepted, the newest first. */
export async function countByDefinition(
  sql: Sql,
  tenantId: string,
  appId: string,
): Promise<{ definitionId: string; count: number }[]> {
  const { rows } = await text<{ definitionId: string; count: number }>`
    select accepted_definition_id as "definitionId", count(*)::int as count from installation
    where tenant_id = ${tenantId} and app_id = ${appId} group by accepted_definition_id
    order by accepted_definition_id desc`.execute(sql);
  return rows;
}

export async function setAccepted(sql: Sql, tenantId: string, id: string, definitionId: string): Promise<void> {
  await text`update installation set accepted_definition_id = ${definitionId}
    where tenant_id = ${tenantId} and installation_id = ${id}`.execute(sql);
}

export async function deleteInstallation(sql: Sql, tenantId: string, id: string): Promise<void> {
  await text`delete from installation where tenant_id = ${tenantId} and installation_id = ${id}`.execute(sql);
}

/** Takes an app off everywhere. @returns how many installations that were. */
export async function deleteInstallationsOf(sql: Sql, tenantId: string, appId: string): Promise<number> {
  const deleted = await text`delete from installation where tenant_id = ${tenantId} and app_id = ${appId}`.execute(sql);
  return Number(deleted.numAffectedRows);
}

export async function findInstallation(sql: Sql, tenantId: string, id: string): Promise<Installation | undefined> {
  const { rows } = await text<Installation>`
    select ${installationColumns} where tenant_id = ${tenantId} and installation_id = ${id}`.execute(sql);
  return rows[0];
}

export async function findInstallationOf(
  sql: Sql,
  tenantId: string,
  appId: string,
  scope: Scope,
  targetId: string,
): Promise<Installation | undefined> {
  const { rows } = await text<Installation>`select ${installationColumns}
    where tenant_id = ${tenantId} and scope = ${scope} and target_id = ${targetId} and app_id = ${appId}`.execute(sql);
  return rows[0];
}

/** Apps installed in one place, oldest first; one row more than the limit tells that there is another page. */
export async function listInstallations(
  sql: Sql,
  tenantId: string,
  scope: Scope,
  targetId: string,
  page: { limit: number; after: readonly string[] | undefined },
): Promise<Installation[]> {
  const beyond = page.after === undefined ? text`` : text`and installation_id > ${page.after[0]}::uuid`;
  const { rows } = await text<Installation>`select ${installationColumns}
    where tenant_id = ${tenantId} and scope = ${scope} and target_id = ${targetId} ${beyond}
    order by installation_id limit ${page.limit + 1}`.execute(sql);
  return rows;
}

/** An app of a team, with the team's name and what it is sorted by. */
export interface TeamInstallation extends Installation {
  readonly teamName: string;
  readonly sortName: string;
  /** Of whoever asks, in the team. */
  readonly role: "owner" | "member";
}

/** What the list of teams' apps joins, and what it is narrowed to. */
export interface TeamInstallationPage {
  readonly limit: number;
  readonly after: readonly string[] | undefined;
  /** Only what waits for a consent that the person may give; administrators give it in any of their teams. */
  readonly waiting: { readonly administrator: boolean } | undefined;
}

export interface TeamInstallationRelations {
  readonly teams: RawBuilder<unknown>;
  readonly teamMembership: RawBuilder<unknown>;
  readonly apps: RawBuilder<unknown>;
  readonly silentSteps: RawBuilder<unknown>;
}

/** The rule of effective-definition.rules.ts for a whole list: a newer version cannot be reached, or nobody's consent holds. */
function waitsForConsent(tenantId: string, { silentSteps }: TeamInstallationRelations): RawBuilder<unknown> {
  const agreedForAll = text`select c.definition_id from consent c where c.tenant_id = ${tenantId} and c.app_id = installed."appId"
    and c.scope = 'organization' and c.target_id = ${tenantId} and c.withdrawn_at is null`;
  return text`(
    (not installed."byPolicy" and not exists (${agreedForAll}) and not exists (
      select from consent c where c.tenant_id = ${tenantId} and c.app_id = installed."appId"
        and c.scope = 'team' and c.target_id = installed."targetId" and c.withdrawn_at is null))
    or (installed."acceptedDefinitionId" <> a.definition_id and a.definition_id not in (${agreedForAll}) and not exists (
      select from ${silentSteps} s where s.app_id = a.app_id and s.to_definition_id = a.definition_id
        and (s.from_definition_id = installed."acceptedDefinitionId" or s.from_definition_id in (${agreedForAll}))))
  )`;
}

/**
 * Apps of all teams that somebody is in, by the team's name, then oldest first; one row more than the limit tells that there is
 * another page.
 */
export async function listInTeamsOf(
  sql: Sql,
  tenantId: string,
  personId: string,
  relations: TeamInstallationRelations,
  page: TeamInstallationPage,
): Promise<TeamInstallation[]> {
  const narrowed =
    page.waiting === undefined
      ? text``
      : text`and (m.role = 'owner' or ${page.waiting.administrator}::boolean
          or (a.created_by = ${personId}::uuid and a.sideloaded_to = m.team_id))
        and ${waitsForConsent(tenantId, relations)}`;
  const beyond =
    page.after === undefined
      ? text``
      : text`where (lower("teamName"), "targetId"::text, id::text) > (${page.after[0]}, ${page.after[1]}, ${page.after[2]})`;
  const { rows } = await text<TeamInstallation>`
    select found.*, lower("teamName") as "sortName" from (
      select installed.*, t.display_name as "teamName", m.role
      from ${relations.teamMembership} m
      join ${relations.teams} t on t.team_id = m.team_id
      join (select ${installationColumns} where tenant_id = ${tenantId} and scope = 'team') installed
        on installed."targetId" = m.team_id
      join ${relations.apps} a on a.app_id = installed."appId"
      where m.person_id = ${personId}::uuid ${narrowed}
    ) found ${beyond}
    order by lower("teamName"), "targetId"::text, id::text limit ${page.limit + 1}`.execute(sql);
  return rows;
}

/** Everything installed in one place: an app stands there once, so these are some dozens. */
export async function listAllIn(sql: Sql, tenantId: string, scope: Scope, targetId: string): Promise<Installation[]> {
  const { rows } = await text<Installation>`select ${installationColumns}
    where tenant_id = ${tenantId} and scope = ${scope} and target_id = ${targetId} order by installation_id`.execute(
    sql,
  );
  return rows;
}

/** In which of these teams an app is installed. */
export async function listTeamsWith(
  sql: Sql,
  tenantId: string,
  appId: string,
  teamIds: readonly string[],
): Promise<string[]> {
  const { rows } = await text<{ id: string }>`select target_id as id from installation
    where tenant_id = ${tenantId} and scope = 'team' and app_id = ${appId} and target_id = any(${[...teamIds]}::uuid[])`.execute(
    sql,
  );
  return rows.map((row) => row.id);
}

/**
 * The distinct definitions that installations and consents of an app stand on. Walks the index from one value to the
 * next, so that a million installations cost as much as ten.
 */
export async function listDefinitionsInUse(sql: Sql, tenantId: string, appId: string): Promise<string[]> {
  const { rows } = await text<{ id: string }>`
    with recursive used as (
      (select accepted_definition_id as id from installation
        where tenant_id = ${tenantId} and app_id = ${appId} order by accepted_definition_id limit 1)
      union all
      select (select accepted_definition_id from installation
        where tenant_id = ${tenantId} and app_id = ${appId} and accepted_definition_id > used.id
        order by accepted_definition_id limit 1)
      from used where used.id is not null
    )
    select id from used where id is not null
    union
    select definition_id from consent
    where tenant_id = ${tenantId} and app_id = ${appId} and scope = 'organization' and target_id = ${tenantId} and withdrawn_at is null`.execute(
    sql,
  );
  return rows.map((row) => row.id);
}
