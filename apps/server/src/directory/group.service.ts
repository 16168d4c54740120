import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import type { Origin } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import { findPeopleNamed } from "./find-people.ts";
import type { GroupKind } from "./group.rules.ts";
import * as store from "./group.store.ts";
import type { NamedGroup } from "./group-nesting.store.ts";
import * as nesting from "./group-nesting.store.ts";
import { waysUp } from "./ways-up.ts";

export type { Group } from "./group.store.ts";

/** Who stands on groups hears of them inside the transaction. */
export interface GroupPorts {
  /**
   * Who is in a group changes: somebody comes or leaves, or a group does. Of several transactions that call it for one
   * organisation the others wait until the first has ended; called before anything is written that others could wait for,
   * so that no two wait for each other.
   */
  membershipChanged(tx: Sql, tenantId: string): Promise<void>;
  /** @throws ParvisError group/in-use when the group may not go yet. */
  groupRemoved(tx: Sql, tenantId: string, group: { id: string; displayName: string }): Promise<void>;
}

export interface NewGroup {
  readonly displayName: string;
  readonly description: string;
  readonly kind: GroupKind;
}

export type GroupService = ReturnType<typeof groupService>;

/** Groups of people, which policies and apps are assigned to. */
export function groupService({ database }: Pick<Platform, "database">, ports: GroupPorts) {
  async function get(tenantId: string, id: string, sql: Sql = database.sql): Promise<store.Group> {
    const group = await store.findGroup(sql, tenantId, id);
    if (group === undefined) throw new ParvisError("group/not-found");
    return group;
  }

  /** Why somebody cannot be taken out of a group. */
  async function notDirectly(tx: Sql, tenantId: string, { id, displayName }: store.Group, personId: string) {
    const way = (await waysUp(tx, tenantId, personId, [id])).get(id);
    const detail =
      way === undefined
        ? `They are not in ${displayName}.`
        : `They are in ${displayName} by the group ${way[0]?.displayName}, not themselves. Take them out of ${way[0]?.displayName}, or that group out of ${displayName}.`;
    return new ParvisError("person/not-found", { detail });
  }

  const nameTaken = (name: string) =>
    new ParvisError("group/name-taken", { detail: `There is a group ${name} already. Choose another name.` });

  return {
    get,

    /** @param group with ids and sign-in names of people. @throws ParvisError group/name-taken, person/not-found */
    async create(origin: Origin, group: NewGroup & { members: readonly string[] }): Promise<store.Group> {
      const id = newId();
      return await command(database, origin, async (tx) => {
        const { tenantId } = origin;
        if (group.members.length > 0) await ports.membershipChanged(tx, tenantId);
        if (!(await store.insertGroup(tx, tenantId, { ...group, id }))) throw nameTaken(group.displayName);
        const members = await findPeopleNamed(tx, tenantId, group.members);
        await store.addMembers(tx, tenantId, id, members);
        const detail = { name: group.displayName, members: members.length };
        const event = { operation: "Parvis.GroupCreated", subjectId: id, detail };
        return { event, result: await get(tenantId, id, tx) };
      });
    },

    /** @throws ParvisError group/not-found, group/name-taken */
    async change(
      origin: Origin,
      id: string,
      change: { displayName?: string | undefined; description?: string | undefined },
    ): Promise<store.Group> {
      return await command(database, origin, async (tx) => {
        const { displayName, description, kind } = await get(origin.tenantId, id, tx);
        const to = {
          displayName: change.displayName ?? displayName,
          description: change.description ?? description,
          kind,
        };
        if ((await store.updateGroup(tx, origin.tenantId, id, to)) === "name-taken") throw nameTaken(to.displayName);
        const detail = { name: to.displayName, before: displayName };
        const event = { operation: "Parvis.GroupChanged", subjectId: id, detail };
        return { event, result: await get(origin.tenantId, id, tx) };
      });
    },

    /** @throws ParvisError group/not-found, group/in-use */
    async remove(origin: Origin, id: string): Promise<void> {
      await command(database, origin, async (tx) => {
        const group = await get(origin.tenantId, id, tx);
        await ports.membershipChanged(tx, origin.tenantId);
        await ports.groupRemoved(tx, origin.tenantId, group);
        const around = await nesting.groupsAbove(tx, origin.tenantId, id);
        await store.deleteGroup(tx, origin.tenantId, id);
        await nesting.refreshBelow(tx, origin.tenantId, around);
        const event = { operation: "Parvis.GroupDeleted", subjectId: id, detail: { name: group.displayName } };
        return { event, result: undefined };
      });
    },

    /** @param people ids and sign-in names. @returns how many came. @throws ParvisError group/not-found, person/not-found */
    async addMembers(origin: Origin, id: string, people: readonly string[]): Promise<number> {
      return await command(database, origin, async (tx) => {
        const group = await get(origin.tenantId, id, tx);
        await ports.membershipChanged(tx, origin.tenantId);
        const ids = await findPeopleNamed(tx, origin.tenantId, people);
        const added = await store.addMembers(tx, origin.tenantId, id, ids);
        const detail = { name: group.displayName, added };
        return { event: { operation: "Parvis.GroupMembersAdded", subjectId: id, detail }, result: added };
      });
    },

    /** @throws ParvisError group/not-found, person/not-found when somebody is not in it */
    async removeMember(origin: Origin, id: string, personId: string): Promise<void> {
      await command(database, origin, async (tx) => {
        const group = await get(origin.tenantId, id, tx);
        await ports.membershipChanged(tx, origin.tenantId);
        if ((await store.removeMembers(tx, origin.tenantId, id, [personId])) === 0)
          throw await notDirectly(tx, origin.tenantId, group, personId);
        const detail = { name: group.displayName, personId };
        return { event: { operation: "Parvis.GroupMembersRemoved", subjectId: id, detail }, result: undefined };
      });
    },

    async list(tenantId: string, page: Parameters<typeof store.listGroups>[2]): Promise<store.Group[]> {
      return await store.listGroups(database.sql, tenantId, page);
    },

    async members(
      tenantId: string,
      id: string,
      page: Parameters<typeof store.listMembers>[3],
    ): Promise<store.GroupMember[]> {
      await get(tenantId, id);
      return await store.listMembers(database.sql, tenantId, id, page);
    },

    /** The groups somebody is in, themselves or by groups within them. */
    async groupsOf(tenantId: string, personId: string, sql: Sql = database.sql): Promise<store.GroupOf[]> {
      return await store.groupsOf(sql, tenantId, personId);
    },

    /** How somebody comes to be in each of these groups: from the one they are in themselves up to it. */
    async waysUp(tenantId: string, personId: string, groupIds: readonly string[]): Promise<Map<string, NamedGroup[]>> {
      return await waysUp(database.sql, tenantId, personId, groupIds);
    },

    async names(tenantId: string, ids: readonly string[], sql: Sql = database.sql): Promise<Map<string, string>> {
      return await store.findGroupNames(sql, tenantId, ids);
    },

    /** Groups of these names, whatever their case. */
    async byName(tenantId: string, names: readonly string[], sql: Sql = database.sql) {
      return await store.findGroupsByName(sql, tenantId, names);
    },

    /** Everybody in a group, by sign-in name: for comparing with a file that lists them. */
    async memberUpns(tenantId: string, id: string): Promise<{ id: string; upn: string }[]> {
      return await store.listMemberUpns(database.sql, tenantId, id);
    },

    /** What a file says of a group that is there, in one command. @throws ParvisError group/not-found */
    async become(
      origin: Origin,
      id: string,
      to: { description: string; kind: GroupKind; added: readonly string[]; removed: readonly string[] },
    ): Promise<void> {
      await command(database, origin, async (tx) => {
        const { tenantId } = origin;
        const { displayName } = await get(tenantId, id, tx);
        if (to.added.length + to.removed.length > 0) await ports.membershipChanged(tx, tenantId);
        await store.updateGroup(tx, tenantId, id, { displayName, description: to.description, kind: to.kind });
        const added = await store.addMembers(tx, tenantId, id, to.added);
        const removed = await store.removeMembers(tx, tenantId, id, to.removed);
        const event = {
          operation: "Parvis.GroupChanged",
          subjectId: id,
          detail: { name: displayName, added, removed },
        };
        return { event, result: undefined };
      });
    },
  };
}
