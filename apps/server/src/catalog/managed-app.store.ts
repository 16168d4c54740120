import { type RawBuilder, sql as text } from "kysely";
import type { AppCondition, AppFacts } from "../platform/database/app-condition.ts";
import type { Sql } from "../platform/database/database.ts";
import { literalLike } from "../platform/database/like.ts";
import { type AppRow, conditionColumns, shownColumns, shownFrom } from "./app.store.ts";
import type { PublishingStatus } from "./definition.rules.ts";
import type { ManagedSort, SortName } from "./managed-app.rules.ts";

/** An app as the list of Manage apps shows it (contracts.md B.7). */
export interface ManagedApp extends AppRow {
  readonly publishingStatus: PublishingStatus;
  readonly status: "allowed" | "blocked" | "blockedByPublisher" | "blockedOrgWide";
  readonly availability: "everyone" | "usersAndGroups" | "noone";
  readonly touched: boolean;
  readonly requests: number;
  readonly pendingId: string | null;
  readonly pendingVersion: string | null;
  readonly pendingSince: Date | null;
  /** What the list was sorted by, as text; with the id it says where the next page begins. */
  readonly sortKeys: readonly string[];
}

export interface ManagedFilter {
  readonly search?: string | undefined;
  readonly appId?: string | undefined;
  readonly status?: readonly string[] | undefined;
  readonly publishingStatus?: readonly string[] | undefined;
  readonly availability?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly scope?: string | undefined;
  readonly customizable?: boolean | undefined;
  readonly customized?: boolean | undefined;
  readonly asksPermissions?: boolean | undefined;
  readonly requested?: boolean | undefined;
}

export interface ManagedPage extends ManagedFilter {
  readonly limit: number;
  readonly sort: readonly ManagedSort[];
  /** The sort keys and the id of the last app of the page before. */
  readonly after: readonly string[] | undefined;
}

type Facts = (app: Parameters<AppCondition>[0]) => AppFacts;

const publishing = text`case when w.definition_id is not null and a.published then 'updateSubmitted'
  when w.definition_id is not null then 'submitted' when a.published then 'published' else 'rejected' end`;
const changedAt = text`coalesce(d.published_at, d.created_at)`;
/** Number by number; what is no number counts as none. */
const versionKey = text`array(select coalesce(nullif(regexp_replace(part, '\\D', '', 'g'), ''), '0')::numeric
  from unnest(string_to_array(d.version, '.')) part)`;

function expressions(facts: AppFacts): Record<SortName, readonly [RawBuilder<unknown>, string]> {
  return {
    name: [text`lower(a.shown_name)`, "text"],
    publisher: [text`lower(a.shown_publisher)`, "text"],
    publishingStatus: [publishing, "text"],
    status: [facts.status, "text"],
    availability: [facts.availability, "text"],
    kind: [text`a.app_kind`, "text"],
    permissions: [text`d.asks_permissions`, "boolean"],
    customizable: [text`(d.configurable <> '{}')`, "boolean"],
    version: [versionKey, "numeric[]"],
    externalId: [text`case when a.distribution = 'store' then '' else a.external_id end`, "text"],
    requests: [facts.requests, "integer"],
    updated: [changedAt, "timestamptz"],
  };
}

function conditions(tenantId: string, filter: ManagedFilter, facts: AppFacts): RawBuilder<unknown> {
  const among = (of: RawBuilder<unknown>, values: readonly string[] | undefined) =>
    values === undefined || values.length === 0 ? [] : [text`${of} = any(${[...values]}::text[])`];
  const is = (of: RawBuilder<unknown>, value: boolean | undefined) =>
    value === undefined ? [] : [value ? text`${of}` : text`not ${of}`];
  const like = `%${literalLike((filter.search ?? "").toLowerCase())}%`;
  const all = [
    text`a.tenant_id = ${tenantId}`,
    text`a.distribution <> 'sideloaded'`,
    ...(filter.appId === undefined ? [] : [text`a.app_id = ${filter.appId}`]),
    ...(filter.search === undefined
      ? []
      : [
          // A publisher's name differs from the shown one only where it was customised: asking every version for it would read them all.
          text`(lower(a.shown_name) like ${like} or lower(a.shown_publisher) like ${like} or lower(a.external_id) like ${like}
            or a.app_id in (select o.app_id from app_customization o
              join app c on c.tenant_id = o.tenant_id and c.app_id = o.app_id
              join app_definition e on e.tenant_id = c.tenant_id and e.definition_id = c.current_definition_id
              where o.tenant_id = ${tenantId} and lower(e.display_name) like ${like}))`,
        ]),
    ...among(facts.status, filter.status),
    ...among(publishing, filter.publishingStatus),
    ...among(facts.availability, filter.availability),
    ...among(text`a.app_kind`, filter.kind),
    ...(filter.scope === undefined ? [] : [text`${filter.scope} = any(d.scopes)`]),
    ...is(text`(d.configurable <> '{}')`, filter.customizable),
    ...is(text`(z.app_id is not null)`, filter.customized),
    ...is(text`d.asks_permissions`, filter.asksPermissions),
    ...is(text`(${facts.requests} > 0)`, filter.requested),
  ];
  return text.join(all, text` and `);
}

/** Behind a place in the order: greater in the first key, or the same and behind in the rest. */
function beyond(
  keys: readonly { of: RawBuilder<unknown>; type: string; descending: boolean }[],
  after: readonly string[],
): RawBuilder<unknown> {
  const [key, ...rest] = keys;
  const [value, ...values] = after;
  if (key === undefined || value === undefined) return text`false`;
  const given = text`${value}::${text.raw(key.type)}`;
  const further = key.descending ? text`${key.of} < ${given}` : text`${key.of} > ${given}`;
  if (rest.length === 0) return further;
  return text`(${further} or (${key.of} = ${given} and ${beyond(rest, values)}))`;
}

function source(facts: AppFacts): RawBuilder<unknown> {
  return text`${shownFrom}
    left join app_definition w on w.tenant_id = a.tenant_id and w.app_id = a.app_id and w.publishing_state = 'submitted'
    ${facts.joins}`;
}

/** A page of all apps of the organisation; one row more than the limit tells that there is another. */
export async function listManaged(
  sql: Sql,
  tenantId: string,
  page: ManagedPage,
  factsOf: Facts,
): Promise<ManagedApp[]> {
  const facts = factsOf(conditionColumns);
  const known = expressions(facts);
  const keys = [
    ...page.sort.map(({ by, descending }) => ({ of: known[by][0], type: known[by][1], descending })),
    { of: text`a.app_id`, type: "uuid", descending: false },
  ];
  const order = text.join(
    keys.map(({ of, descending }) => (descending ? text`${of} desc` : text`${of}`)),
    text`, `,
  );
  const sorted = text.join(
    page.sort.map(({ by }) => text`(${known[by][0]})::text`),
    text`, `,
  );
  const from = page.after === undefined ? text`` : text`and ${beyond(keys, page.after)}`;
  const { rows } = await text<ManagedApp>`
    select ${shownColumns}, ${publishing} as "publishingStatus", ${facts.status} as status, ${facts.availability} as availability,
      ${facts.touched} as touched, ${facts.requests} as requests, w.definition_id as "pendingId", w.version as "pendingVersion",
      w.created_at as "pendingSince", array[${sorted}]::text[] as "sortKeys"
    from ${source(facts)} where ${conditions(tenantId, page, facts)} ${from}
    order by ${order} limit ${page.limit + 1}`.execute(sql);
  return rows;
}

export interface ManagedCounts {
  readonly all: number;
  readonly allowed: number;
  readonly blocked: number;
  readonly pending: number;
  readonly requested: number;
}

/** How many apps there are, blocked, waiting for approval, and asked for. */
export async function countManaged(sql: Sql, tenantId: string, factsOf: Facts): Promise<ManagedCounts> {
  const facts = factsOf(conditionColumns);
  const { rows } = await text<ManagedCounts>`
    select count(*)::int as all, count(*) filter (where ${facts.status} = 'allowed')::int as allowed,
      count(*) filter (where ${facts.status} <> 'allowed')::int as blocked, count(w.definition_id)::int as pending,
      count(*) filter (where ${facts.requests} > 0)::int as requested
    from ${source(facts)} where a.tenant_id = ${tenantId} and a.distribution <> 'sideloaded'`.execute(sql);
  return rows[0] ?? { all: 0, allowed: 0, blocked: 0, pending: 0, requested: 0 };
}
