import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import type { Origin } from "../platform/events/event-log.ts";
import type { Platform } from "../platform/platform.ts";
import { findGroupsNamed } from "./find-groups.ts";
import { mostLevels } from "./group.rules.ts";
import type { GroupPorts } from "./group.service.ts";
import { findGroupNames, type Group } from "./group.store.ts";
import * as store from "./group-nesting.store.ts";
import { wayBetween } from "./ways-up.ts";

export type GroupNestingService = ReturnType<typeof groupNestingService>;

/** Names of groups an event carries at most. */
const mostTold = 100;

/** Groups within groups: whoever is in a group is in those it stands in, too, at any height. */
export function groupNestingService(
  { database }: Pick<Platform, "database">,
  ports: Pick<GroupPorts, "membershipChanged">,
) {
  async function named(sql: Sql, tenantId: string, id: string): Promise<store.NamedGroup> {
    const displayName = (await findGroupNames(sql, tenantId, [id])).get(id);
    if (displayName === undefined) throw new ParvisError("group/not-found");
    return { id, displayName };
  }

  /** @throws ParvisError group/within-itself with the way round, when one of them holds the group already or is it. */
  async function refuseRing(tx: Sql, tenantId: string, group: store.NamedGroup, nested: readonly store.NamedGroup[]) {
    const above = new Set(await store.groupsAbove(tx, tenantId, group.id));
    const round = nested.find(({ id }) => id === group.id || above.has(id));
    if (round === undefined) return;
    if (round.id === group.id)
      throw new ParvisError("group/within-itself", {
        detail: `${group.displayName} cannot stand in itself. Nothing was changed.`,
      });
    const way = (await wayBetween(tx, tenantId, [group.id], round.id)) ?? [group, round];
    throw new ParvisError("group/within-itself", {
      detail: `${round.displayName} holds ${group.displayName} already (${way.map(({ displayName }) => displayName).join(", in ")}), so it cannot stand in ${group.displayName}. Take one out of the other first. Nothing was changed.`,
      extra: { way },
    });
  }

  /** Why groups cannot be taken out of a group. */
  async function notIn(tx: Sql, tenantId: string, group: store.NamedGroup, nestedIds: readonly string[]) {
    const names = await findGroupNames(tx, tenantId, nestedIds);
    const [one = "The group"] = names.values();
    const way = await wayBetween(tx, tenantId, [...names.keys()], group.id);
    const between = way?.[1]?.displayName;
    const detail =
      between === undefined
        ? `${one} is not in ${group.displayName}.`
        : `${one} is in ${group.displayName} by the group ${between}, not itself. Take it out of ${between}, or that out of ${group.displayName}.`;
    return new ParvisError("group/not-found", { detail });
  }

  /** The group and all it stands in: what is below these is worked out again when what is in it changes. */
  const touched = async (tx: Sql, tenantId: string, id: string) => [id, ...(await store.groupsAbove(tx, tenantId, id))];

  return {
    /**
     * Puts groups into a group; who is in them is in it from then on.
     * @param groups ids and names. @returns how many came.
     * @throws ParvisError group/not-found, group/within-itself, group/nested-too-deep
     */
    async add(origin: Origin, id: string, groups: readonly string[]): Promise<number> {
      const { tenantId } = origin;
      return await command(database, origin, async (tx) => {
        const group = await named(tx, tenantId, id);
        // First, so that of two who nest at once the second sees what the first did, and no ring is closed between them.
        await ports.membershipChanged(tx, tenantId);
        const nested = await findGroupsNamed(tx, tenantId, groups);
        await refuseRing(tx, tenantId, group, nested);
        const ids = nested.map((one) => one.id);
        const added = new Set(await store.addNested(tx, tenantId, id, ids));
        if ((await store.refreshBelow(tx, tenantId, await touched(tx, tenantId, id))) === "too-deep")
          throw new ParvisError("group/nested-too-deep", {
            detail: `Groups stand within one another ${mostLevels} levels deep at most, and this would be more. Put them into a group further out. Nothing was changed.`,
            extra: { mostLevels },
          });
        const come = nested.filter((one) => added.has(one.id)).map(({ displayName }) => displayName);
        const detail = { name: group.displayName, added: come.length, groups: come.slice(0, mostTold) };
        return { event: { operation: "Parvis.GroupMembersAdded", subjectId: id, detail }, result: come.length };
      });
    },

    /**
     * Takes groups out of a group; of several those that are not in it are left out.
     * @returns how many went. @throws ParvisError group/not-found when none of them is in it
     */
    async remove(origin: Origin, id: string, nestedIds: readonly string[]): Promise<number> {
      const { tenantId } = origin;
      return await command(database, origin, async (tx) => {
        const group = await named(tx, tenantId, id);
        await ports.membershipChanged(tx, tenantId);
        const removed = await store.removeNested(tx, tenantId, id, nestedIds);
        if (removed.length === 0) throw await notIn(tx, tenantId, group, nestedIds);
        await store.refreshBelow(tx, tenantId, await touched(tx, tenantId, id));
        const names = await findGroupNames(tx, tenantId, removed.slice(0, mostTold));
        const detail = { name: group.displayName, removed: removed.length, groups: [...names.values()] };
        return { event: { operation: "Parvis.GroupMembersRemoved", subjectId: id, detail }, result: removed.length };
      });
    },

    /** A page of the groups in a group, or of those it is in. @throws ParvisError group/not-found */
    async list(
      tenantId: string,
      id: string,
      which: Parameters<typeof store.listNested>[3],
      page: Parameters<typeof store.listNested>[4],
    ): Promise<Group[]> {
      await named(database.sql, tenantId, id);
      return await store.listNested(database.sql, tenantId, id, which, page);
    },

    /** The groups in each of these groups themselves, by name. */
    async nestedIn(tenantId: string, ids: readonly string[]): Promise<Map<string, store.NamedGroup[]>> {
      return await store.nestedIn(database.sql, tenantId, ids);
    },
  };
}
