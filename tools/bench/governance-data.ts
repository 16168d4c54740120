import { createHash } from "node:crypto";
import type { Client } from "pg";
import { searchKeys } from "../../apps/server/src/catalog/app-search.rules.ts";

const tenant = "11111111-1111-4111-8111-111111111111";

export interface GovernanceSize {
  readonly people: number;
  readonly groups: number;
  readonly policies: number;
  readonly apps: number;
  /** Of each app; the last one is current. */
  readonly versions: number;
}

/** Ids that can be told from a number, so that what is loaded can be asked about without reading it back. */
export const idOf = (kind: "person" | "group" | "policy" | "app" | "definition", number: number): string => {
  const digit = { person: "1", group: "2", policy: "3", app: "4", definition: "5" }[kind];
  return `${digit.repeat(8)}-0000-4000-8000-${String(number).padStart(12, "0")}`;
};
/** What an app is called. */
export const nameOf = (number: number): string =>
  `App ${createHash("md5").update(String(number)).digest("hex").slice(0, 8)}`;

const sqlName = "'App ' || substr(md5(n::text), 1, 8)";

const sqlId = (kind: Parameters<typeof idOf>[0], number: string) =>
  `('${idOf(kind, 0).slice(0, 24)}' || lpad((${number})::text, 12, '0'))::uuid`;

/**
 * A large organisation, put there past Parvis: every person in five groups, the first half of the groups within one
 * another, eight in one and three levels deep; every second group with a policy of its own rank, every fiftieth person
 * with one of their own, every tenth app for certain groups, every twentieth blocked.
 */
export async function loadGovernance(client: Client, size: GovernanceSize): Promise<void> {
  const run = async (sql: string) => void (await client.query(sql));
  await run(`insert into person (tenant_id, person_id, upn, display_name)
    select '${tenant}', ${sqlId("person", "n")}, 'p' || n || '@contoso.test', 'Person ' || n from generate_series(1, ${size.people}) n`);
  await run(`insert into directory_group (tenant_id, group_id, display_name, kind)
    select '${tenant}', ${sqlId("group", "n")}, 'Group ' || n, 'security' from generate_series(1, ${size.groups}) n`);
  await run(`insert into directory_group_member (tenant_id, group_id, person_id)
    select '${tenant}', ${sqlId("group", `1 + (p * 7 + k * 31) % ${size.groups}`)}, ${sqlId("person", "p")}
    from generate_series(1, ${size.people}) p, generate_series(0, 4) k on conflict do nothing`);
  await run(`insert into directory_group_nesting (tenant_id, group_id, nested_id)
    select '${tenant}', ${sqlId("group", "n / 8")}, ${sqlId("group", "n")} from generate_series(8, ${size.groups / 2}) n`);
  await run(`with recursive below as (
      select n as group, n as below from generate_series(1, ${size.groups / 2}) n
      union all select below.group, n from below join generate_series(8, ${size.groups / 2}) n on n / 8 = below.below)
    insert into directory_group_closure (tenant_id, group_id, below_id)
    select '${tenant}', ${sqlId("group", "below.group")}, ${sqlId("group", "below.below")} from below where below.group <> below.below`);
  await run(`insert into app (tenant_id, app_id, external_id, distribution, is_microsoft, shown_name, shown_publisher, current_definition_id)
    select '${tenant}', ${sqlId("app", "n")}, gen_random_uuid()::text, case when n % 3 = 0 then 'organization' else 'store' end,
      n % 30 = 1, ${sqlName}, 'Publisher ' || n % 400, ${sqlId("definition", `n * ${size.versions}`)} from generate_series(1, ${size.apps}) n`);
  await run(`insert into app_definition (tenant_id, definition_id, app_id, version, publishing_state, display_name, short_description,
      full_description, publisher_name, accent_color, manifest, package_sha256, color_icon_sha256, outline_icon_sha256, published_at)
    select '${tenant}', ${sqlId("definition", `(n - 1) * ${size.versions} + v`)}, ${sqlId("app", "n")}, '1.' || v || '.0', 'published',
      ${sqlName}, 'What it does in a sentence', 'What it does', 'Publisher ' || n % 400, '#5B5FC7', '{}',
      sha256(n::text::bytea), sha256(n::text::bytea), sha256(n::text::bytea),
      now()
    from generate_series(1, ${size.apps}) n, generate_series(1, ${size.versions}) v`);
  const found = Array.from({ length: size.apps }, (_, place) => ({
    id: idOf("app", place + 1),
    keys: searchKeys(`${nameOf(place + 1)} Publisher ${(place + 1) % 400}`),
  }));
  await client.query(
    `insert into app_search (tenant_id, app_id, keys, features)
     select '${tenant}', id, array(select jsonb_array_elements_text(keys)), '{channel}'
     from jsonb_to_recordset($1::jsonb) as t(id uuid, keys jsonb)`,
    [JSON.stringify(found)],
  );
  await run(`insert into app_status (tenant_id, app_id, status)
    select '${tenant}', ${sqlId("app", "n")}, 'blocked' from generate_series(20, ${size.apps}, 20) n`);
  await run(`insert into app_availability (tenant_id, app_id, availability)
    select '${tenant}', ${sqlId("app", "n")}, 'usersAndGroups' from generate_series(7, ${size.apps}, 10) n`);
  await run(`insert into app_available_to (tenant_id, app_id, subject_id, subject_kind)
    select '${tenant}', ${sqlId("app", "n")}, ${sqlId("group", `1 + (n + k * 13) % ${size.groups}`)}, 'group'
    from generate_series(7, ${size.apps}, 10) n, generate_series(0, 2) k on conflict do nothing`);
  // Odd policies block fifty apps of a kind, even ones allow no others.
  await run(`insert into policy (tenant_id, kind, policy_id, name, settings)
    select '${tenant}', 'permission', ${sqlId("policy", "n")}, 'Policy ' || n, jsonb_build_object(
      'DefaultCatalogAppsType', 'BlockedAppList',
      'GlobalCatalogAppsType', case when n % 2 = 0 then 'AllowedAppList' else 'BlockedAppList' end,
      'PrivateCatalogAppsType', 'BlockedAppList') from generate_series(1, ${size.policies}) n`);
  await run(`insert into policy_app (tenant_id, kind, policy_id, list, app_ref, position)
    select '${tenant}', 'permission', ${sqlId("policy", "n")}, 'GlobalCatalogApps', ${sqlId("app", `1 + (n * 17 + k * 101) % ${size.apps}`)}::text, k
    from generate_series(1, ${size.policies}) n, generate_series(1, 100) k on conflict do nothing`);
  await run(`insert into policy_assignment_group (tenant_id, kind, group_id, policy_id, rank)
    select '${tenant}', 'permission', ${sqlId("group", "n")}, ${sqlId("policy", `1 + n % ${size.policies}`)}, n
    from generate_series(2, ${size.groups}, 2) n`);
  await run(`insert into policy_assignment_person (tenant_id, kind, person_id, policy_id)
    select '${tenant}', 'permission', ${sqlId("person", "n")}, ${sqlId("policy", `1 + n % ${size.policies}`)}
    from generate_series(50, ${size.people}, 50) n`);
  await run("analyze");
}
