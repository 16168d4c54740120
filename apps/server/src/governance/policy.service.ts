import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import { authorOf, type Origin } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import { because } from "../platform/reasons.rules.ts";
import { assertFresh, tagOf } from "../platform/state-tag.ts";
import { countAssigned, listGroupAssignments, listPersonAssignments } from "./assignment.store.ts";
import type { GovernancePorts } from "./governance.ports.ts";
import {
  builtIn,
  builtInPolicies,
  globalPolicyId,
  normaliseRefs,
  type PolicyContent,
  type PolicyKind,
} from "./policy.rules.ts";
import * as store from "./policy.store.ts";
import type { PolicyMemory } from "./policy-memory.ts";
import type { PolicyVersion } from "./policy-version.store.ts";

/** A policy as administrators see it. */
export interface Policy {
  readonly kind: PolicyKind;
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly content: PolicyContent;
  readonly builtIn: boolean;
  readonly editable: boolean;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
}

export interface PolicyChange {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly content?: PolicyContent | undefined;
}

const mostNamed = 20;

export type PolicyService = ReturnType<typeof policyService>;

const operationOf = (kind: PolicyKind, what: "Created" | "Changed" | "Deleted") =>
  `Parvis.${kind === "permission" ? "Permission" : "Setup"}Policy${what}`;

/** What the entity tag of a policy is made from. */
function stateOf({ name, description, content }: Pick<Policy, "name" | "description" | "content">) {
  return { name, description, content };
}

function normalised(content: PolicyContent): PolicyContent {
  if ("custom" in content) {
    const rule = ({ type, apps }: (typeof content)["custom"]) => ({ type, apps: normaliseRefs(apps) });
    return { microsoft: rule(content.microsoft), thirdParty: rule(content.thirdParty), custom: rule(content.custom) };
  }
  const { allowSideLoading, allowUserPinning, pinnedAppBarApps, pinnedMessageBarApps, appPresetList } = content;
  return {
    allowSideLoading,
    allowUserPinning,
    pinnedAppBarApps: normaliseRefs(pinnedAppBarApps),
    pinnedMessageBarApps: normaliseRefs(pinnedMessageBarApps),
    appPresetList: normaliseRefs(appPresetList),
  };
}

function fromStored(kind: PolicyKind, stored: store.StoredPolicy): Policy {
  const original = builtIn(kind, stored.id);
  return { kind, ...stored, builtIn: original !== undefined, editable: original?.editable ?? true };
}

/** Permission and setup policies. */
export function policyService(
  { database }: Pick<Platform, "database">,
  memory: Pick<PolicyMemory, "changing">,
  ports: Pick<GovernancePorts, "people" | "groupNames">,
) {
  const by = authorOf;

  async function find(
    sql: Sql,
    tenantId: string,
    kind: PolicyKind,
    id: string,
    lock: "none" | "share" | "update" = "none",
  ): Promise<Policy | undefined> {
    const stored = await store.findPolicy(sql, tenantId, kind, id, lock);
    if (stored !== undefined) return fromStored(kind, stored);
    const original = builtIn(kind, id);
    return original && { kind, ...original, builtIn: true, changedBy: null, changedAt: null };
  }

  async function get(tenantId: string, kind: PolicyKind, id: string, sql: Sql = database.sql): Promise<Policy> {
    const policy = await find(sql, tenantId, kind, id);
    if (policy === undefined) throw new ParvisError("policy/not-found");
    return policy;
  }

  function assertName(kind: PolicyKind, id: string, name: string): void {
    const taken = builtInPolicies[kind].some(
      (policy) => policy.id !== id && policy.name.toLowerCase() === name.toLowerCase(),
    );
    if (taken) throw new ParvisError("policy/name-taken", because("policy/name-built-in", { name }));
  }

  async function write(tx: Sql, origin: Origin, kind: PolicyKind, policy: store.PolicyToWrite): Promise<void> {
    assertName(kind, policy.id, policy.name);
    const content = normalised(policy.content);
    if (!(await store.putPolicy(tx, origin.tenantId, kind, { ...policy, content }, by(origin))))
      throw new ParvisError("policy/name-taken", because("policy/name-there", { name: policy.name }));
  }

  /** Who stands on a policy: some by name, and how many there are. */
  async function usedBy(sql: Sql, tenantId: string, kind: PolicyKind, id: string) {
    const counts = (await countAssigned(sql, tenantId, kind, [id])).get(id) ?? { people: 0, groups: 0 };
    const people = await listPersonAssignments(sql, tenantId, kind, {
      limit: mostNamed - 1,
      after: undefined,
      policyId: id,
    });
    const groups = (await listGroupAssignments(sql, tenantId)).filter(
      (assignment) => assignment.kind === kind && assignment.policyId === id,
    );
    const personIds = people.map(({ personId }) => personId);
    const groupIds = groups.slice(0, mostNamed).map(({ groupId }) => groupId);
    const found = await ports.people(tenantId, { ids: personIds, upns: [] }, sql);
    const personNames = new Map(found.map((person) => [person.id, person.displayName]));
    const groupNames = await ports.groupNames(tenantId, groupIds, sql);
    return {
      ...counts,
      somePeople: personIds.map((personId) => ({ id: personId, displayName: personNames.get(personId) ?? personId })),
      someGroups: groupIds.map((groupId) => ({ id: groupId, displayName: groupNames.get(groupId) ?? groupId })),
    };
  }

  return {
    get: async (tenantId: string, kind: PolicyKind, id: string, sql: Sql = database.sql) =>
      await get(tenantId, kind, id, sql),
    usedBy,
    normalised,
    tag: (policy: Policy) => tagOf(stateOf(policy)),

    /** A page in order of name, built-in ones among them; one more than the limit tells that there is another. */
    async list(tenantId: string, kind: PolicyKind, page: Parameters<typeof store.listPolicies>[3]): Promise<Policy[]> {
      const stored = await store.listPolicies(database.sql, tenantId, kind, page);
      const untouched: Policy[] = [];
      for (const original of builtInPolicies[kind]) {
        const name = original.name.toLowerCase();
        if (page.after !== undefined && name <= (page.after[0] ?? "")) continue;
        if (page.search !== undefined && !name.includes(page.search.toLowerCase())) continue;
        if ((await store.findPolicy(database.sql, tenantId, kind, original.id)) === undefined)
          untouched.push({ kind, ...original, builtIn: true, changedBy: null, changedAt: null });
      }
      const order = (a: Policy, b: Policy) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1);
      return [...stored.map((policy) => fromStored(kind, policy)), ...untouched]
        .toSorted(order)
        .slice(0, page.limit + 1);
    },

    /** @param names any case. @returns ids by name in lower case, built-in ones too. */
    async idsByName(
      tenantId: string,
      kind: PolicyKind,
      names: readonly string[],
      sql: Sql = database.sql,
    ): Promise<Map<string, string>> {
      const stored = await store.findPoliciesByName(sql, tenantId, kind, names);
      const originals = builtInPolicies[kind].map(({ id, name }) => ({ id, name }));
      return new Map([...originals, ...stored].map(({ id, name }) => [name.toLowerCase(), id]));
    },

    /** Names by id, built-in ones too. */
    async named(tenantId: string, kind: PolicyKind, ids: readonly string[], sql: Sql = database.sql) {
      const originals = builtInPolicies[kind]
        .filter(({ id }) => ids.includes(id))
        .map(({ id, name }) => ({ id, name }));
      return [...originals, ...(await store.findPolicyNames(sql, tenantId, kind, ids))];
    },

    /** Policies that name an app; a hundred at most. */
    async naming(tenantId: string, app: { readonly id: string; readonly externalId: string }) {
      return await store.listPoliciesNaming(database.sql, tenantId, [app.id, app.externalId.toLowerCase()], 100);
    },

    async counts(tenantId: string, kind: PolicyKind, ids: readonly string[]) {
      return await countAssigned(database.sql, tenantId, kind, ids);
    },

    /**
     * Makes a policy; what is not said is as in Global (contracts.md B.3).
     * @throws ParvisError policy/name-taken
     */
    async create(
      origin: Origin,
      kind: PolicyKind,
      policy: { name: string; description: string; content?: PolicyContent | undefined },
    ): Promise<Policy> {
      const { tenantId } = origin;
      return await command(database, origin, async (tx) => {
        await memory.changing(tx, tenantId);
        const content = policy.content ?? (await get(tenantId, kind, globalPolicyId, tx)).content;
        const id = newId();
        await write(tx, origin, kind, { id, name: policy.name, description: policy.description, content });
        const made = await get(tenantId, kind, id, tx);
        const detail = { name: made.name, content: made.content };
        return { event: { operation: operationOf(kind, "Created"), subjectId: id, detail }, result: made };
      });
    },

    /** Part of a command, in its transaction. @throws as change does */
    async changeWithin(
      tx: Sql,
      origin: Origin,
      kind: PolicyKind,
      id: string,
      change: PolicyChange,
      ifMatch?: string,
    ): Promise<{ version: PolicyVersion; before: Policy; after: Policy }> {
      const { tenantId } = origin;
      const version = await memory.changing(tx, tenantId);
      const before = await find(tx, tenantId, kind, id, "update");
      if (before === undefined) throw new ParvisError("policy/not-found");
      if (!before.editable)
        throw new ParvisError("policy/built-in", because("policy/not-edited", { name: before.name }));
      if (before.builtIn && change.name !== undefined && change.name !== before.name)
        throw new ParvisError("policy/built-in", because("policy/keeps-name", { name: before.name }));
      const wanted = { ...change, content: change.content && normalised(change.content) };
      assertFresh(ifMatch, wanted, stateOf(before), { by: before.changedBy, at: before.changedAt });
      const { name, description, content } = before;
      await write(tx, origin, kind, {
        id,
        name: wanted.name ?? name,
        description: wanted.description ?? description,
        content: wanted.content ?? content,
      });
      return { version, before, after: await get(tenantId, kind, id, tx) };
    },

    /** @throws ParvisError policy/not-found, policy/built-in, policy/name-taken, change/stale with the difference */
    async change(
      origin: Origin,
      kind: PolicyKind,
      id: string,
      change: PolicyChange,
      ifMatch?: string,
    ): Promise<Policy> {
      return await command(database, origin, async (tx) => {
        const { before, after } = await this.changeWithin(tx, origin, kind, id, change, ifMatch);
        const detail = { name: after.name, from: stateOf(before), to: stateOf(after) };
        return { event: { operation: operationOf(kind, "Changed"), subjectId: id, detail }, result: after };
      });
    },

    /**
     * Makes a policy's content that of Global, as `Grant-… -Global` does (contracts.md B.3).
     * @throws ParvisError policy/not-found
     */
    async overwriteGlobal(origin: Origin, kind: PolicyKind, id: string): Promise<PolicyVersion> {
      const { tenantId } = origin;
      return await command(database, origin, async (tx) => {
        const from = await get(tenantId, kind, id, tx);
        const { version, before, after } = await this.changeWithin(tx, origin, kind, globalPolicyId, {
          content: from.content,
        });
        const detail = { name: after.name, contentOf: from.name, from: stateOf(before), to: stateOf(after) };
        return {
          event: { operation: operationOf(kind, "Changed"), subjectId: globalPolicyId, detail },
          result: version,
        };
      });
    },

    /** @throws ParvisError policy/not-found, policy/built-in, policy/in-use with who uses it, change/stale */
    async remove(origin: Origin, kind: PolicyKind, id: string, ifMatch?: string): Promise<void> {
      const { tenantId } = origin;
      await command(database, origin, async (tx) => {
        await memory.changing(tx, tenantId);
        const policy = await find(tx, tenantId, kind, id, "update");
        if (policy === undefined) throw new ParvisError("policy/not-found");
        if (policy.builtIn)
          throw new ParvisError("policy/built-in", because("policy/not-deleted", { name: policy.name }));
        assertFresh(ifMatch, {}, stateOf(policy), { by: policy.changedBy, at: policy.changedAt });
        const users = await usedBy(tx, tenantId, kind, id);
        if (users.people + users.groups > 0) {
          const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;
          const named = [...users.someGroups, ...users.somePeople].slice(0, 5).map(({ displayName }) => displayName);
          throw new ParvisError("policy/in-use", {
            detail: `${policy.name} is assigned to ${count(users.people, "person", "people")} and ${count(users.groups, "group", "groups")} (${named.join(", ")}${users.people + users.groups > named.length ? ", …" : ""}). Give them another policy first.`,
            extra: { usedBy: users },
          });
        }
        await store.deletePolicy(tx, tenantId, kind, id);
        const detail = { name: policy.name, content: policy.content };
        return { event: { operation: operationOf(kind, "Deleted"), subjectId: id, detail }, result: undefined };
      });
    },

    /** Part of applying a file, in its transaction. */
    async createWithin(
      tx: Sql,
      origin: Origin,
      kind: PolicyKind,
      policy: { name: string; description: string; content: PolicyContent },
    ): Promise<string> {
      const id = newId();
      await memory.changing(tx, origin.tenantId);
      await write(tx, origin, kind, { id, ...policy });
      return id;
    },
  };
}
