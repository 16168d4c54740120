import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import { literalLike } from "../platform/database/like.ts";
import {
  type CatalogRule,
  type ListType,
  normaliseRefs,
  type PolicyContent,
  type PolicyContents,
  type PolicyKind,
} from "./policy.rules.ts";

/** A policy that has a row: one somebody made, or a built-in that somebody edited. */
export interface StoredPolicy {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly content: PolicyContent;
  readonly changedBy: string | null;
  readonly changedAt: Date;
}

interface PolicyRow {
  id: string;
  name: string;
  description: string;
  settings: Record<string, unknown>;
  lists: Record<string, string[]> | null;
  changedBy: string | null;
  changedAt: Date;
}

/** Teams' names of the lists (contracts.md B.3, B.4), by ours. */
const permissionLists = {
  microsoft: "DefaultCatalogApps",
  thirdParty: "GlobalCatalogApps",
  custom: "PrivateCatalogApps",
} as const;
const setupLists = {
  pinnedAppBarApps: "PinnedAppBarApps",
  pinnedMessageBarApps: "PinnedMessageBarApps",
  appPresetList: "AppPresetList",
} as const;

/** The name of the list that holds a permission policy's apps of a kind. */
export const listNameOf = permissionLists;

function isPermission(content: PolicyContent): content is PolicyContents["permission"] {
  return "custom" in content;
}

/** A content as rows: Teams' own names and shape. */
function toRows(content: PolicyContent): { settings: Record<string, unknown>; lists: [string, readonly string[]][] } {
  if (isPermission(content)) {
    const kinds = Object.entries(permissionLists) as [keyof typeof permissionLists, string][];
    return {
      settings: Object.fromEntries(kinds.map(([kind, list]) => [`${list}Type`, content[kind].type])),
      lists: kinds.map(([kind, list]) => [list, content[kind].apps]),
    };
  }
  return {
    settings: { AllowSideLoading: content.allowSideLoading, AllowUserPinning: content.allowUserPinning },
    lists: (Object.entries(setupLists) as [keyof typeof setupLists, string][]).map(([name, list]) => [
      list,
      content[name],
    ]),
  };
}

function fromRows(kind: PolicyKind, { settings, lists }: Pick<PolicyRow, "settings" | "lists">): PolicyContent {
  const list = (name: string) => lists?.[name] ?? [];
  if (kind === "setup") {
    return {
      allowSideLoading: settings.AllowSideLoading === true,
      allowUserPinning: settings.AllowUserPinning === true,
      pinnedAppBarApps: list(setupLists.pinnedAppBarApps),
      pinnedMessageBarApps: list(setupLists.pinnedMessageBarApps),
      appPresetList: list(setupLists.appPresetList),
    };
  }
  const rule = (name: string): CatalogRule => ({ type: settings[`${name}Type`] as ListType, apps: list(name) });
  return {
    microsoft: rule(permissionLists.microsoft),
    thirdParty: rule(permissionLists.thirdParty),
    custom: rule(permissionLists.custom),
  };
}

const columns = text`p.policy_id as id, p.name, p.description, p.settings, p.changed_by as "changedBy", p.changed_at as "changedAt",
  (select jsonb_object_agg(l.list, l.apps) from (
    select list, jsonb_agg(app_ref order by position) as apps from policy_app x
    where x.tenant_id = p.tenant_id and x.kind = p.kind and x.policy_id = p.policy_id group by list) l) as lists
  from policy p`;

function present(kind: PolicyKind, row: PolicyRow): StoredPolicy {
  const { id, name, description, changedBy, changedAt } = row;
  return { id, name, description, changedBy, changedAt, content: fromRows(kind, row) };
}

/** @param lock keeps it from being changed or deleted until the transaction ends. */
export async function findPolicy(
  sql: Sql,
  tenantId: string,
  kind: PolicyKind,
  id: string,
  lock: "none" | "share" | "update" = "none",
): Promise<StoredPolicy | undefined> {
  if (lock !== "none") {
    await text`select 1 from policy where tenant_id = ${tenantId} and kind = ${kind} and policy_id = ${id}
      ${lock === "share" ? text`for share` : text`for update`}`.execute(sql);
  }
  const { rows } = await text<PolicyRow>`select ${columns}
    where p.tenant_id = ${tenantId} and p.kind = ${kind} and p.policy_id = ${id}`.execute(sql);
  return rows[0] === undefined ? undefined : present(kind, rows[0]);
}

export async function findPoliciesByName(
  sql: Sql,
  tenantId: string,
  kind: PolicyKind,
  names: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (names.length === 0) return [];
  const { rows } = await text<{ id: string; name: string }>`select policy_id as id, name from policy
    where tenant_id = ${tenantId} and kind = ${kind}
      and lower(name) = any(${names.map((name) => name.toLowerCase())}::text[])`.execute(sql);
  return rows;
}

/** Names of policies by id; built-in ones without a row are left out. */
export async function findPolicyNames(
  sql: Sql,
  tenantId: string,
  kind: PolicyKind,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  const { rows } = await text<{ id: string; name: string }>`select policy_id as id, name from policy
    where tenant_id = ${tenantId} and kind = ${kind} and policy_id = any(${[...ids]}::uuid[])`.execute(sql);
  return rows;
}

/** Policies that name an app, by its id here or its manifest's; at most `limit`. */
export async function listPoliciesNaming(
  sql: Sql,
  tenantId: string,
  refs: readonly string[],
  limit: number,
): Promise<{ id: string; kind: PolicyKind; name: string }[]> {
  const { rows } = await text<{ id: string; kind: PolicyKind; name: string }>`
    select policy_id as id, kind, name from policy where tenant_id = ${tenantId} and (kind, policy_id) in (
      select kind, policy_id from policy_app where tenant_id = ${tenantId} and app_ref = any(${[...refs]}::text[]))
    order by lower(name), policy_id limit ${limit}`.execute(sql);
  return rows;
}

/** A page in order of name; one row more than the limit tells that there is another. */
export async function listPolicies(
  sql: Sql,
  tenantId: string,
  kind: PolicyKind,
  page: { limit: number; after: readonly string[] | undefined; search?: string | undefined },
): Promise<StoredPolicy[]> {
  const like = `%${literalLike((page.search ?? "").toLowerCase())}%`;
  const matching = page.search === undefined ? text`` : text`and lower(p.name) like ${like}`;
  const beyond = page.after === undefined ? text`` : text`and lower(p.name) > ${page.after[0]}`;
  const { rows } = await text<PolicyRow>`select ${columns}
    where p.tenant_id = ${tenantId} and p.kind = ${kind} ${matching} ${beyond}
    order by lower(p.name) limit ${page.limit + 1}`.execute(sql);
  return rows.map((row) => present(kind, row));
}

export interface PolicyToWrite {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly content: PolicyContent;
}

/** Writes a policy with its lists. @returns false when another one has the name. */
export async function putPolicy(
  sql: Sql,
  tenantId: string,
  kind: PolicyKind,
  { id, name, description, content }: PolicyToWrite,
  by: string | null,
): Promise<boolean> {
  const { settings, lists } = toRows(content);
  const written = await text`
    insert into policy (tenant_id, kind, policy_id, name, description, settings, changed_by)
    select ${tenantId}, ${kind}, ${id}, ${name}, ${description}, ${JSON.stringify(settings)}::jsonb, ${by}::uuid
    where not exists (select 1 from policy o where o.tenant_id = ${tenantId} and o.kind = ${kind} and o.policy_id <> ${id}::uuid
      and lower(o.name) = lower(${name}))
    on conflict (tenant_id, kind, policy_id) do update set name = excluded.name, description = excluded.description,
      settings = excluded.settings, changed_by = excluded.changed_by, changed_at = clock_timestamp()`.execute(sql);
  if (written.numAffectedRows !== 1n) return false;
  await text`delete from policy_app where tenant_id = ${tenantId} and kind = ${kind} and policy_id = ${id}`.execute(
    sql,
  );
  const entries = lists.flatMap(([list, apps]) =>
    normaliseRefs(apps).map((ref, position) => ({ list, ref, position })),
  );
  if (entries.length > 0) {
    await text`
      insert into policy_app (tenant_id, kind, policy_id, list, app_ref, position)
      select ${tenantId}::uuid, ${kind}, ${id}::uuid, list, ref, position
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as t(list text, ref text, position integer)`.execute(
      sql,
    );
  }
  return true;
}

export async function deletePolicy(sql: Sql, tenantId: string, kind: PolicyKind, id: string): Promise<void> {
  await text`delete from policy where tenant_id = ${tenantId} and kind = ${kind} and policy_id = ${id}`.execute(sql);
}
