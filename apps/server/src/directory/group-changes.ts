import type { Database } from "../platform/database/database.ts";
import type { Origin } from "../platform/events/event-log.ts";
import { findGroupsNamed } from "./find-groups.ts";
import { findPeopleNamed } from "./find-people.ts";
import { type GroupPorts, groupService } from "./group.service.ts";
import { groupNestingService } from "./group-nesting.service.ts";
import { groupsAbove } from "./group-nesting.store.ts";

/** Who comes into a group or leaves it: people by id or sign-in name, groups by id or name. */
interface GroupMembers {
  readonly people: readonly string[];
  readonly groups: readonly string[];
}

export type GroupChanges = ReturnType<typeof groupChanges>;

/** The commands about who is in a group, on a handle of somebody's choice: to see what they would do. */
export function groupChanges(database: Database, ports: GroupPorts) {
  const service = groupService({ database }, ports);
  const nesting = groupNestingService({ database }, ports);
  return {
    /** The groups that a group stands in, at any height. */
    async above(tenantId: string, id: string): Promise<readonly string[]> {
      return await groupsAbove(database.sql, tenantId, id);
    },

    /** @throws ParvisError group/not-found, person/not-found, group/within-itself, group/nested-too-deep */
    async join(origin: Origin, id: string, { people, groups }: GroupMembers): Promise<void> {
      if (groups.length > 0) await nesting.add(origin, id, groups);
      if (people.length > 0) await service.addMembers(origin, id, people);
    },

    /** @throws ParvisError group/not-found, person/not-found when somebody is not in it themselves */
    async leave(origin: Origin, id: string, { people, groups }: GroupMembers): Promise<void> {
      const nested = await findGroupsNamed(database.sql, origin.tenantId, groups);
      const members = await findPeopleNamed(database.sql, origin.tenantId, people);
      const nestedIds = nested.map((one) => one.id);
      if (nestedIds.length > 0) await nesting.remove(origin, id, nestedIds);
      for (const personId of members) await service.removeMember(origin, id, personId);
    },

    /** @throws ParvisError group/not-found, group/in-use */
    async remove(origin: Origin, id: string): Promise<void> {
      await service.remove(origin, id);
    },
  };
}
