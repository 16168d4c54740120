import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import { mostLevels, type Nesting } from "./group.rules.ts";
import { type Group, groupColumns } from "./group.store.ts";

export interface NamedGroup {
  readonly id: string;
  readonly displayName: string;
}

/** @returns those that were not in it before. */
export async function addNested(
  sql: Sql,
  tenantId: string,
  groupId: string,
  nestedIds: readonly string[],
): Promise<string[]> {
  const { rows } = await text<{ id: string }>`
    insert into directory_group_nesting (tenant_id, group_id, nested_id)
    select ${tenantId}::uuid, ${groupId}::uuid, nested_id from unnest(${[...nestedIds]}::uuid[]) as t(nested_id)
    on conflict do nothing returning nested_id as id`.execute(sql);
  return rows.map(({ id }) => id);
}

/** @returns those that were in it before. */
export async function removeNested(
  sql: Sql,
  tenantId: string,
  groupId: string,
  nestedIds: readonly string[],
): Promise<string[]> {
  const { rows } = await text<{ id: string }>`delete from directory_group_nesting
    where tenant_id = ${tenantId} and group_id = ${groupId} and nested_id = any(${[...nestedIds]}::uuid[])
    returning nested_id as id`.execute(sql);
  return rows.map(({ id }) => id);
}

/** Every group that one stands in, at any height. */
export async function groupsAbove(sql: Sql, tenantId: string, groupId: string): Promise<string[]> {
  const { rows } = await text<{ id: string }>`select group_id as id from directory_group_closure
    where tenant_id = ${tenantId} and below_id = ${groupId}`.execute(sql);
  return rows.map(({ id }) => id);
}

/**
 * Works out again what is below these groups, from the nestings as they are now.
 * @param groupIds every group from which one that changed can be reached.
 * @returns whether groups stand within one another deeper than is taken; then what is written must not stay.
 */
export async function refreshBelow(
  sql: Sql,
  tenantId: string,
  groupIds: readonly string[],
): Promise<"done" | "too-deep"> {
  await text`delete from directory_group_closure
    where tenant_id = ${tenantId} and group_id = any(${[...groupIds]}::uuid[])`.execute(sql);
  const { rows } = await text<{ depth: number | null }>`
    with recursive below as (
      select n.group_id, n.nested_id as below_id, 1 as depth from directory_group_nesting n
        where n.tenant_id = ${tenantId} and n.group_id = any(${[...groupIds]}::uuid[])
      union
      select b.group_id, n.nested_id, b.depth + 1 from below b
        join directory_group_nesting n on n.tenant_id = ${tenantId} and n.group_id = b.below_id
        where b.depth < ${mostLevels}),
    written as (
      insert into directory_group_closure (tenant_id, group_id, below_id)
      select distinct ${tenantId}::uuid, group_id, below_id from below)
    select max(depth) as depth from below`.execute(sql);
  return (rows[0]?.depth ?? 0) >= mostLevels ? "too-deep" : "done";
}

/** The nestings on any way from one of these groups up to one of those, by the nested group's name. */
export async function nestingsBetween(
  sql: Sql,
  tenantId: string,
  from: readonly string[],
  to: readonly string[],
): Promise<Nesting[]> {
  const { rows } = await text<Nesting>`
    with between_them as (
      (select unnest(${[...from]}::uuid[]) as id
        union select group_id from directory_group_closure
          where tenant_id = ${tenantId} and below_id = any(${[...from]}::uuid[]))
      intersect
      (select unnest(${[...to]}::uuid[])
        union select below_id from directory_group_closure
          where tenant_id = ${tenantId} and group_id = any(${[...to]}::uuid[])))
    select n.group_id as "groupId", n.nested_id as "nestedId" from directory_group_nesting n
    join directory_group g on g.tenant_id = n.tenant_id and g.group_id = n.nested_id
    where n.tenant_id = ${tenantId}
      and n.group_id in (select id from between_them) and n.nested_id in (select id from between_them)
    order by lower(g.display_name)`.execute(sql);
  return rows;
}

/** A page of the groups in a group or, the other way round, of those it is in, by name; one row more than the limit. */
export async function listNested(
  sql: Sql,
  tenantId: string,
  groupId: string,
  which: "within" | "around",
  page: { limit: number; after: readonly string[] | undefined },
): Promise<Group[]> {
  const beyond = page.after === undefined ? text`` : text`and lower(g.display_name) > ${page.after[0]}`;
  const ids =
    which === "within"
      ? text`select n.nested_id from directory_group_nesting n where n.tenant_id = ${tenantId} and n.group_id = ${groupId}`
      : text`select n.group_id from directory_group_nesting n where n.tenant_id = ${tenantId} and n.nested_id = ${groupId}`;
  const { rows } = await text<Group>`
    select ${groupColumns} where g.tenant_id = ${tenantId} and g.group_id in (${ids}) ${beyond}
    order by lower(g.display_name) limit ${page.limit + 1}`.execute(sql);
  return rows;
}

/** The groups in each of these groups themselves, by name. */
export async function nestedIn(
  sql: Sql,
  tenantId: string,
  groupIds: readonly string[],
): Promise<Map<string, NamedGroup[]>> {
  const { rows } = await text<NamedGroup & { groupId: string }>`
    select n.group_id as "groupId", g.group_id as id, g.display_name as "displayName" from directory_group_nesting n
    join directory_group g on g.tenant_id = n.tenant_id and g.group_id = n.nested_id
    where n.tenant_id = ${tenantId} and n.group_id = any(${[...groupIds]}::uuid[])
    order by lower(g.display_name)`.execute(sql);
  return Map.groupBy(rows, ({ groupId }) => groupId) as Map<string, NamedGroup[]>;
}
