import { type RawBuilder, sql as text } from "kysely";
import type { AppColumns, AppCondition, AppFacts } from "../platform/database/app-condition.ts";
import { type AccessSettings, defaultAvailability } from "./access.rules.ts";
import type { PeopleRelations } from "./audience.store.ts";
import { type AppKind, appKinds, type CatalogRule, type PermissionContent } from "./policy.rules.ts";
import { listNameOf } from "./policy.store.ts";

/** What is about the person whose apps are listed. */
export interface PersonFilter {
  readonly personId: string;
  readonly groupIds: readonly string[];
  readonly policyId: string;
  readonly permission: PermissionContent;
  readonly relations: Pick<PeopleRelations, "teamMembership">;
}

const yes = text<boolean>`true`;
const no = text<boolean>`false`;

function byKind(app: AppColumns, of: (kind: AppKind) => RawBuilder<boolean>): RawBuilder<boolean> {
  const cases = appKinds.map((kind) => text`when ${text.lit(kind)} then ${of(kind)}`);
  return text<boolean>`case ${app.kind} ${text.join(cases, text` `)} else false end`;
}

/** Whether an app came after new third-party apps were switched off. */
function tooNew({ allowNewThirdPartyApps: { value, setAt } }: AccessSettings, app: AppColumns): RawBuilder<boolean> {
  if (value || setAt === null) return no;
  // JavaScript knows milliseconds: both sides of the comparison do, so that it answers as the single decision does.
  return text<boolean>`(${app.kind} = 'thirdParty' and date_trunc('milliseconds', ${app.createdAt}) >= ${setAt}::timestamptz)`;
}

/** Apps that were uploaded for somebody alone are theirs: for one person, or for the members of a team. */
function sideloadedFor(tenantId: string, person: PersonFilter | undefined, app: AppColumns): RawBuilder<boolean> {
  if (person === undefined) return text<boolean>`${app.sideloadedScope} is null`;
  const teams = text`select m.team_id from ${person.relations.teamMembership(tenantId)} m
    where m.person_id = ${person.personId}::uuid`;
  return text<boolean>`(${app.sideloadedScope} is null
    or (${app.sideloadedScope} = 'personal' and ${app.sideloadedTo} = ${person.personId}::uuid)
    or (${app.sideloadedScope} = 'team' and ${app.sideloadedTo} in (${teams})))`;
}

/** `decideAccess`' gates about the organisation and the app alone, for a whole set of apps. */
function openToAnybody(tenantId: string, settings: AccessSettings, app: AppColumns): RawBuilder<boolean> {
  const withStatus = (status: string) =>
    text`select app_id from app_status where tenant_id = ${tenantId}::uuid and status = ${text.lit(status)}`;
  const switched = byKind(app, (kind) => {
    if (kind === "custom") return settings.allowCustomApps.value ? yes : no;
    if (kind === "thirdParty") return settings.allowThirdPartyApps.value ? yes : no;
    return yes;
  });
  return text<boolean>`(${switched} and ${app.published} and ${app.id} not in (${withStatus("blocked")})
    and (not (${app.blockedByPublisher} or ${tooNew(settings, app)}) or ${app.id} in (${withStatus("allowed")})))`;
}

function available(
  tenantId: string,
  settings: AccessSettings,
  person: PersonFilter,
  app: AppColumns,
): RawBuilder<boolean> {
  const subjects = [person.personId, ...person.groupIds];
  const edited = text`select app_id from app_availability where tenant_id = ${tenantId}::uuid`;
  return text<boolean>`case when ${app.id} in (${edited}) then ${app.id} in (
      ${edited} and availability = 'everyone'
      union all
      select t.app_id from app_available_to t
        join app_availability v on v.tenant_id = t.tenant_id and v.app_id = t.app_id and v.availability = 'usersAndGroups'
      where t.tenant_id = ${tenantId}::uuid and t.subject_id = any(${subjects}::uuid[]))
    else ${app.sideloadedScope} is not null or ${byKind(app, (kind) => (settings[defaultAvailability[kind]].value ? yes : no))} end`;
}

function permitted(tenantId: string, { policyId, permission }: PersonFilter, app: AppColumns): RawBuilder<boolean> {
  const verdict = (kind: AppKind, { type, apps }: CatalogRule) => {
    if (apps.length === 0) return type === "BlockedAppList" ? yes : no;
    const refs = text`select app_ref from policy_app where tenant_id = ${tenantId}::uuid and kind = 'permission'
      and policy_id = ${policyId}::uuid and list = ${text.lit(listNameOf[kind])}`;
    const listed = text<boolean>`(${app.id}::text in (${refs}) or lower(${app.externalId}) in (${refs}))`;
    return type === "AllowedAppList" ? listed : text<boolean>`not ${listed}`;
  };
  return byKind(app, (kind) => verdict(kind, permission[kind]));
}

/**
 * The access decision (`decideAccess`) as a condition on a set of apps, so that a listing asks once and not app by app.
 * @param person undefined: what holds for the whole organisation alone.
 */
export function visibleApps(
  tenantId: string,
  settings: AccessSettings,
  person: PersonFilter | undefined,
): AppCondition {
  return (app) => {
    const theirs = sideloadedFor(tenantId, person, app);
    const open = text<boolean>`(${theirs} and ${openToAnybody(tenantId, settings, app)})`;
    if (person === undefined) return open;
    return text<boolean>`(${open} and ${available(tenantId, settings, person, app)} and ${permitted(tenantId, person, app)})`;
  };
}

/** `shownStatus`, the availability and the number of requests for a whole set of apps. */
export function appFacts(tenantId: string, settings: AccessSettings): (app: AppColumns) => AppFacts {
  return (app) => {
    const off = text.join(
      [
        ...(settings.allowThirdPartyApps.value ? [] : [text`'thirdParty'`]),
        ...(settings.allowCustomApps.value ? [] : [text`'custom'`]),
        text`''`,
      ],
      text`, `,
    );
    const byDefault = byKind(app, (kind) => (settings[defaultAvailability[kind]].value ? yes : no));
    return {
      joins: text`
        left join app_status fs on fs.tenant_id = ${tenantId}::uuid and fs.app_id = ${app.id}
        left join app_availability fa on fa.tenant_id = ${tenantId}::uuid and fa.app_id = ${app.id}
        left join (select app_id, count(*)::int as waiting from app_request
          where tenant_id = ${tenantId}::uuid and state = 'open' group by app_id) fr on fr.app_id = ${app.id}`,
      status: text`case when ${app.kind} in (${off}) then 'blockedOrgWide' when not ${app.published} then 'blocked'
        when fs.status is not null then fs.status when ${app.blockedByPublisher} then 'blockedByPublisher'
        when ${tooNew(settings, app)} then 'blocked' else 'allowed' end`,
      availability: text`coalesce(fa.availability, case when ${byDefault} then 'everyone' else 'noone' end)`,
      touched: text`(fa.app_id is not null)`,
      requests: text`coalesce(fr.waiting, 0)`,
    };
  };
}
