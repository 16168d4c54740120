import fc from "fast-check";
import { newId } from "../platform/identifiers.ts";
import type { MadeWorld } from "./governance-world.ts";
import type { TestDatabase } from "./test-database.ts";

/** Policies every organisation has; the first of them can be edited. */
const builtIns = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"] as const;
const lists = ["PinnedAppBarApps", "PinnedMessageBarApps", "AppPresetList"] as const;

const place = fc.nat({ max: 7 });
const appRef = fc.record({ app: place, by: fc.constantFrom("id" as const, "manifest" as const, "nowhere" as const) });
const refs = fc.array(appRef, { maxLength: 4 });
export type AppRef = typeof appRef extends fc.Arbitrary<infer R> ? R : never;

/** What a setup policy says, its apps by their place. */
export const setupContents = fc.record({
  allowSideLoading: fc.boolean(),
  allowUserPinning: fc.boolean(),
  pinnedAppBarApps: refs,
  pinnedMessageBarApps: refs,
  appPresetList: refs,
});

/** Settings that decide nothing about who may use an app; those are part of a world. */
export const otherSettings = fc.record(
  {
    auditEnabled: fc.boolean(),
    allowUserRequests: fc.boolean(),
    requestMessage: fc.constantFrom("", "Ask the help desk", 'Say "why": and for whom\nor # nothing'),
    requestLink: fc.constantFrom("", "https://help.world.test/apps?from=parvis"),
    consentRules: fc.constantFrom("classic" as const, "current" as const),
    personalResourceConsent: fc.boolean(),
    chatResourceConsent: fc.boolean(),
    teamResourceConsent: fc.constantFrom("managedByMicrosoft" as const, "disabledForAllApps" as const),
    connectorsEnabled: fc.boolean(),
    connectorsEnabledForTeams: fc.boolean(),
    connectorsEnabledForOutlook: fc.boolean(),
    connectorsActionableMessagesEnabled: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** What a world says besides who may use which app: setup policies, whose they are, and the other settings. */
export const setups = fc.record({
  settings: otherSettings,
  global: fc.option(setupContents),
  policies: fc.array(setupContents, { maxLength: 3 }),
  /** Policies by their place; the built-in ones come behind the others. */
  direct: fc.array(fc.record({ person: place, policy: place }), { maxLength: 4 }),
  /** Of teams by their place: whether members upload, where somebody decided that. */
  uploads: fc.uniqueArray(fc.record({ team: place, allowed: fc.boolean() }), {
    maxLength: 2,
    selector: ({ team }) => team,
  }),
  ranked: fc.uniqueArray(fc.record({ group: place, policy: place }), { maxLength: 4, selector: ({ group }) => group }),
});
export type Setup = typeof setups extends fc.Arbitrary<infer S> ? S : never;

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

/** An app as policies name it: each once, in order. */
export function namesOf(made: MadeWorld, named: readonly AppRef[]): string[] {
  const name = ({ app, by }: AppRef) =>
    by === "nowhere" ? `com.example.nowhere-${app}` : at(by === "id" ? made.apps : made.manifests, app)?.toLowerCase();
  return [...new Set(named.flatMap((ref) => name(ref) ?? []))];
}

/** Writes a setup into a world, past every service. */
export async function makeSetup(database: TestDatabase, made: MadeWorld, setup: Setup): Promise<void> {
  const { tenantId, people, groups } = made;
  const run = async (sql: string, ...values: unknown[]) => void (await database.pool.query(sql, [tenantId, ...values]));
  for (const [name, value] of Object.entries(setup.settings))
    await run("insert into tenant_setting (tenant_id, name, value) values ($1, $2, $3)", name, JSON.stringify(value));
  for (const { team, allowed } of setup.uploads)
    await run(
      "update team set members_may_upload = $3, members_may_upload_set_at = now() where tenant_id = $1 and team_id = $2",
      at(made.teams, team),
      allowed,
    );
  const own = setup.policies.map((content, index) => ({ id: newId(), name: `Setup ${index}`, content }));
  const global = setup.global === null ? [] : [{ id: builtIns[0], name: "Global", content: setup.global }];
  for (const { id, name, content } of [...own, ...global]) {
    const { allowSideLoading, allowUserPinning, pinnedAppBarApps, pinnedMessageBarApps, appPresetList } = content;
    const settings = { AllowSideLoading: allowSideLoading, AllowUserPinning: allowUserPinning };
    await run(
      "insert into policy (tenant_id, kind, policy_id, name, description, settings) values ($1, 'setup', $2, $3, $4, $5)",
      id,
      name,
      `What ${name} is for`,
      JSON.stringify(settings),
    );
    for (const [index, named] of [pinnedAppBarApps, pinnedMessageBarApps, appPresetList].entries())
      for (const [position, ref] of namesOf(made, named).entries())
        await run(
          `insert into policy_app (tenant_id, kind, policy_id, list, app_ref, position) values ($1, 'setup', $2, $3, $4, $5)`,
          id,
          lists[index],
          ref,
          position,
        );
  }
  const ids = [...own.map(({ id }) => id), ...builtIns];
  for (const { person, policy } of setup.direct)
    await run(
      `insert into policy_assignment_person (tenant_id, kind, person_id, policy_id) values ($1, 'setup', $2, $3)
       on conflict do nothing`,
      at(people, person),
      at(ids, policy),
    );
  for (const [rank, { group, policy }] of setup.ranked.entries()) {
    if (groups.length === 0) continue;
    await run(
      `insert into policy_assignment_group (tenant_id, kind, group_id, policy_id, rank) values ($1, 'setup', $2, $3, $4)
       on conflict (tenant_id, kind, group_id) do nothing`,
      at(groups, group),
      at(ids, policy),
      rank + 1,
    );
  }
}
