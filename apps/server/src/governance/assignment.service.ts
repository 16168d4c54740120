import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import { authorOf, type Origin } from "../platform/events/event-log.ts";
import type { Platform } from "../platform/platform.ts";
import { because } from "../platform/reasons.rules.ts";
import { listAppsForGroup } from "./app-rule.store.ts";
import * as store from "./assignment.store.ts";
import { findGroupsByRef, findPeopleByRef } from "./find-subjects.ts";
import type { GovernancePorts } from "./governance.ports.ts";
import { type GroupAssignment, globalPolicyId, type PolicyKind } from "./policy.rules.ts";
import type { PolicyService } from "./policy.service.ts";
import type { PolicyMemory } from "./policy-memory.ts";
import type { PolicyVersion } from "./policy-version.store.ts";

export type AssignmentService = ReturnType<typeof assignmentService>;

/** Who has which policy: people of their own, and groups by rank. */
export function assignmentService(
  { database }: Pick<Platform, "database">,
  memory: Pick<PolicyMemory, "changing">,
  policies: Pick<PolicyService, "get" | "named">,
  ports: GovernancePorts,
) {
  const by = authorOf;

  /** @throws ParvisError policy/not-found, policy/built-in for Global, which holds without being assigned */
  async function assignable(tx: Sql, tenantId: string, kind: PolicyKind, policyId: string) {
    if (policyId === globalPolicyId) throw new ParvisError("policy/built-in", because("policy/global-holds"));
    return await policies.get(tenantId, kind, policyId, tx);
  }

  async function groupNamed(tx: Sql, tenantId: string, ref: string): Promise<{ id: string; displayName: string }> {
    const [group] = await findGroupsByRef(ports, tenantId, [ref], tx);
    if (group === undefined) throw new ParvisError("group/not-found");
    return group;
  }

  async function rankedGroups(sql: Sql, tenantId: string, kind: PolicyKind): Promise<GroupAssignment[]> {
    return (await store.listGroupAssignments(sql, tenantId)).filter((assignment) => assignment.kind === kind);
  }

  return {
    /** Groups with a policy, best rank first. */
    async groups(tenantId: string, kind: PolicyKind): Promise<GroupAssignment[]> {
      return await rankedGroups(database.sql, tenantId, kind);
    },

    async people(tenantId: string, kind: PolicyKind, page: Parameters<typeof store.listPersonAssignments>[3]) {
      return await store.listPersonAssignments(database.sql, tenantId, kind, page);
    },

    /**
     * Gives people a policy of their own, or with null takes it away: all of them or none.
     * @param people ids or sign-in names. @throws ParvisError policy/not-found, policy/built-in, person/not-found
     */
    async assignPeople(
      origin: Origin,
      kind: PolicyKind,
      people: readonly string[],
      policyId: string | null,
    ): Promise<PolicyVersion> {
      const { tenantId } = origin;
      return await command(database, origin, async (tx) => {
        const version = await memory.changing(tx, tenantId);
        const policy = policyId === null ? undefined : await assignable(tx, tenantId, kind, policyId);
        const ids = [...new Set((await findPeopleByRef(ports, tenantId, people, tx)).map(({ id }) => id))];
        if (policy === undefined) await store.deleteDirect(tx, tenantId, kind, ids);
        else {
          const assignments = ids.map((personId) => ({ personId, policyId: policy.id }));
          await store.putDirect(tx, tenantId, kind, assignments, by(origin));
        }
        const operation = policy === undefined ? "Parvis.PolicyUnassigned" : "Parvis.PolicyAssigned";
        const detail = { kind, policy: policy?.name, people: ids.slice(0, 100), count: ids.length };
        const [only, ...others] = ids;
        const about = only !== undefined && others.length === 0 ? { subjectId: only } : {};
        return { event: { operation, ...about, detail }, result: version };
      });
    },

    /**
     * Gives a group a policy. Of a person's groups the one with the best rank decides; 1 is the best.
     * @param rank left out: the rank it has, or behind all others.
     * @throws ParvisError policy/not-found, policy/built-in, policy/rank-taken with who has it, group/not-found
     */
    async assignGroup(
      origin: Origin,
      kind: PolicyKind,
      groupRef: string,
      policyId: string,
      rank: number | undefined,
    ): Promise<PolicyVersion> {
      const { tenantId } = origin;
      return await command(database, origin, async (tx) => {
        const version = await memory.changing(tx, tenantId);
        const policy = await assignable(tx, tenantId, kind, policyId);
        const group = await groupNamed(tx, tenantId, groupRef);
        const all = await rankedGroups(tx, tenantId, kind);
        const others = all.filter((assignment) => assignment.groupId !== group.id);
        const own = all.find((assignment) => assignment.groupId === group.id);
        const wanted = rank ?? own?.rank ?? Math.max(0, ...others.map((assignment) => assignment.rank)) + 1;
        const holder = others.find((assignment) => assignment.rank === wanted);
        if (holder !== undefined) {
          const name = (await ports.groupNames(tenantId, [holder.groupId], tx)).get(holder.groupId) ?? holder.groupId;
          const free = Math.max(...all.map((assignment) => assignment.rank)) + 1;
          throw new ParvisError("policy/rank-taken", {
            ...because("policy/rank-of", { rank: wanted, group: name, free }),
            extra: { rank: wanted, heldBy: { id: holder.groupId, displayName: name }, free },
          });
        }
        await store.putGroups(
          tx,
          tenantId,
          kind,
          [{ groupId: group.id, policyId: policy.id, rank: wanted }],
          by(origin),
        );
        const detail = { kind, policy: policy.name, group: group.displayName, rank: wanted };
        return { event: { operation: "Parvis.PolicyAssigned", subjectId: group.id, detail }, result: version };
      });
    },

    /** @throws ParvisError group/not-found when it has no policy of this kind */
    async unassignGroup(origin: Origin, kind: PolicyKind, groupRef: string): Promise<PolicyVersion> {
      const { tenantId } = origin;
      return await command(database, origin, async (tx) => {
        const version = await memory.changing(tx, tenantId);
        const group = await groupNamed(tx, tenantId, groupRef);
        if ((await store.deleteGroups(tx, tenantId, kind, [group.id])) === 0)
          throw new ParvisError("group/not-found", { detail: `${group.displayName} has no policy of this kind.` });
        const detail = { kind, group: group.displayName };
        return { event: { operation: "Parvis.PolicyUnassigned", subjectId: group.id, detail }, result: version };
      });
    },

    /**
     * Puts the groups in order: the first gets rank 1. Every group that has a policy must be named, so that two
     * administrators who reorder at once do not mix.
     * @throws ParvisError change/stale when the groups are others by now
     */
    async orderGroups(origin: Origin, kind: PolicyKind, groupIds: readonly string[]): Promise<PolicyVersion> {
      const { tenantId } = origin;
      return await command(database, origin, async (tx) => {
        const version = await memory.changing(tx, tenantId);
        const all = new Map((await rankedGroups(tx, tenantId, kind)).map((one) => [one.groupId, one]));
        if (new Set(groupIds).size !== all.size || groupIds.length !== all.size || groupIds.some((id) => !all.has(id)))
          throw new ParvisError("change/stale", {
            ...because("policy/other-groups"),
            extra: { current: [...all.keys()] },
          });
        const ranked = groupIds.flatMap((groupId, index) => {
          const { policyId } = all.get(groupId) ?? {};
          return policyId === undefined ? [] : [{ groupId, policyId, rank: index + 1 }];
        });
        await store.putGroups(tx, tenantId, kind, ranked, by(origin));
        const detail = { kind, order: groupIds };
        return { event: { operation: "Parvis.PolicyRanksChanged", detail }, result: version };
      });
    },

    /** What is assigned to a group: policies of both kinds, and how many apps (at most a hundred are counted). */
    async usesOfGroup(tx: Sql, tenantId: string, groupId: string) {
      const assigned = (await store.listGroupAssignments(tx, tenantId)).filter((one) => one.groupId === groupId);
      const found: { kind: PolicyKind; id: string; name: string }[] = [];
      for (const { kind, policyId } of assigned)
        for (const policy of await policies.named(tenantId, kind, [policyId], tx)) found.push({ kind, ...policy });
      return { policies: found, apps: (await listAppsForGroup(tx, tenantId, groupId, 100)).length };
    },

    /** Parts of other commands, in their transaction. */
    within: { ...store, rankedGroups },
  };
}
