import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { isId } from "../platform/identifiers.ts";
import { normaliseUpn } from "./person.rules.ts";
import { findNamed } from "./person.store.ts";

const mostNamed = 20;

/**
 * Everybody who is named, each once.
 * @param people ids and sign-in names.
 * @throws ParvisError person/not-found naming everybody who is not there.
 */
export async function findPeopleNamed(sql: Sql, tenantId: string, people: readonly string[]): Promise<string[]> {
  const ids = people.filter(isId);
  const upns = people.filter((name) => !isId(name)).map(normaliseUpn);
  const found = await findNamed(sql, tenantId, { ids, upns });
  const known = new Set(found.flatMap(({ id, upn }) => [id, upn]));
  const missing = [...ids, ...upns].filter((name) => !known.has(name));
  if (missing.length > 0)
    throw new ParvisError("person/not-found", {
      detail: `There is no ${missing.slice(0, mostNamed).join(", ")}${missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : ""} here. Nothing was changed.`,
      extra: { missing },
    });
  return [...new Set(found.map(({ id }) => id))];
}
