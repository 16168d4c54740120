import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import type { Origin } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import { hashPassword } from "./password.ts";
import { normaliseUpn, type RoleName } from "./person.rules.ts";
import * as store from "./person.store.ts";

export type { Person } from "./person.store.ts";

export interface NewPerson {
  readonly upn: string;
  readonly displayName: string;
  readonly password?: string | undefined;
  readonly roles: readonly RoleName[];
}

export interface PersonChange {
  readonly displayName?: string | undefined;
  readonly password?: string | undefined;
  readonly roles?: readonly RoleName[] | undefined;
}

export type PersonService = ReturnType<typeof personService>;

/** The people of an organisation. */
export function personService({ database }: Pick<Platform, "database">) {
  async function get(tenantId: string, id: string): Promise<store.Person> {
    const person = await store.findPerson(database.sql, tenantId, id);
    if (person === undefined) throw new ParvisError("person/not-found");
    return person;
  }

  /** Writes a person inside a transaction. @throws ParvisError person/name-taken */
  async function insert(
    tx: Sql,
    tenantId: string,
    person: Omit<NewPerson, "password"> & { passwordHash: string | null },
  ): Promise<string> {
    const id = newId();
    const upn = normaliseUpn(person.upn);
    const row = { id, upn, displayName: person.displayName.trim(), passwordHash: person.passwordHash };
    if (!(await store.insertPerson(tx, tenantId, row)))
      throw new ParvisError("person/name-taken", { detail: `${upn} exists already.` });
    await store.setRoles(tx, tenantId, id, person.roles);
    return id;
  }

  return {
    get,
    insert,
    hashPassword,

    /** @param given the password's hash, for whoever made it before. @throws ParvisError person/name-taken */
    async create(origin: Origin, person: NewPerson, given?: string): Promise<store.Person> {
      const passwordHash = given ?? (person.password === undefined ? null : await hashPassword(person.password));
      const id = await command(database, origin, async (tx) => {
        const made = await insert(tx, origin.tenantId, { ...person, passwordHash });
        const detail = { upn: normaliseUpn(person.upn), roles: person.roles };
        return { event: { operation: "Parvis.PersonCreated", subjectId: made, detail }, result: made };
      });
      return await get(origin.tenantId, id);
    },

    /** @throws ParvisError person/not-found, person/last-administrator */
    async change(origin: Origin, id: string, change: PersonChange): Promise<store.Person> {
      const passwordHash = change.password === undefined ? undefined : await hashPassword(change.password);
      await command(database, origin, async (tx) => {
        const { tenantId } = origin;
        const before = await store.findPerson(tx, tenantId, id);
        if (before === undefined) throw new ParvisError("person/not-found");
        await store.updatePerson(tx, tenantId, id, {
          ...(change.displayName === undefined ? {} : { displayName: change.displayName.trim() }),
          ...(passwordHash === undefined ? {} : { passwordHash }),
        });
        if (change.roles !== undefined) {
          await store.setRoles(tx, tenantId, id, change.roles);
          if ((await store.countHolders(tx, tenantId, "globalAdministrator")) === 0)
            throw new ParvisError("person/last-administrator");
        }
        const detail = {
          upn: before.upn,
          password: change.password === undefined ? undefined : "changed",
          roles: change.roles,
        };
        return { event: { operation: "Parvis.PersonChanged", subjectId: id, detail }, result: undefined };
      });
      return await get(origin.tenantId, id);
    },

    async findByUpn(tenantId: string, upn: string): Promise<store.Person | undefined> {
      return await store.findPersonByUpn(database.sql, tenantId, normaliseUpn(upn));
    },

    /** Everybody who stands in one of the two lists; who is not there is left out. */
    async find(
      tenantId: string,
      who: { ids: readonly string[]; upns: readonly string[] },
      sql: Sql = database.sql,
    ): Promise<{ id: string; upn: string; displayName: string }[]> {
      return await store.findNamed(sql, tenantId, { ids: who.ids, upns: who.upns.map(normaliseUpn) });
    },

    async list(tenantId: string, page: Parameters<typeof store.listPeople>[2]): Promise<store.Person[]> {
      return await store.listPeople(database.sql, tenantId, page);
    },

    /** Ids of people by sign-in name; unknown names are left out. */
    async idsByUpn(tenantId: string, upns: readonly string[]): Promise<string[]> {
      return await store.findIdsByUpn(database.sql, tenantId, upns.map(normaliseUpn));
    },

    /** People by id; unknown ids are left out. */
    async many(tenantId: string, ids: readonly string[]): Promise<Map<string, store.Person>> {
      const found = await store.findPeople(database.sql, tenantId, ids);
      return new Map(found.map((person) => [person.id, person]));
    },

    async names(tenantId: string, ids: readonly string[]): Promise<Map<string, string>> {
      return await store.findNames(database.sql, tenantId, ids);
    },
  };
}
