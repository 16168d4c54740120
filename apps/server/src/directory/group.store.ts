import { type RawBuilder, sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import type { GroupKind } from "./group.rules.ts";

export interface Group {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly kind: GroupKind;
  readonly members: number;
  readonly createdAt: Date;
}

const columns = text`g.group_id as id, g.display_name as "displayName", g.description, g.kind, g.created_at as "createdAt",
  (select count(*) from directory_group_member m where m.tenant_id = g.tenant_id and m.group_id = g.group_id) as members
  from directory_group g`;

/** Who is in which group, as a relation of `group_id` and `person_id` that set-wise queries of other areas join. */
export function membershipRelation(tenantId: string): RawBuilder<unknown> {
  return text`(select group_id, person_id from directory_group_member where tenant_id = ${tenantId}::uuid)`;
}

/** @returns false when there is a group of that name, whatever its case. */
export async function insertGroup(
  sql: Sql,
  tenantId: string,
  group: { id: string; displayName: string; description: string; kind: GroupKind },
): Promise<boolean> {
  const inserted = await text`
    insert into directory_group (tenant_id, group_id, display_name, description, kind)
    values (${tenantId}, ${group.id}, ${group.displayName}, ${group.description}, ${group.kind})
    on conflict do nothing`.execute(sql);
  return inserted.numAffectedRows === 1n;
}

/** @returns whether another group has that name, then nothing is written. */
export async function updateGroup(
  sql: Sql,
  tenantId: string,
  id: string,
  to: { displayName: string; description: string; kind: GroupKind },
): Promise<"done" | "name-taken"> {
  const updated = await text`
    update directory_group set display_name = ${to.displayName}, description = ${to.description}, kind = ${to.kind}
    where tenant_id = ${tenantId} and group_id = ${id} and not exists (
      select 1 from directory_group o where o.tenant_id = ${tenantId} and o.group_id <> ${id}
        and lower(o.display_name) = lower(${to.displayName}))`.execute(sql);
  return updated.numAffectedRows === 1n ? "done" : "name-taken";
}

export async function deleteGroup(sql: Sql, tenantId: string, id: string): Promise<void> {
  await text`delete from directory_group where tenant_id = ${tenantId} and group_id = ${id}`.execute(sql);
}

export async function findGroup(sql: Sql, tenantId: string, id: string): Promise<Group | undefined> {
  const { rows } = await text<Group>`select ${columns} where g.tenant_id = ${tenantId} and g.group_id = ${id}`.execute(
    sql,
  );
  return rows[0];
}

/** Groups of these names, whatever their case. */
export async function findGroupsByName(sql: Sql, tenantId: string, names: readonly string[]): Promise<Group[]> {
  if (names.length === 0) return [];
  const wanted = names.map((name) => name.toLowerCase());
  const { rows } = await text<Group>`
    select ${columns} where g.tenant_id = ${tenantId} and lower(g.display_name) = any(${wanted}::text[])`.execute(sql);
  return rows;
}

/** Names of groups by id. Unknown ids are left out. */
export async function findGroupNames(sql: Sql, tenantId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await text<{ id: string; name: string }>`
    select group_id as id, display_name as name from directory_group
    where tenant_id = ${tenantId} and group_id = any(${[...ids]}::uuid[])`.execute(sql);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** A page in order of name; one row more than the limit tells that there is another. */
export async function listGroups(
  sql: Sql,
  tenantId: string,
  page: { limit: number; after: readonly string[] | undefined; search: string | undefined },
): Promise<Group[]> {
  const like = `%${(page.search ?? "").toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const matching = page.search === undefined ? text`` : text`and lower(g.display_name) like ${like}`;
  const beyond = page.after === undefined ? text`` : text`and lower(g.display_name) > ${page.after[0]}`;
  const { rows } = await text<Group>`
    select ${columns} where g.tenant_id = ${tenantId} ${matching} ${beyond}
    order by lower(g.display_name) limit ${page.limit + 1}`.execute(sql);
  return rows;
}

/** @returns how many were not in it before. */
export async function addMembers(
  sql: Sql,
  tenantId: string,
  groupId: string,
  personIds: readonly string[],
): Promise<number> {
  const inserted = await text`
    insert into directory_group_member (tenant_id, group_id, person_id)
    select ${tenantId}::uuid, ${groupId}::uuid, person_id from unnest(${[...personIds]}::uuid[]) as t(person_id)
    on conflict do nothing`.execute(sql);
  return Number(inserted.numAffectedRows);
}

/** @returns how many were in it before. */
export async function removeMembers(
  sql: Sql,
  tenantId: string,
  groupId: string,
  personIds: readonly string[],
): Promise<number> {
  const deleted = await text`delete from directory_group_member
    where tenant_id = ${tenantId} and group_id = ${groupId} and person_id = any(${[...personIds]}::uuid[])`.execute(
    sql,
  );
  return Number(deleted.numAffectedRows);
}

export interface GroupMember {
  readonly id: string;
  readonly upn: string;
  readonly displayName: string;
}

/** A page of members in order of name; one row more than the limit. */
export async function listMembers(
  sql: Sql,
  tenantId: string,
  groupId: string,
  page: { limit: number; after: readonly string[] | undefined },
): Promise<GroupMember[]> {
  const beyond =
    page.after === undefined
      ? text``
      : text`and (lower(p.display_name), p.person_id) > (${page.after[0]}, ${page.after[1]}::uuid)`;
  const { rows } = await text<GroupMember>`
    select p.person_id as id, p.upn, p.display_name as "displayName"
    from directory_group_member m join person p on p.tenant_id = m.tenant_id and p.person_id = m.person_id
    where m.tenant_id = ${tenantId} and m.group_id = ${groupId} ${beyond}
    order by lower(p.display_name), p.person_id limit ${page.limit + 1}`.execute(sql);
  return rows;
}

/** Sign-in names of everybody in a group, for comparing with a file that lists them. */
export async function listMemberUpns(
  sql: Sql,
  tenantId: string,
  groupId: string,
): Promise<{ id: string; upn: string }[]> {
  const { rows } = await text<{ id: string; upn: string }>`
    select p.person_id as id, p.upn
    from directory_group_member m join person p on p.tenant_id = m.tenant_id and p.person_id = m.person_id
    where m.tenant_id = ${tenantId} and m.group_id = ${groupId} order by p.upn`.execute(sql);
  return rows;
}

/** Ids of the groups somebody is in. */
export async function groupIdsOf(sql: Sql, tenantId: string, personId: string): Promise<string[]> {
  const { rows } = await text<{ id: string }>`select group_id as id from directory_group_member
    where tenant_id = ${tenantId} and person_id = ${personId}`.execute(sql);
  return rows.map((row) => row.id);
}
