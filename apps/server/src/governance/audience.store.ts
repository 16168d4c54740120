import { type RawBuilder, sql as text } from "kysely";
import type { AccessSettings, AppRule, GovernedApp } from "./access.rules.ts";
import { defaultAvailability } from "./access.rules.ts";
import { globalPolicyId, type PolicyKind } from "./policy.rules.ts";
import { listNameOf } from "./policy.store.ts";
import type { SettingsInForce } from "./settings.rules.ts";

/** How far policies of groups reach. */
export type ReachSettings = Pick<SettingsInForce, "policiesReachNestedGroups">;

/** Relations of the directory that questions about many people join. */
export interface PeopleRelations {
  /** `person_id`, `upn`, `display_name` */
  people(tenantId: string): RawBuilder<unknown>;
  /** `group_id`, `person_id`; also by groups within the group, and then perhaps more than once */
  membership(tenantId: string): RawBuilder<unknown>;
  /** `group_id`, `person_id` */
  directMembership(tenantId: string): RawBuilder<unknown>;
  /** `team_id`, `person_id` */
  teamMembership(tenantId: string): RawBuilder<unknown>;
}

/**
 * The one policy of a kind that holds for each of these people, as a relation of `person_id` and `policy_id`: direct, else
 * the group with the best rank, else Global (`effectiveAssignment` for a whole set).
 * @param people a relation of `person_id`.
 */
export function effectivePolicies(
  tenantId: string,
  kind: PolicyKind,
  people: RawBuilder<unknown>,
  settings: ReachSettings,
  { membership, directMembership }: PeopleRelations,
): RawBuilder<unknown> {
  const reached = settings.policiesReachNestedGroups.value ? membership : directMembership;
  return text`(
    select e.person_id, coalesce(d.policy_id, g.policy_id, ${globalPolicyId}::uuid) as policy_id
    from ${people} e
    left join policy_assignment_person d
      on d.tenant_id = ${tenantId}::uuid and d.kind = ${text.lit(kind)} and d.person_id = e.person_id
    left join (
      select distinct on (m.person_id) m.person_id, a.policy_id
      from ${reached(tenantId)} m join policy_assignment_group a
        on a.tenant_id = ${tenantId}::uuid and a.kind = ${text.lit(kind)} and a.group_id = m.group_id
      order by m.person_id, a.rank) g on g.person_id = e.person_id)`;
}

/**
 * Which of these people may use an app whose kind and status let it be used: the other gates of `decideAccess` for a set of
 * people, as a relation of `person_id`.
 */
export function audience(
  tenantId: string,
  app: GovernedApp,
  rule: AppRule,
  settings: AccessSettings & ReachSettings,
  people: RawBuilder<unknown>,
  relations: PeopleRelations,
): RawBuilder<unknown> {
  const list = listNameOf[app.kind];
  const refs = [app.id, app.externalId.toLowerCase()];
  const passing = text`
    select p.policy_id from policy p where p.tenant_id = ${tenantId}::uuid and p.kind = 'permission'
      and (p.settings->>${text.lit(`${list}Type`)} = 'AllowedAppList') = exists (
        select 1 from policy_app x where x.tenant_id = p.tenant_id and x.kind = 'permission' and x.policy_id = p.policy_id
          and x.list = ${text.lit(list)} and x.app_ref = any(${refs}::text[]))
    union all
    select ${globalPolicyId}::uuid where not exists (
      select 1 from policy p where p.tenant_id = ${tenantId}::uuid and p.kind = 'permission'
        and p.policy_id = ${globalPolicyId}::uuid)`;
  return text`(select e.person_id from ${effectivePolicies(tenantId, "permission", people, settings, relations)} e
    where e.policy_id in (${passing}) and ${availableTo(tenantId, app, rule, settings, relations)}
      and ${sideloadedFor(tenantId, app, relations)})`;
}

function sideloadedFor(
  tenantId: string,
  { sideloadedScope, sideloadedTo }: GovernedApp,
  { teamMembership }: PeopleRelations,
): RawBuilder<unknown> {
  if (sideloadedScope === null) return text`true`;
  if (sideloadedScope === "personal") return text`e.person_id = ${sideloadedTo}::uuid`;
  return text`e.person_id in (select m.person_id from ${teamMembership(tenantId)} m where m.team_id = ${sideloadedTo}::uuid)`;
}

function availableTo(
  tenantId: string,
  app: GovernedApp,
  rule: AppRule,
  settings: AccessSettings,
  { membership }: PeopleRelations,
): RawBuilder<unknown> {
  const set = rule.availability?.value;
  if (set === undefined && app.sideloadedScope !== null) return text`true`;
  if (set === undefined) return settings[defaultAvailability[app.kind]].value ? text`true` : text`false`;
  if (set !== "usersAndGroups") return set === "everyone" ? text`true` : text`false`;
  const subjects = text`select subject_id from app_available_to
    where tenant_id = ${tenantId}::uuid and app_id = ${app.id}::uuid`;
  return text`(e.person_id in (${subjects}) or e.person_id in (
    select m.person_id from ${membership(tenantId)} m where m.group_id in (${subjects})))`;
}
