import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import type { GroupAssignment, PolicyKind } from "./policy.rules.ts";

export interface DirectAssignment {
  readonly personId: string;
  readonly policyId: string;
  readonly setBy: string | null;
  readonly setAt: Date;
}

/** Both kinds' group assignments; there are at most as many as groups with policies. */
export async function listGroupAssignments(
  sql: Sql,
  tenantId: string,
): Promise<(GroupAssignment & { kind: PolicyKind })[]> {
  const { rows } = await text<GroupAssignment & { kind: PolicyKind }>`
    select kind, group_id as "groupId", policy_id as "policyId", rank, set_by as "setBy", set_at as "setAt"
    from policy_assignment_group where tenant_id = ${tenantId} order by kind, rank`.execute(sql);
  return rows;
}

/** Somebody's own assignments, of either kind. */
export async function listDirect(
  sql: Sql,
  tenantId: string,
  personId: string,
): Promise<(DirectAssignment & { kind: PolicyKind })[]> {
  const { rows } = await text<DirectAssignment & { kind: PolicyKind }>`
    select kind, person_id as "personId", policy_id as "policyId", set_by as "setBy", set_at as "setAt"
    from policy_assignment_person where tenant_id = ${tenantId} and person_id = ${personId}`.execute(sql);
  return rows;
}

/** People with a policy of their own, in order of id; of one policy when it is given. */
export async function listPersonAssignments(
  sql: Sql,
  tenantId: string,
  kind: PolicyKind,
  page: { limit: number; after: readonly string[] | undefined; policyId: string | undefined },
): Promise<DirectAssignment[]> {
  const of = page.policyId === undefined ? text`` : text`and policy_id = ${page.policyId}`;
  const beyond = page.after === undefined ? text`` : text`and person_id > ${page.after[0]}::uuid`;
  const { rows } = await text<DirectAssignment>`
    select person_id as "personId", policy_id as "policyId", set_by as "setBy", set_at as "setAt"
    from policy_assignment_person where tenant_id = ${tenantId} and kind = ${kind} ${of} ${beyond}
    order by person_id limit ${page.limit + 1}`.execute(sql);
  return rows;
}

/** Direct assignments of these people. */
export async function directOf(
  sql: Sql,
  tenantId: string,
  kind: PolicyKind,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await text<{ personId: string; policyId: string }>`
    select person_id as "personId", policy_id as "policyId" from policy_assignment_person
    where tenant_id = ${tenantId} and kind = ${kind} and person_id = any(${[...personIds]}::uuid[])`.execute(sql);
  return new Map(rows.map((row) => [row.personId, row.policyId]));
}

/** How many people and groups stand on each of these policies. */
export async function countAssigned(
  sql: Sql,
  tenantId: string,
  kind: PolicyKind,
  policyIds: readonly string[],
): Promise<Map<string, { people: number; groups: number }>> {
  const { rows } = await text<{ id: string; people: number; groups: number }>`
    select t.id,
      (select count(*) from policy_assignment_person a
        where a.tenant_id = ${tenantId} and a.kind = ${kind} and a.policy_id = t.id) as people,
      (select count(*) from policy_assignment_group a
        where a.tenant_id = ${tenantId} and a.kind = ${kind} and a.policy_id = t.id) as groups
    from unnest(${[...policyIds]}::uuid[]) as t(id)`.execute(sql);
  return new Map(rows.map(({ id, people, groups }) => [id, { people, groups }]));
}

/** Gives people a policy of their own, in one statement. */
export async function putDirect(
  sql: Sql,
  tenantId: string,
  kind: PolicyKind,
  assignments: readonly { personId: string; policyId: string }[],
  by: string | null,
): Promise<void> {
  if (assignments.length === 0) return;
  await text`
    insert into policy_assignment_person (tenant_id, kind, person_id, policy_id, set_by)
    select ${tenantId}::uuid, ${kind}, "personId", "policyId", ${by}::uuid
    from jsonb_to_recordset(${JSON.stringify(assignments)}::jsonb) as t("personId" uuid, "policyId" uuid)
    on conflict (tenant_id, kind, person_id) do update
      set policy_id = excluded.policy_id, set_by = excluded.set_by, set_at = clock_timestamp()
      where policy_assignment_person.policy_id <> excluded.policy_id`.execute(sql);
}

/** @returns how many had one. */
export async function deleteDirect(
  sql: Sql,
  tenantId: string,
  kind: PolicyKind,
  personIds: readonly string[],
): Promise<number> {
  const deleted = await text`delete from policy_assignment_person
    where tenant_id = ${tenantId} and kind = ${kind} and person_id = any(${[...personIds]}::uuid[])`.execute(sql);
  return Number(deleted.numAffectedRows);
}

/** Ranks may pass through one another; the constraint is checked when all are written. */
export async function putGroups(
  sql: Sql,
  tenantId: string,
  kind: PolicyKind,
  assignments: readonly { groupId: string; policyId: string; rank: number }[],
  by: string | null,
): Promise<void> {
  if (assignments.length === 0) return;
  await text`set constraints policy_assignment_rank deferred`.execute(sql);
  await text`
    insert into policy_assignment_group (tenant_id, kind, group_id, policy_id, rank, set_by)
    select ${tenantId}::uuid, ${kind}, "groupId", "policyId", rank, ${by}::uuid
    from jsonb_to_recordset(${JSON.stringify(assignments)}::jsonb) as t("groupId" uuid, "policyId" uuid, rank integer)
    on conflict (tenant_id, kind, group_id) do update
      set policy_id = excluded.policy_id, rank = excluded.rank, set_by = excluded.set_by, set_at = clock_timestamp()`.execute(
    sql,
  );
  await text`set constraints policy_assignment_rank immediate`.execute(sql);
}

export async function deleteGroups(
  sql: Sql,
  tenantId: string,
  kind: PolicyKind,
  groupIds: readonly string[],
): Promise<number> {
  const deleted = await text`delete from policy_assignment_group
    where tenant_id = ${tenantId} and kind = ${kind} and group_id = any(${[...groupIds]}::uuid[])`.execute(sql);
  return Number(deleted.numAffectedRows);
}
