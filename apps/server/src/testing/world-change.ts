import fc from "fast-check";
import { builtInPolicies, globalContents } from "../governance/policy.rules.ts";
import type { PoliciesSection, SettingsSection } from "../governance/policy-file.schema.ts";
import type { MadeWorld, World } from "./governance-world.ts";
import { type AppRef, namesOf, otherSettings, setupContents } from "./setup-world.ts";

/** What a bootstrap file says about governance. */
export interface Said {
  readonly settings: SettingsSection;
  readonly policies: PoliciesSection;
}

const place = fc.nat({ max: 7 });
const refs = fc.array(
  fc.record({ app: place, by: fc.constantFrom("id" as const, "manifest" as const, "nowhere" as const) }),
  { maxLength: 3 },
);
const rule = fc.record({ type: fc.constantFrom("AllowedAppList" as const, "BlockedAppList" as const), apps: refs });
const partly = { requiredKeys: [] };
const assigned = {
  people: fc.array(fc.record({ person: place, policy: place }), { maxLength: 4 }),
  groups: fc.uniqueArray(fc.record({ group: place, policy: place }), { maxLength: 3, selector: ({ group }) => group }),
  /** Says anew whose all policies of the kind are; else only what the policies say changes. */
  reassign: fc.boolean(),
};

/** A change somebody may make to a file, of things by their place. */
export const worldChanges = fc.record({
  settings: fc
    .tuple(
      otherSettings,
      fc.record(
        { allowCustomApps: fc.boolean(), allowThirdPartyApps: fc.boolean(), customAppsAvailable: fc.boolean() },
        partly,
      ),
    )
    .map(([other, switches]) => ({ ...other, ...switches })),
  permission: fc.record({
    policies: fc.array(fc.tuple(place, fc.record({ microsoft: rule, thirdParty: rule, custom: rule }, partly)), {
      maxLength: 2,
    }),
    ...assigned,
  }),
  setup: fc.record({
    policies: fc.array(fc.tuple(place, setupContents), { maxLength: 2 }),
    ...assigned,
  }),
  apps: fc.uniqueArray(
    fc.record({
      app: place,
      status: fc.option(fc.constantFrom("allowed" as const, "blocked" as const), { nil: undefined }),
      availability: fc.constantFrom(
        "everyone" as const,
        "usersAndGroups" as const,
        "noone" as const,
        "default" as const,
      ),
      people: fc.uniqueArray(place, { maxLength: 3 }),
      groups: fc.uniqueArray(place, { maxLength: 3 }),
    }),
    { maxLength: 3, selector: ({ app }) => app },
  ),
});
type WorldChange = typeof worldChanges extends fc.Arbitrary<infer C> ? C : never;
type Listed = PoliciesSection["permission"][number] & PoliciesSection["setup"][number];

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

/** The policies of a kind as a file says them, with a change. */
function changedPolicies(
  made: MadeWorld,
  before: readonly Partial<Listed>[],
  contents: readonly (readonly [number, Partial<Listed>])[],
  { people, groups, reassign }: Omit<WorldChange["setup"], "policies">,
): Listed[] {
  const named = new Map(before.map((policy) => [policy.name ?? "", { ...policy }]));
  for (const [index, content] of contents) {
    const name =
      at(
        [...named.keys(), `New ${index}`].filter((one) => one !== "FirstlineWorker"),
        index,
      ) ?? "New";
    named.set(name, { ...named.get(name), name, ...content });
  }
  if (reassign) {
    const all = [...named.values()];
    if (all.length === 0) return [];
    for (const policy of all) policy.assignedTo = { people: [], groups: [] };
    const taken = new Set<string>();
    for (const { person, policy } of people) {
      const id = at(made.people, person) ?? "";
      if (!taken.has(id)) at(all, policy)?.assignedTo?.people?.push(`${id}@world.test`);
      taken.add(id);
    }
    const ranked =
      made.groups.length === 0 ? [] : groups.map((one) => ({ ...one, group: one.group % made.groups.length }));
    for (const [index, { group, policy }] of ranked.entries()) {
      if (ranked.findIndex((one) => one.group === group) < index) continue;
      at(all, policy)?.assignedTo?.groups?.push({ group: `Group ${group}`, rank: ranked.length - index });
    }
  }
  return [...named.values()] as Listed[];
}

/** A file with a change: what it says is what there is to be. */
export function changed(before: Said, made: MadeWorld, world: World, wanted: WorldChange): Said {
  const rules = (named: Partial<Record<string, { type: string; apps: readonly AppRef[] }>>) =>
    Object.fromEntries(
      Object.entries(named).map(([kind, said]) => [kind, said && { ...said, apps: namesOf(made, said.apps) }]),
    ) as Partial<Listed>;
  const permission = wanted.permission.policies.map(([index, content]) => [index, rules(content)] as const);
  const setup = wanted.setup.policies.map(
    ([index, { pinnedAppBarApps, pinnedMessageBarApps, appPresetList, ...switches }]) =>
      [
        index,
        {
          ...switches,
          pinnedAppBarApps: namesOf(made, pinnedAppBarApps),
          pinnedMessageBarApps: namesOf(made, pinnedMessageBarApps),
          appPresetList: namesOf(made, appPresetList),
        },
      ] as const,
  );
  const apps = new Map(before.policies.apps.map((app) => [app.app.toLowerCase(), app]));
  for (const { app, status, availability, people, groups } of wanted.apps) {
    const index = app % made.apps.length;
    const id = made.apps[index] ?? "";
    const ref = (made.sideloaded.has(id) ? id : made.manifests[index]) ?? "";
    const upns = people.map((person) => `${at(made.people, person)}@world.test`);
    const names = groups.flatMap((group) => (made.groups.length === 0 ? [] : [`Group ${group % made.groups.length}`]));
    // An app that was never published cannot be allowed (contracts.md B.6).
    const said = status === "allowed" && world.apps[index]?.published === false ? undefined : status;
    apps.set(ref.toLowerCase(), {
      app: ref,
      status: said ?? apps.get(ref.toLowerCase())?.status,
      availability,
      ...(availability === "usersAndGroups" ? { people: upns, groups: names } : {}),
    });
  }
  return {
    settings: { ...before.settings, ...wanted.settings },
    policies: {
      permission: changedPolicies(made, before.policies.permission as Listed[], permission, wanted.permission),
      setup: changedPolicies(made, before.policies.setup as Listed[], setup, wanted.setup),
      apps: [...apps.values()],
    },
  };
}

const sorted = (names: readonly string[] = []) => [...new Set(names)].toSorted();

/** What a file comes to, whichever way it says it. @param defaults of the settings */
export function comesTo({ settings, policies }: Said, defaults: SettingsSection) {
  const content = (kind: "permission" | "setup", listed: readonly Partial<Listed>[]) =>
    Object.fromEntries(
      listed.flatMap(({ name = "", description: given, assignedTo, ...said }) => {
        const people = sorted(assignedTo?.people);
        const groups = (assignedTo?.groups ?? []).toSorted((a, b) => a.rank - b.rank);
        const builtIn = builtInPolicies[kind].find((policy) => policy.name === name);
        const description = given ?? builtIn?.description ?? "";
        const untouched =
          builtIn !== undefined && Object.keys(said).length === 0 && people.length + groups.length === 0;
        if (untouched) return [];
        const whole = builtIn?.editable === false ? {} : { ...globalContents[kind], ...said };
        return [[name, { description, ...whole, people, groups }]];
      }),
    );
  const apps = policies.apps.flatMap(({ app, status, availability: value, people, groups }) => {
    const availability = value === "default" ? undefined : value;
    const some = availability === "usersAndGroups" ? { people: sorted(people), groups: sorted(groups) } : {};
    return status === undefined && availability === undefined
      ? []
      : [[app.toLowerCase(), { status, availability, ...some }]];
  });
  return {
    settings: { ...defaults, ...settings },
    permission: content("permission", policies.permission as Listed[]),
    setup: content("setup", policies.setup as Listed[]),
    apps: Object.fromEntries(apps),
  };
}
