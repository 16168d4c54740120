import { type RawBuilder, sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import { literalLike } from "../platform/database/like.ts";
import type { GroupKind } from "./group.rules.ts";

export interface Group {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly kind: GroupKind;
  /** People that are in it themselves. */
  readonly members: number;
  /** Groups that are in it themselves. */
  readonly groups: number;
  /** People that are in it themselves or by a group within it, each once. */
  readonly allMembers: number;
  readonly createdAt: Date;
}

const own = text`(select count(*) from directory_group_member m where m.tenant_id = g.tenant_id and m.group_id = g.group_id)`;

/** What a group is shown with, and where it is found: `g`. */
export const groupColumns = text`g.group_id as id, g.display_name as "displayName", g.description, g.kind,
  g.created_at as "createdAt", ${own} as members,
  (select count(*) from directory_group_nesting n where n.tenant_id = g.tenant_id and n.group_id = g.group_id) as groups,
  case when exists (select 1 from directory_group_closure c where c.tenant_id = g.tenant_id and c.group_id = g.group_id)
    then (select count(*) from (select distinct m.person_id from directory_group_member m
      where m.tenant_id = g.tenant_id and m.group_id in (
        select g.group_id union all
        select c.below_id from directory_group_closure c where c.tenant_id = g.tenant_id and c.group_id = g.group_id)) person)
    else ${own} end as "allMembers"
  from directory_group g`;

/** Who is in which group themselves, as a relation of `group_id` and `person_id`. */
export function directMembershipRelation(tenantId: string): RawBuilder<unknown> {
  return text`(select group_id, person_id from directory_group_member where tenant_id = ${tenantId}::uuid)`;
}

/**
 * Who is in which group, themselves or by a group within it, as a relation of `group_id` and `person_id` that set-wise
 * queries of other areas join. Whoever is in it in two ways stands there twice.
 */
export function membershipRelation(tenantId: string): RawBuilder<unknown> {
  return text`(select group_id, person_id from directory_group_member where tenant_id = ${tenantId}::uuid
    union all
    select c.group_id, m.person_id from directory_group_closure c
      join directory_group_member m on m.tenant_id = c.tenant_id and m.group_id = c.below_id
      where c.tenant_id = ${tenantId}::uuid)`;
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
  const { rows } =
    await text<Group>`select ${groupColumns} where g.tenant_id = ${tenantId} and g.group_id = ${id}`.execute(sql);
  return rows[0];
}

/** Groups of these names, whatever their case. */
export async function findGroupsByName(
  sql: Sql,
  tenantId: string,
  names: readonly string[],
): Promise<Pick<Group, "id" | "displayName" | "description" | "kind">[]> {
  if (names.length === 0) return [];
  const wanted = names.map((name) => name.toLowerCase());
  const { rows } = await text<Pick<Group, "id" | "displayName" | "description" | "kind">>`
    select group_id as id, display_name as "displayName", description, kind from directory_group
    where tenant_id = ${tenantId} and lower(display_name) = any(${wanted}::text[])`.execute(sql);
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
  const like = `%${literalLike((page.search ?? "").toLowerCase())}%`;
  const matching = page.search === undefined ? text`` : text`and lower(g.display_name) like ${like}`;
  const beyond = page.after === undefined ? text`` : text`and lower(g.display_name) > ${page.after[0]}`;
  const { rows } = await text<Group>`
    select ${groupColumns} where g.tenant_id = ${tenantId} ${matching} ${beyond}
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
  /** Whether they are in the group themselves. */
  readonly direct: boolean;
  /** Groups within it that they are in themselves: the first few by name. */
  readonly through: { id: string; displayName: string }[];
}

/** Groups named for somebody who is in several of those within a group. */
const mostThrough = 5;

/** A page of members in order of name; one row more than the limit. @param all also those by groups within it. */
export async function listMembers(
  sql: Sql,
  tenantId: string,
  groupId: string,
  page: { limit: number; after: readonly string[] | undefined; all: boolean; search: string | undefined },
): Promise<GroupMember[]> {
  const beyond =
    page.after === undefined
      ? text``
      : text`and (lower(p.display_name), p.person_id) > (${page.after[0]}, ${page.after[1]}::uuid)`;
  const like = `%${literalLike((page.search ?? "").toLowerCase())}%`;
  const matching =
    page.search === undefined ? text`` : text`and (lower(p.display_name) like ${like} or p.upn like ${like})`;
  const below = text`select c.below_id from directory_group_closure c
    where c.tenant_id = ${tenantId} and c.group_id = ${groupId}`;
  const of = page.all ? text`(select ${groupId}::uuid union all ${below})` : text`(${groupId}::uuid)`;
  const { rows } = await text<GroupMember>`
    with page as (
      select p.person_id, p.upn, p.display_name from person p
      where p.tenant_id = ${tenantId} ${beyond} ${matching} and p.person_id in (
        select m.person_id from directory_group_member m where m.tenant_id = ${tenantId} and m.group_id in ${of})
      order by lower(p.display_name), p.person_id limit ${page.limit + 1})
    select p.person_id as id, p.upn, p.display_name as "displayName",
      exists (select 1 from directory_group_member m
        where m.tenant_id = ${tenantId} and m.group_id = ${groupId} and m.person_id = p.person_id) as direct,
      coalesce((select json_agg(json_build_object('id', t.group_id, 'displayName', t.display_name)) from (
        select g.group_id, g.display_name from directory_group_member m
          join directory_group g on g.tenant_id = m.tenant_id and g.group_id = m.group_id
        where m.tenant_id = ${tenantId} and m.person_id = p.person_id and m.group_id in (${below})
        order by lower(g.display_name) limit ${mostThrough}) t), '[]'::json) as through
    from page p order by lower(p.display_name), p.person_id`.execute(sql);
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

/** A group somebody is in; not `direct` when it is by groups within it alone. */
export interface GroupOf {
  readonly id: string;
  readonly direct: boolean;
}

/** The groups somebody is in, each once. */
export async function groupsOf(sql: Sql, tenantId: string, personId: string): Promise<GroupOf[]> {
  const { rows } = await text<GroupOf>`
    select id, bool_or(direct) as direct from (
      select group_id as id, true as direct from directory_group_member
        where tenant_id = ${tenantId} and person_id = ${personId}
      union all
      select c.group_id, false from directory_group_member m
        join directory_group_closure c on c.tenant_id = m.tenant_id and c.below_id = m.group_id
        where m.tenant_id = ${tenantId} and m.person_id = ${personId}) found
    group by id`.execute(sql);
  return rows;
}
