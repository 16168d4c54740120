import { type RawBuilder, sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import { literalLike } from "../platform/database/like.ts";
import type { RoleName } from "./person.rules.ts";

export interface Person {
  readonly id: string;
  readonly upn: string;
  readonly displayName: string;
  readonly roles: readonly RoleName[];
  readonly createdAt: Date;
}

type PersonTables = {
  person: {
    tenant_id: string;
    person_id: string;
    upn: string;
    display_name: string;
    password_hash: string | null;
    created_at: Date;
  };
  person_role: { tenant_id: string; person_id: string; role: RoleName };
};

function people(sql: Sql, tenantId: string) {
  return sql
    .withTables<PersonTables>()
    .selectFrom("person")
    .where("person.tenant_id", "=", tenantId)
    .select([
      "person.person_id as id",
      "person.upn",
      "person.display_name as displayName",
      "person.created_at as createdAt",
    ])
    .select(
      text<
        RoleName[]
      >`array(select role from person_role r where r.tenant_id = person.tenant_id and r.person_id = person.person_id order by role)`.as(
        "roles",
      ),
    );
}

export async function insertPerson(
  sql: Sql,
  tenantId: string,
  person: { id: string; upn: string; displayName: string; passwordHash: string | null },
): Promise<boolean> {
  const inserted = await sql
    .withTables<Omit<PersonTables, "person"> & { person: Omit<PersonTables["person"], "created_at"> }>()
    .insertInto("person")
    .values({
      tenant_id: tenantId,
      person_id: person.id,
      upn: person.upn,
      display_name: person.displayName,
      password_hash: person.passwordHash,
    })
    .onConflict((conflict) => conflict.columns(["tenant_id", "upn"]).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export async function updatePerson(
  sql: Sql,
  tenantId: string,
  id: string,
  change: { displayName?: string; passwordHash?: string },
): Promise<void> {
  const set = {
    ...(change.displayName === undefined ? {} : { display_name: change.displayName }),
    ...(change.passwordHash === undefined ? {} : { password_hash: change.passwordHash }),
  };
  if (Object.keys(set).length === 0) return;
  await sql
    .withTables<PersonTables>()
    .updateTable("person")
    .set(set)
    .where("tenant_id", "=", tenantId)
    .where("person_id", "=", id)
    .execute();
}

export async function setRoles(sql: Sql, tenantId: string, id: string, roles: readonly RoleName[]): Promise<void> {
  const db = sql.withTables<PersonTables>();
  await db.deleteFrom("person_role").where("tenant_id", "=", tenantId).where("person_id", "=", id).execute();
  if (roles.length === 0) return;
  await db
    .insertInto("person_role")
    .values(roles.map((role) => ({ tenant_id: tenantId, person_id: id, role })))
    .execute();
}

export async function countHolders(sql: Sql, tenantId: string, role: RoleName): Promise<number> {
  const found = await sql
    .withTables<PersonTables>()
    .selectFrom("person_role")
    .select((expression) => expression.fn.countAll<number>().as("count"))
    .where("tenant_id", "=", tenantId)
    .where("role", "=", role)
    .executeTakeFirstOrThrow();
  return found.count;
}

export async function findPerson(sql: Sql, tenantId: string, id: string): Promise<Person | undefined> {
  return await people(sql, tenantId).where("person.person_id", "=", id).executeTakeFirst();
}

export async function findPersonByUpn(sql: Sql, tenantId: string, upn: string): Promise<Person | undefined> {
  return await people(sql, tenantId).where("person.upn", "=", upn).executeTakeFirst();
}

/** Ids of people by sign-in name, in one query. Unknown names are left out. */
export async function findIdsByUpn(sql: Sql, tenantId: string, upns: readonly string[]): Promise<string[]> {
  if (upns.length === 0) return [];
  const rows = await sql
    .withTables<PersonTables>()
    .selectFrom("person")
    .select("person_id as id")
    .where("tenant_id", "=", tenantId)
    .where("upn", "in", [...new Set(upns)])
    .execute();
  return rows.map((row) => row.id);
}

/** People by id, in one query. Unknown ids are left out. */
export async function findPeople(sql: Sql, tenantId: string, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  return await people(sql, tenantId)
    .where("person.person_id", "in", [...new Set(ids)])
    .execute();
}

/** Everybody who stands in one of the two lists, in one query. */
export async function findNamed(
  sql: Sql,
  tenantId: string,
  { ids, upns }: { ids: readonly string[]; upns: readonly string[] },
): Promise<{ id: string; upn: string; displayName: string }[]> {
  if (ids.length + upns.length === 0) return [];
  const { rows } = await text<{ id: string; upn: string; displayName: string }>`
    select person_id as id, upn, display_name as "displayName" from person
    where tenant_id = ${tenantId} and (person_id = any(${[...ids]}::uuid[]) or upn = any(${[...upns]}::text[]))`.execute(
    sql,
  );
  return rows;
}

/** Everybody of an organisation, as a relation of `person_id` and `upn` that set-wise queries of other areas join. */
export function peopleRelation(tenantId: string): RawBuilder<unknown> {
  return text`(select person_id, upn, display_name from person where tenant_id = ${tenantId}::uuid)`;
}

/** For sign-in only: the one query that reads a password hash. */
export async function findCredentials(
  sql: Sql,
  tenantId: string,
  upn: string,
): Promise<{ id: string; passwordHash: string | null } | undefined> {
  return await sql
    .withTables<PersonTables>()
    .selectFrom("person")
    .select(["person_id as id", "password_hash as passwordHash"])
    .where("tenant_id", "=", tenantId)
    .where("upn", "=", upn)
    .executeTakeFirst();
}

/** Display names by id, for what was done by people. Unknown ids are left out. */
export async function findNames(sql: Sql, tenantId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await sql
    .withTables<PersonTables>()
    .selectFrom("person")
    .select(["person_id as id", "display_name as displayName"])
    .where("tenant_id", "=", tenantId)
    .where("person_id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.displayName]));
}

/** A page in order of name; one row more than the limit tells that there is another. */
export async function listPeople(
  sql: Sql,
  tenantId: string,
  page: { limit: number; after: readonly string[] | undefined; search: string | undefined },
): Promise<Person[]> {
  let query = people(sql, tenantId);
  if (page.search !== undefined) {
    const like = `%${literalLike(page.search.toLowerCase())}%`;
    query = query.where(text<boolean>`(lower(person.display_name) like ${like} or person.upn like ${like})`);
  }
  if (page.after !== undefined) {
    query = query.where(
      text<boolean>`(lower(person.display_name), person.person_id) > (${page.after[0]}, ${page.after[1]}::uuid)`,
    );
  }
  return await query
    .orderBy(text`lower(person.display_name)`)
    .orderBy("person.person_id")
    .limit(page.limit + 1)
    .execute();
}
