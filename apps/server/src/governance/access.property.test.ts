import fc from "fast-check";
import { sql as text } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findApps, listApps } from "../catalog/app.store.ts";
import { directoryRelations } from "../directory/index.ts";
import { ParvisError } from "../platform/errors.ts";
import type { Origin } from "../platform/events/event-log.ts";
import { governanceParts } from "../testing/governance-parts.ts";
import { type MadeWorld, makeWorld, worlds } from "../testing/governance-world.ts";
import { type TestDatabase, testDatabase } from "../testing/test-database.ts";
import { isOpen } from "./access.rules.ts";
import { listAppRules } from "./app-rule.store.ts";
import { audience } from "./audience.store.ts";
import type { ConsideredChange } from "./impact.service.ts";
import { globalPolicyId } from "./policy.rules.ts";

let database: TestDatabase;
let parts: Awaited<ReturnType<typeof governanceParts>>;

beforeAll(async () => {
  database = await testDatabase();
  parts = await governanceParts(database);
});
afterAll(async () => {
  parts.close();
  await parts.stop();
  await database.dispose();
});

/** Who may use which app, one decision at a time. */
async function pairs(tenantId: string, people: readonly string[], ids: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const app of await findApps(database.sql, tenantId, ids))
    for (const person of people)
      if ((await parts.access.explain(tenantId, person, app)).allowed) found.add(`${app.id} ${person}`);
  return found;
}

const everything = { limit: 100, after: undefined, search: undefined };

test("in random worlds, listings equal the single decision for every person and app, and the last gate is the verdict", async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const { tenantId, people, apps: ids, sideloaded } = await makeWorld(database, world);
      const apps = await findApps(database.sql, tenantId, ids);
      const users = new Map(apps.map((app) => [app.id, [] as string[]]));
      for (const person of people) {
        const decided: string[] = [];
        for (const app of apps) {
          const { allowed, gates, further } = await parts.access.explain(tenantId, person, app);
          expect(gates.at(-1)?.passed).toBe(allowed);
          expect(gates.slice(0, -1).every(({ passed }) => passed)).toBe(true);
          if (allowed) expect(further).toEqual([]);
          if (!allowed) continue;
          decided.push(app.id);
          users.get(app.id)?.push(person);
        }
        const visible = await parts.access.visible(tenantId, person);
        const listed = await listApps(database.sql, tenantId, { ...everything, visible });
        expect(listed.map(({ id }) => id).sort()).toEqual(decided.sort());
      }
      // The same the other way round: whom each app is for.
      const rules = await listAppRules(database.sql, tenantId, ids);
      const settings = await parts.governance.settingsInForce(tenantId);
      for (const app of apps) {
        const rule = rules.get(app.id) ?? { status: undefined, availability: undefined };
        const open = isOpen({ app, settings, rule });
        const forAll = (await parts.access.explain(tenantId, null, app)).allowed;
        expect(forAll).toBe(open && !sideloaded.has(app.id));
        const everybody = directoryRelations.people(tenantId);
        const { rows } = await text<{ id: string }>`select person_id as id
          from ${audience(tenantId, app, rule, settings, everybody, directoryRelations)} a`.execute(database.sql);
        const reached = open ? rows.map(({ id }) => id).sort() : [];
        expect(reached).toEqual(users.get(app.id)?.sort());
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
}, 240_000);

const place = fc.nat({ max: 7 });
const kindRule = fc.record({
  type: fc.constantFrom("AllowedAppList" as const, "BlockedAppList" as const),
  apps: fc.array(place, { maxLength: 3 }),
});
const changes = fc.oneof(
  fc.record({
    change: fc.constant("settings" as const),
    name: fc.constantFrom(
      "allowCustomApps" as const,
      "allowThirdPartyApps" as const,
      "customAppsAvailable" as const,
      "policiesReachNestedGroups" as const,
    ),
    value: fc.boolean(),
  }),
  fc.record({
    change: fc.constant("status" as const),
    apps: fc.uniqueArray(place, { minLength: 1, maxLength: 3 }),
    status: fc.constantFrom("allowed" as const, "blocked" as const),
  }),
  fc.record({
    change: fc.constant("availability" as const),
    app: place,
    availability: fc.constantFrom("everyone" as const, "usersAndGroups" as const, "noone" as const, "default" as const),
    people: fc.uniqueArray(place, { maxLength: 3 }),
    groups: fc.uniqueArray(place, { maxLength: 2 }),
  }),
  fc.record({
    change: fc.constant("policy" as const),
    policy: place,
    content: fc.record({ microsoft: kindRule, thirdParty: kindRule, custom: kindRule }),
  }),
  fc.record({
    change: fc.constant("assignPeople" as const),
    people: fc.uniqueArray(place, { minLength: 1, maxLength: 4 }),
    policy: fc.option(place),
  }),
  fc.record({ change: fc.constant("assignGroup" as const), group: place, policy: place }),
);
const groupChanges = fc.oneof(
  fc.record({
    change: fc.constantFrom("joinGroup" as const, "leaveGroup" as const),
    group: place,
    people: fc.uniqueArray(place, { maxLength: 3 }),
    groups: fc.uniqueArray(place, { maxLength: 2 }),
  }),
  fc.record({ change: fc.constant("deleteGroup" as const), group: place }),
);

/** Worlds whose apps are for certain people and groups, every other one: there it counts who is in a group. */
const worldsOfGroups = worlds.map((world) => ({
  ...world,
  apps: world.apps.map((app, place) =>
    place % 2 === 0
      ? { ...app, published: true, blockedByPublisher: false, status: "allowed", availability: "usersAndGroups" }
      : app,
  ),
}));

/** Who and which groups are in a group themselves: only they can leave it. */
async function membersOf(tenantId: string, groupId: string): Promise<{ people: string[]; groups: string[] }> {
  const { rows: people } = await text<{ id: string }>`select person_id as id from directory_group_member
    where tenant_id = ${tenantId} and group_id = ${groupId} order by 1`.execute(database.sql);
  const { rows: groups } = await text<{ id: string }>`select nested_id as id from directory_group_nesting
    where tenant_id = ${tenantId} and group_id = ${groupId} order by 1`.execute(database.sql);
  return { people: people.map(({ id }) => id), groups: groups.map(({ id }) => id) };
}

/** A change about the things a world has; undefined when it has no such thing. */
async function about(
  made: MadeWorld,
  wanted: typeof changes | typeof groupChanges extends fc.Arbitrary<infer C> ? C : never,
): Promise<ConsideredChange | undefined> {
  const at = (list: readonly string[], index: number) => list[index % Math.max(1, list.length)] ?? "";
  const all = (list: readonly string[], indexes: readonly number[]) =>
    list.length === 0 ? [] : [...new Set(indexes.map((index) => at(list, index)))];
  switch (wanted.change) {
    case "settings":
      return { change: "settings", settings: { [wanted.name]: wanted.value } };
    case "status":
      return { ...wanted, apps: all(made.apps, wanted.apps) };
    case "availability": {
      const some = wanted.availability === "usersAndGroups";
      const subjects = some ? { people: all(made.people, wanted.people), groups: all(made.groups, wanted.groups) } : {};
      return {
        change: "availability",
        appId: at(made.apps, wanted.app),
        availability: wanted.availability,
        ...subjects,
      };
    }
    case "policy": {
      const rule = ({ type, apps }: { type: "AllowedAppList" | "BlockedAppList"; apps: number[] }) => ({
        type,
        apps: all(made.apps, apps),
      });
      const { microsoft, thirdParty, custom } = wanted.content;
      const content = { microsoft: rule(microsoft), thirdParty: rule(thirdParty), custom: rule(custom) };
      return {
        change: "policy",
        kind: "permission",
        policyId: at([...made.policies, globalPolicyId], wanted.policy),
        content,
      };
    }
    case "assignPeople": {
      if (made.policies.length === 0 && wanted.policy !== null) return undefined;
      const policyId = wanted.policy === null ? null : at(made.policies, wanted.policy);
      return { change: "assignPeople", kind: "permission", people: all(made.people, wanted.people), policyId };
    }
    case "assignGroup": {
      if (made.policies.length === 0 || made.groups.length === 0) return undefined;
      const [group, policyId] = [at(made.groups, wanted.group), at(made.policies, wanted.policy)];
      return { change: "assignGroup", kind: "permission", group, policyId };
    }
    case "joinGroup":
    case "leaveGroup": {
      if (made.groups.length === 0) return undefined;
      const group = at(made.groups, wanted.group);
      const from = wanted.change === "joinGroup" ? made : await membersOf(made.tenantId, group);
      return {
        change: wanted.change,
        group,
        people: all(from.people, wanted.people),
        groups: all(from.groups, wanted.groups),
      };
    }
    case "deleteGroup":
      return made.groups.length === 0 ? undefined : { change: "deleteGroup", group: at(made.groups, wanted.group) };
  }
}

/** What came of it, or the code of its refusal. */
async function settled<T>(act: Promise<T>): Promise<{ value: T; refused?: undefined } | { refused: string }> {
  try {
    return { value: await act };
  } catch (error) {
    if (error instanceof ParvisError) return { refused: error.code };
    throw error;
  }
}

test.each([
  ["about settings, apps and policies", worlds, changes, 80],
  ["of who is in a group", worldsOfGroups, groupChanges, 60],
] as const)(
  "what a change %s would do is what it does, for every person and app of random worlds; asking changes nothing",
  async (_, wantedWorlds, wantedChanges, numRuns) => {
    await fc.assert(
      fc.asyncProperty(wantedWorlds as typeof worlds, wantedChanges, async (world, wanted) => {
        const made = await makeWorld(database, world);
        const change = await about(made, wanted);
        fc.pre(change !== undefined);
        // What a change would do is counted for apps of the organisation and the store.
        const shared = made.apps.filter((id) => !made.sideloaded.has(id));
        const origin: Origin = { tenantId: made.tenantId, actor: { kind: "system" } };
        const before = await pairs(made.tenantId, made.people, shared);
        const asked = await settled(parts.impact.consider(origin, change));
        expect(await pairs(made.tenantId, made.people, shared)).toEqual(before);
        const done = await settled(parts.impact.make(parts, origin, change));
        // What saving would refuse is refused when it is thought about: a ring, a group in use, allowing what was never published.
        expect(asked.refused).toBe(done.refused);
        if (asked.refused !== undefined) return;
        const after = await pairs(made.tenantId, made.people, shared);
        const counted = shared.flatMap((appId) => {
          const of = (set: Set<string>, other: Set<string>) =>
            [...set].filter((pair) => pair.startsWith(appId) && !other.has(pair)).length;
          const [gain, lose] = [of(after, before), of(before, after)];
          return gain + lose === 0 ? [] : [{ appId, gain, lose }];
        });
        const order = (a: { appId: string }, b: { appId: string }) => (a.appId < b.appId ? -1 : 1);
        const told = asked.value.apps.map(({ appId, gain, lose }) => ({ appId, gain, lose })).sort(order);
        expect(told).toEqual(counted.sort(order));
      }),
      { numRuns, endOnFailure: true },
    );
  },
  240_000,
);
