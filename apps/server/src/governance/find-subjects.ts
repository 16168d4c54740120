import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { isId } from "../platform/identifiers.ts";
import type { GovernancePorts, PersonName } from "./governance.ports.ts";

const mostNamed = 20;

function listed(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return `${names.slice(0, mostNamed).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** @param refs ids or sign-in names. @throws ParvisError person/not-found naming everybody who is not there */
export async function findPeopleByRef(
  ports: Pick<GovernancePorts, "people">,
  tenantId: string,
  refs: readonly string[],
  sql?: Sql,
): Promise<PersonName[]> {
  const ids = refs.filter(isId).map((id) => id.toLowerCase());
  const upns = refs.filter((ref) => !isId(ref)).map((upn) => upn.trim().toLowerCase());
  const found = await ports.people(tenantId, { ids, upns }, sql);
  const known = new Set(found.flatMap(({ id, upn }) => [id, upn]));
  const missing = [...ids, ...upns].filter((ref) => !known.has(ref));
  if (missing.length > 0)
    throw new ParvisError("person/not-found", {
      // Within a command there is something that could have been.
      detail: `There is no ${listed(missing)} here.${sql === undefined ? "" : " Nothing was changed."}`,
      extra: { missing },
    });
  return found;
}

/** @param refs ids or names. @throws ParvisError group/not-found naming every group that is not there */
export async function findGroupsByRef(
  ports: Pick<GovernancePorts, "groupsByName" | "groupNames">,
  tenantId: string,
  refs: readonly string[],
  sql?: Sql,
): Promise<{ id: string; displayName: string }[]> {
  const ids = refs.filter(isId).map((id) => id.toLowerCase());
  const names = refs.filter((ref) => !isId(ref)).map((name) => name.trim());
  const byId = await ports.groupNames(tenantId, ids, sql);
  const byName = await ports.groupsByName(tenantId, names, sql);
  const known = new Set([...byId.keys(), ...byName.map(({ displayName }) => displayName.toLowerCase())]);
  const missing = [...ids, ...names].filter((ref) => !known.has(ref.toLowerCase()));
  if (missing.length > 0)
    throw new ParvisError("group/not-found", {
      detail: `There is no group ${listed(missing)} here. Nothing was changed.`,
      extra: { missing },
    });
  const all = new Map([...byId, ...byName.map(({ id, displayName }) => [id, displayName] as const)]);
  return [...all].map(([id, displayName]) => ({ id, displayName }));
}
