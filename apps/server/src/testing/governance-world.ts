import fc from "fast-check";
import { refreshBelow } from "../directory/group-nesting.store.ts";
import { newId } from "../platform/identifiers.ts";
import type { TestDatabase } from "./test-database.ts";

const kinds = ["microsoft", "thirdParty", "custom"] as const;
const listNames = { microsoft: "DefaultCatalogApps", thirdParty: "GlobalCatalogApps", custom: "PrivateCatalogApps" };
const switches = [
  "allowCustomApps",
  "allowThirdPartyApps",
  "allowNewThirdPartyApps",
  "microsoftAppsAvailable",
  "thirdPartyAppsAvailable",
  "customAppsAvailable",
  "policiesReachNestedGroups",
] as const;
const globalId = "00000000-0000-4000-8000-000000000001";

const index = fc.nat({ max: 7 });
const rule = fc.record({
  type: fc.constantFrom("AllowedAppList", "BlockedAppList"),
  /** Apps by id or by manifest's id, and some that are nowhere. */
  apps: fc.array(fc.record({ app: index, by: fc.constantFrom("id", "manifest", "nowhere") }), { maxLength: 4 }),
});

/** An organisation as it may be: small numbers, every feature. Numbers name things by their place, modulo how many there are. */
export const worlds = fc.record({
  people: fc.integer({ min: 1, max: 6 }),
  groups: fc.array(fc.uniqueArray(index, { maxLength: 5 }), { maxLength: 5 }),
  /** Groups in groups; the one that comes later stands in the earlier one, so that there are chains and diamonds and no rings. */
  nestings: fc.array(fc.record({ of: index, in: index }), { maxLength: 6 }),
  teams: fc.array(fc.uniqueArray(index, { maxLength: 4 }), { maxLength: 3 }),
  apps: fc.array(
    fc.record({
      /** Of custom apps: uploaded for a person or a team alone, where there is one. */
      sideloaded: fc.option(fc.record({ scope: fc.constantFrom("personal", "team"), to: index })),
      kind: fc.constantFrom(...kinds),
      blockedByPublisher: fc.boolean(),
      published: fc.boolean(),
      late: fc.boolean(),
      status: fc.option(fc.constantFrom("allowed", "blocked")),
      availability: fc.option(fc.constantFrom("everyone", "usersAndGroups", "noone")),
      forPeople: fc.uniqueArray(index, { maxLength: 3 }),
      forGroups: fc.uniqueArray(index, { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  settings: fc.dictionary(fc.constantFrom(...switches), fc.boolean()),
  global: fc.option(fc.record({ microsoft: rule, thirdParty: rule, custom: rule })),
  policies: fc.array(fc.record({ microsoft: rule, thirdParty: rule, custom: rule }), { maxLength: 3 }),
  direct: fc.array(fc.record({ person: index, policy: index }), { maxLength: 3 }),
  ranked: fc.uniqueArray(fc.record({ group: index, policy: index }), { maxLength: 4, selector: ({ group }) => group }),
});
export type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never;

export interface MadeWorld {
  readonly tenantId: string;
  readonly people: readonly string[];
  readonly groups: readonly string[];
  readonly teams: readonly string[];
  readonly apps: readonly string[];
  /** The manifest ids of the apps, in their order. */
  readonly manifests: readonly string[];
  /** Those of the apps that were uploaded for somebody alone. */
  readonly sideloaded: ReadonlySet<string>;
  readonly policies: readonly string[];
}

/** Writes a world into a new organisation, past every service. */
export async function makeWorld(database: TestDatabase, world: World): Promise<MadeWorld> {
  const tenantId = await database.addTenant();
  const run = async (sql: string, ...values: unknown[]) => void (await database.pool.query(sql, [tenantId, ...values]));
  const people = Array.from({ length: world.people }, () => newId());
  const groups = world.groups.map(() => newId());
  const teams = world.teams.map(() => newId());
  const apps = world.apps.map(() => newId());
  const sideloaded = new Set<string>();
  const manifests = world.apps.map(() => newId().toUpperCase());
  const policies = world.policies.map(() => newId());
  const at = <T>(list: readonly T[], place: number): T | undefined => list[place % Math.max(1, list.length)];

  for (const id of people)
    await run(
      "insert into person (tenant_id, person_id, upn, display_name) values ($1, $2, $3, $4)",
      id,
      `${id}@world.test`,
      id,
    );
  for (const [place, members] of world.groups.entries()) {
    await run(
      "insert into directory_group (tenant_id, group_id, display_name, kind) values ($1, $2, $3, 'security')",
      groups[place],
      `Group ${place}`,
    );
    for (const member of members) {
      await run(
        "insert into directory_group_member (tenant_id, group_id, person_id) values ($1, $2, $3) on conflict do nothing",
        groups[place],
        at(people, member),
      );
    }
  }
  const nestings = world.nestings.flatMap(({ of, in: within }) => {
    const [one, other] = [of, within].map((place) => place % Math.max(1, groups.length)) as [number, number];
    return one === other ? [] : [{ outer: groups[Math.min(one, other)], inner: groups[Math.max(one, other)] }];
  });
  for (const { outer, inner } of nestings)
    await run(
      "insert into directory_group_nesting (tenant_id, group_id, nested_id) values ($1, $2, $3) on conflict do nothing",
      outer,
      inner,
    );
  await refreshBelow(database.sql, tenantId, groups);
  for (const [place, members] of world.teams.entries()) {
    await run(
      "insert into team (tenant_id, team_id, display_name, description) values ($1, $2, $3, '')",
      teams[place],
      `Team ${place}`,
    );
    await run(
      "insert into channel (tenant_id, channel_id, team_id, display_name, is_general) values ($1, $2, $3, 'General', true)",
      newId(),
      teams[place],
    );
    // A team is somebody's: the first of its people owns it.
    for (const [rank, member] of (members.length === 0 ? [0] : members).entries())
      await run(
        "insert into team_member (tenant_id, team_id, person_id, role) values ($1, $2, $3, $4) on conflict do nothing",
        teams[place],
        at(people, member),
        rank === 0 ? "owner" : "member",
      );
  }
  for (const [name, value] of Object.entries(world.settings)) {
    await run(
      "insert into tenant_setting (tenant_id, name, value, set_at) values ($1, $2, $3, '2026-06-01T00:00:00.123456Z')",
      name,
      JSON.stringify(value),
    );
  }
  for (const [place, app] of world.apps.entries()) {
    const [id, definition] = [apps[place], newId()];
    const { scope, to } = app.sideloaded ?? { scope: null, to: 0 };
    const owner = scope === null || app.kind !== "custom" ? undefined : at(scope === "team" ? teams : people, to);
    if (owner !== undefined && id !== undefined) sideloaded.add(id);
    const custom = owner === undefined ? "organization" : "sideloaded";
    await run(
      `insert into app (tenant_id, app_id, external_id, distribution, is_microsoft, blocked_by_publisher, published, current_definition_id, created_at,
         sideloaded_to, sideloaded_scope)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      id,
      manifests[place],
      app.kind === "custom" ? custom : "store",
      app.kind === "microsoft",
      app.blockedByPublisher,
      app.published,
      definition,
      app.late ? "2026-06-01T00:00:00.123999Z" : "2026-05-01T00:00:00Z",
      owner ?? null,
      owner === undefined ? null : scope,
    );
    await run(
      `insert into app_definition (tenant_id, definition_id, app_id, version, publishing_state, display_name, short_description,
         full_description, publisher_name, accent_color, manifest, package_sha256, color_icon_sha256, outline_icon_sha256)
       values ($1, $2, $3, '1.0.0', 'published', $4, '', '', '', '', '{}', '', '', '')`,
      definition,
      id,
      `App ${place}`,
    );
    if (app.status !== null) {
      await run("insert into app_status (tenant_id, app_id, status) values ($1, $2, $3)", id, app.status);
    }
    if (app.availability === null) continue;
    await run(
      "insert into app_availability (tenant_id, app_id, availability) values ($1, $2, $3)",
      id,
      app.availability,
    );
    const subjects = [
      ...app.forPeople.map((person) => ["person", at(people, person)]),
      ...app.forGroups.map((group) => ["group", at(groups, group)]),
    ];
    for (const [kind, subject] of subjects) {
      if (subject === undefined) continue;
      await run(
        "insert into app_available_to (tenant_id, app_id, subject_id, subject_kind) values ($1, $2, $3, $4) on conflict do nothing",
        id,
        subject,
        kind,
      );
    }
  }
  const contents: (readonly [string | undefined, string, World["policies"][number]])[] = world.policies.map(
    (content, place) => [policies[place], `Policy ${place}`, content],
  );
  if (world.global !== null) contents.push([globalId, "Global", world.global]);
  for (const [id, name, content] of contents) {
    const settings = Object.fromEntries(kinds.map((kind) => [`${listNames[kind]}Type`, content[kind].type]));
    await run(
      "insert into policy (tenant_id, kind, policy_id, name, settings) values ($1, 'permission', $2, $3, $4)",
      id,
      name,
      JSON.stringify(settings),
    );
    for (const kind of kinds) {
      for (const [position, { app, by }] of content[kind].apps.entries()) {
        const ref = by === "nowhere" ? newId() : at(by === "id" ? apps : manifests, app)?.toLowerCase();
        await run(
          `insert into policy_app (tenant_id, kind, policy_id, list, app_ref, position)
           values ($1, 'permission', $2, $3, $4, $5) on conflict do nothing`,
          id,
          listNames[kind],
          ref,
          position,
        );
      }
    }
  }
  for (const { person, policy } of world.direct) {
    if (policies.length === 0) continue;
    await run(
      `insert into policy_assignment_person (tenant_id, kind, person_id, policy_id)
       values ($1, 'permission', $2, $3) on conflict do nothing`,
      at(people, person),
      at(policies, policy),
    );
  }
  for (const [rank, { group, policy }] of world.ranked.entries()) {
    if (policies.length === 0 || groups.length === 0) continue;
    await run(
      `insert into policy_assignment_group (tenant_id, kind, group_id, policy_id, rank)
       values ($1, 'permission', $2, $3, $4) on conflict (tenant_id, kind, group_id) do nothing`,
      at(groups, group),
      at(policies, policy),
      rank + 1,
    );
  }
  return { tenantId, people, groups, teams, apps, manifests, sideloaded, policies };
}
