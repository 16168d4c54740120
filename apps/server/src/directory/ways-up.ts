import type { Sql } from "../platform/database/database.ts";
import { wayUp } from "./group.rules.ts";
import { findGroupNames, groupsOf } from "./group.store.ts";
import { type NamedGroup, nestingsBetween } from "./group-nesting.store.ts";

/** The shortest way from one of some groups up to another, both included, by name; undefined when there is none. */
export async function wayBetween(
  sql: Sql,
  tenantId: string,
  from: readonly string[],
  to: string,
): Promise<NamedGroup[] | undefined> {
  return (await waysBetween(sql, tenantId, from, [to])).get(to);
}

/** How somebody comes to be in each of these groups: from the one they are in themselves up to it. */
export async function waysUp(
  sql: Sql,
  tenantId: string,
  personId: string,
  groupIds: readonly string[],
): Promise<Map<string, NamedGroup[]>> {
  if (groupIds.length === 0) return new Map();
  const own = (await groupsOf(sql, tenantId, personId)).filter(({ direct }) => direct).map(({ id }) => id);
  return await waysBetween(sql, tenantId, own, groupIds);
}

async function waysBetween(
  sql: Sql,
  tenantId: string,
  from: readonly string[],
  to: readonly string[],
): Promise<Map<string, NamedGroup[]>> {
  const nestings = await nestingsBetween(sql, tenantId, from, to);
  const below = new Set(from);
  const ways = to.flatMap((id) => {
    const way = wayUp(nestings, below, id);
    return way === undefined ? [] : [[id, way] as const];
  });
  const names = await findGroupNames(
    sql,
    tenantId,
    ways.flatMap(([, way]) => way),
  );
  return new Map(
    ways.map(([id, way]) => [id, way.map((one) => ({ id: one, displayName: names.get(one) ?? one }))] as const),
  );
}
