import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { isId } from "../platform/identifiers.ts";
import { findGroupNames, findGroupsByName } from "./group.store.ts";
import type { NamedGroup } from "./group-nesting.store.ts";

const mostNamed = 20;

/**
 * Every group that is named, each once.
 * @param groups ids and names.
 * @throws ParvisError group/not-found naming every one that is not there.
 */
export async function findGroupsNamed(sql: Sql, tenantId: string, groups: readonly string[]): Promise<NamedGroup[]> {
  const ids = groups.filter(isId).map((id) => id.toLowerCase());
  const names = groups.filter((name) => !isId(name));
  const found = new Map(await findGroupNames(sql, tenantId, ids));
  for (const { id, displayName } of await findGroupsByName(sql, tenantId, names)) found.set(id, displayName);
  const known = new Set([...found.keys(), ...[...found.values()].map((name) => name.toLowerCase())]);
  const missing = [...ids, ...names].filter((name) => !known.has(name.toLowerCase()));
  if (missing.length > 0)
    throw new ParvisError("group/not-found", {
      detail: `There is no group ${missing.slice(0, mostNamed).join(", ")}${missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : ""} here. Nothing was changed.`,
      extra: { missing },
    });
  return [...found].map(([id, displayName]) => ({ id, displayName }));
}
