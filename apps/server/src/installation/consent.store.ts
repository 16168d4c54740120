import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";

export type ConsentScope = "personal" | "team" | "chat" | "organization";

/** What was agreed to, as it was then: the definition may be gone when somebody asks. */
export interface ConsentedPermission {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly source: string;
  readonly type?: string;
}

export interface Consent {
  readonly id: string;
  readonly appId: string;
  readonly definitionId: string;
  readonly scope: ConsentScope;
  readonly targetId: string;
  readonly permissions: readonly ConsentedPermission[];
  readonly grantedBy: string | null;
  readonly grantedAt: Date;
}

const consentColumns = text`consent_id as id, app_id as "appId", definition_id as "definitionId", scope, target_id as "targetId",
  permissions, granted_by as "grantedBy", granted_at as "grantedAt" from consent`;

export async function insertConsent(sql: Sql, tenantId: string, consent: Omit<Consent, "grantedAt">): Promise<void> {
  await text`
    insert into consent (tenant_id, consent_id, app_id, definition_id, scope, target_id, permissions, granted_by)
    values (${tenantId}, ${consent.id}, ${consent.appId}, ${consent.definitionId}, ${consent.scope}, ${consent.targetId},
      ${JSON.stringify(consent.permissions)}::jsonb, ${consent.grantedBy})`.execute(sql);
}

/** Consents on behalf of the organisation for several apps, in one query. */
export async function listOrganisationConsents(
  sql: Sql,
  tenantId: string,
  appIds: readonly string[],
): Promise<Consent[]> {
  if (appIds.length === 0) return [];
  const { rows } = await text<Consent>`select ${consentColumns}
    where tenant_id = ${tenantId} and app_id = any(${[...appIds]}::uuid[]) and scope = 'organization'
      and target_id = ${tenantId} and withdrawn_at is null`.execute(sql);
  return rows;
}

/** Which apps have a consent in force of their own in these places: `<app id> <place id>`, in one query. */
export async function listPlacesWithConsent(
  sql: Sql,
  tenantId: string,
  appIds: readonly string[],
  targetIds: readonly string[],
): Promise<Set<string>> {
  if (appIds.length === 0) return new Set();
  const { rows } = await text<{ key: string }>`select distinct app_id || ' ' || target_id as key from consent
    where tenant_id = ${tenantId} and app_id = any(${[...appIds]}::uuid[]) and scope in ('personal', 'team', 'chat')
      and target_id = any(${[...targetIds]}::uuid[]) and withdrawn_at is null`.execute(sql);
  return new Set(rows.map((row) => row.key));
}

/** Consents in force for a place itself, oldest first. Some for each app: one a version that was agreed to. */
export async function listConsentsOfPlace(
  sql: Sql,
  tenantId: string,
  scope: ConsentScope,
  targetId: string,
): Promise<Consent[]> {
  const { rows } = await text<Consent>`select ${consentColumns} where tenant_id = ${tenantId} and scope = ${scope}
    and target_id = ${targetId} and withdrawn_at is null order by consent_id`.execute(sql);
  return rows;
}

export async function findConsent(sql: Sql, tenantId: string, id: string): Promise<Consent | undefined> {
  const { rows } = await text<Consent>`select ${consentColumns}
    where tenant_id = ${tenantId} and consent_id = ${id} and withdrawn_at is null`.execute(sql);
  return rows[0];
}

export interface ConsentPage {
  readonly limit: number;
  readonly after: readonly string[] | undefined;
}

/** What somebody has agreed to and not withdrawn, newest first; one row more than the limit. */
export async function listConsentsBy(
  sql: Sql,
  tenantId: string,
  personId: string,
  page: ConsentPage,
): Promise<Consent[]> {
  const beyond = page.after === undefined ? text`` : text`and consent_id < ${page.after[0]}::uuid`;
  const { rows } = await text<Consent>`select ${consentColumns}
    where tenant_id = ${tenantId} and granted_by = ${personId} and withdrawn_at is null ${beyond}
    order by consent_id desc limit ${page.limit + 1}`.execute(sql);
  return rows;
}

/** What was agreed to on behalf of the organisation, newest first; one row more than the limit. */
export async function listConsentsForOrganisation(
  sql: Sql,
  tenantId: string,
  page: ConsentPage & { appId: string | undefined },
): Promise<Consent[]> {
  const beyond = page.after === undefined ? text`` : text`and consent_id < ${page.after[0]}::uuid`;
  const about = page.appId === undefined ? text`` : text`and app_id = ${page.appId}`;
  const { rows } = await text<Consent>`select ${consentColumns}
    where tenant_id = ${tenantId} and scope = 'organization' and target_id = ${tenantId} and withdrawn_at is null
      ${about} ${beyond} order by consent_id desc limit ${page.limit + 1}`.execute(sql);
  return rows;
}

/**
 * Ends what was agreed to for one place, whatever versions it was about.
 * @returns how many consents that were.
 */
export async function withdrawFrom(
  sql: Sql,
  tenantId: string,
  appId: string,
  place: { scope: ConsentScope; id: string },
  by: string | null,
): Promise<number> {
  const withdrawn = await text`update consent set withdrawn_at = now(), withdrawn_by = ${by}::uuid
    where tenant_id = ${tenantId} and app_id = ${appId} and scope = ${place.scope} and target_id = ${place.id}
      and withdrawn_at is null`.execute(sql);
  return Number(withdrawn.numAffectedRows);
}

/** Ends everything that was agreed to about an app, when it leaves the catalogue. */
export async function withdrawAll(sql: Sql, tenantId: string, appId: string): Promise<void> {
  await text`update consent set withdrawn_at = now()
    where tenant_id = ${tenantId} and app_id = ${appId} and withdrawn_at is null`.execute(sql);
}
