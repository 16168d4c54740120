import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import type { AppRule, Availability, SetStatus } from "./access.rules.ts";
import { effectivePolicies, type PeopleRelations, type ReachSettings } from "./audience.store.ts";
import type { Cell, CellShare, PolicyVerdicts } from "./impact.rules.ts";
import { type AppKind, globalPolicyId, type ListType } from "./policy.rules.ts";
import { listNameOf } from "./policy.store.ts";

/** What administrators have said about any app. */
export async function listAllAppRules(sql: Sql, tenantId: string): Promise<Map<string, AppRule>> {
  const said = { setBy: null, setAt: null };
  const { rows } = await text<{ id: string; status: SetStatus | null; availability: Availability | null }>`
    select coalesce(s.app_id, a.app_id) as id, s.status, a.availability
    from (select * from app_status where tenant_id = ${tenantId}) s
    full join (select * from app_availability where tenant_id = ${tenantId}) a on a.app_id = s.app_id`.execute(sql);
  return new Map(
    rows.map(({ id, status, availability }) => [
      id,
      {
        status: status === null ? undefined : { value: status, ...said },
        availability: availability === null ? undefined : { value: availability, ...said },
      },
    ]),
  );
}

/** Every permission policy, Global among them. */
export async function listAllVerdicts(sql: Sql, tenantId: string): Promise<Map<string, PolicyVerdicts>> {
  const { rows: policies } = await text<{ id: string; settings: Record<string, ListType> }>`
    select policy_id as id, settings from policy where tenant_id = ${tenantId} and kind = 'permission'`.execute(sql);
  const { rows: lists } = await text<{ id: string; list: string; refs: string[] }>`
    select policy_id as id, list, array_agg(app_ref) as refs from policy_app
    where tenant_id = ${tenantId} and kind = 'permission' group by policy_id, list`.execute(sql);
  const refs = new Map(lists.map((row) => [`${row.id} ${row.list}`, row.refs]));
  const verdicts = (id: string, settings: Record<string, ListType>): PolicyVerdicts => {
    const of = (kind: AppKind) => {
      const list = listNameOf[kind];
      return { type: settings[`${list}Type`] ?? "BlockedAppList", listed: new Set(refs.get(`${id} ${list}`)) };
    };
    return { microsoft: of("microsoft"), thirdParty: of("thirdParty"), custom: of("custom") };
  };
  const all = new Map(policies.map(({ id, settings }) => [id, verdicts(id, settings)]));
  if (!all.has(globalPolicyId)) all.set(globalPolicyId, verdicts(globalPolicyId, {}));
  return all;
}

/**
 * Keeps for the rest of the transaction which permission policy everybody has, and whom each app is for.
 * @param moving groups whose people the change may move; who is in them is kept too
 */
export async function keepBefore(
  tx: Sql,
  tenantId: string,
  settings: ReachSettings,
  moving: readonly string[],
  relations: PeopleRelations,
): Promise<void> {
  const people = relations.people(tenantId);
  await text`create temporary table what_if_policy on commit drop as
    select person_id, policy_id from ${effectivePolicies(tenantId, "permission", people, settings, relations)} e`.execute(
    tx,
  );
  await text`create temporary table what_if_available on commit drop as
    select app_id, subject_id from app_available_to where tenant_id = ${tenantId}::uuid`.execute(tx);
  await text`create temporary table what_if_member on commit drop as
    select group_id, person_id from ${relations.membership(tenantId)} m where group_id = any(${[...moving]}::uuid[])`.execute(
    tx,
  );
  await text`analyze what_if_policy, what_if_member`.execute(tx);
}

/** Everybody by the policy they had and the one they have now. Follows {@link keepBefore} and a change. */
export async function listCells(
  tx: Sql,
  tenantId: string,
  settings: ReachSettings,
  relations: PeopleRelations,
): Promise<Cell[]> {
  const people = relations.people(tenantId);
  await text`create temporary table what_if_person on commit drop as
    select b.person_id, b.policy_id as before, a.policy_id as after
    from what_if_policy b
    join ${effectivePolicies(tenantId, "permission", people, settings, relations)} a on a.person_id = b.person_id`.execute(
    tx,
  );
  await text`analyze what_if_person`.execute(tx);
  const { rows } = await text<Cell>`select before, after, count(*) as people from what_if_person group by 1, 2`.execute(
    tx,
  );
  return rows;
}

/**
 * Of each of these apps, how many people of which cell it was for, and is for now. Follows {@link listCells}.
 * @param moving the groups given to {@link keepBefore}
 */
export async function listShares(
  tx: Sql,
  tenantId: string,
  appIds: readonly string[],
  moving: readonly string[],
  { membership }: PeopleRelations,
): Promise<CellShare[]> {
  if (appIds.length === 0) return [];
  const members = membership(tenantId);
  const { rows } = await text<CellShare>`
    with subject as (
      select app_id, subject_id, bool_or(was) as was, bool_or(is_now) as is_now from (
        select app_id, subject_id, true as was, false as is_now from what_if_available where app_id = any(${[...appIds]}::uuid[])
        union all
        select app_id, subject_id, false, true from app_available_to
          where tenant_id = ${tenantId}::uuid and app_id = any(${[...appIds]}::uuid[])) named
      group by app_id, subject_id
    ), reached as (
      select app_id, subject_id as person_id, was, is_now from subject
      union all
      select s.app_id, m.person_id, s.was and not moves.it, s.is_now
        from subject s join ${members} m on m.group_id = s.subject_id
        cross join lateral (select s.subject_id = any(${[...moving]}::uuid[]) as it) moves
      union all
      select s.app_id, m.person_id, s.was, false from subject s join what_if_member m on m.group_id = s.subject_id
    ), person as (
      select app_id, person_id, bool_or(was) as was, bool_or(is_now) as is_now from reached group by app_id, person_id
    )
    select p.app_id as "appId", w.before, w.after, p.was as "inBefore", p.is_now as "inAfter", count(*) as people
    from person p join what_if_person w on w.person_id = p.person_id
    group by 1, 2, 3, 4, 5`.execute(tx);
  return rows;
}
