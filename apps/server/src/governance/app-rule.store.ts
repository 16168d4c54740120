import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import type { AppRule, Availability, SetStatus } from "./access.rules.ts";

interface RuleRow {
  id: string;
  status: SetStatus | null;
  statusBy: string | null;
  statusAt: Date | null;
  availability: Availability | null;
  availabilityBy: string | null;
  availabilityAt: Date | null;
}

/** What administrators have said about these apps, in one query; an app they have said nothing about is left out. */
export async function listAppRules(
  sql: Sql,
  tenantId: string,
  appIds: readonly string[],
): Promise<Map<string, AppRule>> {
  if (appIds.length === 0) return new Map();
  const { rows } = await text<RuleRow>`
    select coalesce(s.app_id, a.app_id) as id, s.status, s.set_by as "statusBy", s.set_at as "statusAt",
      a.availability, a.set_by as "availabilityBy", a.set_at as "availabilityAt"
    from (select * from app_status where tenant_id = ${tenantId} and app_id = any(${[...appIds]}::uuid[])) s
    full join (select * from app_availability where tenant_id = ${tenantId} and app_id = any(${[...appIds]}::uuid[])) a
      on a.app_id = s.app_id`.execute(sql);
  return new Map(rows.map((row) => [row.id, present(row)]));
}

function present(row: RuleRow): AppRule {
  return {
    status: row.status === null ? undefined : { value: row.status, setBy: row.statusBy, setAt: row.statusAt },
    availability:
      row.availability === null
        ? undefined
        : { value: row.availability, setBy: row.availabilityBy, setAt: row.availabilityAt },
  };
}

export async function putStatus(
  sql: Sql,
  tenantId: string,
  appIds: readonly string[],
  status: SetStatus,
  by: string | null,
): Promise<void> {
  await text`
    insert into app_status (tenant_id, app_id, status, set_by)
    select ${tenantId}::uuid, app_id, ${status}, ${by}::uuid from unnest(${[...appIds]}::uuid[]) as t(app_id)
    on conflict (tenant_id, app_id) do update set status = excluded.status, set_by = excluded.set_by, set_at = clock_timestamp()`.execute(
    sql,
  );
}

/** Keeps the availability that holds for apps nobody has edited, so that a later default does not reach them. */
export async function keepAvailability(
  sql: Sql,
  tenantId: string,
  kept: readonly { appId: string; availability: Availability }[],
  by: string | null,
): Promise<void> {
  if (kept.length === 0) return;
  await text`
    insert into app_availability (tenant_id, app_id, availability, set_by)
    select ${tenantId}::uuid, "appId", availability, ${by}::uuid
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as t("appId" uuid, availability text)
    on conflict do nothing`.execute(sql);
}

export async function putAvailability(
  sql: Sql,
  tenantId: string,
  appId: string,
  availability: Availability,
  by: string | null,
): Promise<void> {
  await text`
    insert into app_availability (tenant_id, app_id, availability, set_by)
    values (${tenantId}, ${appId}, ${availability}, ${by}::uuid)
    on conflict (tenant_id, app_id) do update
      set availability = excluded.availability, set_by = excluded.set_by, set_at = clock_timestamp()`.execute(sql);
}

/** Back to the organisation's default, as if nobody had edited the app. */
export async function deleteAvailability(sql: Sql, tenantId: string, appId: string): Promise<void> {
  await text`delete from app_availability where tenant_id = ${tenantId} and app_id = ${appId}`.execute(sql);
}

/** Everything that was said about an app that is removed. */
export async function deleteAppRules(sql: Sql, tenantId: string, appId: string): Promise<void> {
  await text`delete from app_status where tenant_id = ${tenantId} and app_id = ${appId}`.execute(sql);
  await deleteAvailability(sql, tenantId, appId);
}

export interface AvailableTo {
  readonly kind: "person" | "group";
  readonly id: string;
  readonly setBy: string | null;
  readonly setAt: Date;
}

/** The people and groups an app is for, in order of id; one row more than the limit. */
export async function listAvailableTo(
  sql: Sql,
  tenantId: string,
  appId: string,
  page: { limit: number; after: readonly string[] | undefined },
): Promise<AvailableTo[]> {
  const beyond = page.after === undefined ? text`` : text`and subject_id > ${page.after[0]}::uuid`;
  const { rows } = await text<AvailableTo>`
    select subject_kind as kind, subject_id as id, set_by as "setBy", set_at as "setAt" from app_available_to
    where tenant_id = ${tenantId} and app_id = ${appId} ${beyond} order by subject_id limit ${page.limit + 1}`.execute(
    sql,
  );
  return rows;
}

export async function countAvailableTo(
  sql: Sql,
  tenantId: string,
  appId: string,
): Promise<{ people: number; groups: number; newest: Date | null }> {
  const { rows } = await text<{ people: number; groups: number; newest: Date | null }>`
    select count(*) filter (where subject_kind = 'person') as people, count(*) filter (where subject_kind = 'group') as groups,
      max(set_at) as newest
    from app_available_to where tenant_id = ${tenantId} and app_id = ${appId}`.execute(sql);
  return rows[0] ?? { people: 0, groups: 0, newest: null };
}

export async function addAvailableTo(
  sql: Sql,
  tenantId: string,
  appId: string,
  subjects: readonly { kind: "person" | "group"; id: string }[],
  by: string | null,
): Promise<void> {
  if (subjects.length === 0) return;
  await text`
    insert into app_available_to (tenant_id, app_id, subject_id, subject_kind, set_by)
    select ${tenantId}::uuid, ${appId}::uuid, id, kind, ${by}::uuid
    from jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb) as t(id uuid, kind text) on conflict do nothing`.execute(
    sql,
  );
}

/** @returns who was there. */
export async function removeAvailableTo(
  sql: Sql,
  tenantId: string,
  appId: string,
  subjectIds: readonly string[] | "all",
): Promise<string[]> {
  const of = subjectIds === "all" ? text`` : text`and subject_id = any(${[...subjectIds]}::uuid[])`;
  const { rows } = await text<{ id: string }>`delete from app_available_to
    where tenant_id = ${tenantId} and app_id = ${appId} ${of} returning subject_id as id`.execute(sql);
  return rows.map(({ id }) => id);
}

/** The apps that are for one of these people and groups; each with what it is for, a person before a group. */
export async function listAvailableFor(
  sql: Sql,
  tenantId: string,
  subjectIds: readonly string[],
): Promise<(AvailableTo & { appId: string })[]> {
  const { rows } = await text<AvailableTo & { appId: string }>`
    select distinct on (app_id) app_id as "appId", subject_kind as kind, subject_id as id, set_by as "setBy", set_at as "setAt"
    from app_available_to where tenant_id = ${tenantId} and subject_id = any(${[...subjectIds]}::uuid[])
    order by app_id, subject_kind desc, subject_id`.execute(sql);
  return rows;
}

/** Apps that are for a group. */
export async function listAppsForGroup(sql: Sql, tenantId: string, groupId: string, limit: number): Promise<string[]> {
  const { rows } = await text<{ id: string }>`select app_id as id from app_available_to
    where tenant_id = ${tenantId} and subject_id = ${groupId} order by app_id limit ${limit}`.execute(sql);
  return rows.map((row) => row.id);
}
