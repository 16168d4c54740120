import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import type { PublishingState } from "./definition.rules.ts";

/** A definition that somebody submitted, with what became of it. */
export interface Submission {
  readonly id: string;
  readonly appId: string;
  readonly externalId: string;
  readonly displayName: string;
  readonly shortDescription: string;
  readonly publisherName: string;
  readonly colorIcon: Buffer;
  readonly outlineIcon: Buffer;
  readonly version: string;
  /** What people run meanwhile; null for a new app. */
  readonly publishedVersion: string | null;
  readonly state: PublishingState;
  readonly submitter: string | null;
  readonly submittedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string;
  readonly supersededBy: string | null;
}

const columns = text`
  d.definition_id as id, d.app_id as "appId", a.external_id as "externalId", d.display_name as "displayName",
  d.short_description as "shortDescription", d.publisher_name as "publisherName",
  d.color_icon_sha256 as "colorIcon", d.outline_icon_sha256 as "outlineIcon", d.version,
  case when a.published then c.version end as "publishedVersion", d.publishing_state as state,
  d.created_by as submitter, d.created_at as "submittedAt", d.decided_by as "decidedBy", d.decided_at as "decidedAt",
  d.decision_reason as reason, d.superseded_by as "supersededBy"
  from app_definition d join app a on a.tenant_id = d.tenant_id and a.app_id = d.app_id
  join app_definition c on c.tenant_id = a.tenant_id and c.definition_id = a.current_definition_id`;

export async function findSubmission(sql: Sql, tenantId: string, id: string): Promise<Submission | undefined> {
  const { rows } = await text<Submission>`
    select ${columns} where d.tenant_id = ${tenantId} and d.definition_id = ${id} and d.submitted`.execute(sql);
  return rows[0];
}

/** What waits for a decision about an app. */
export async function findPending(sql: Sql, tenantId: string, appId: string): Promise<Submission | undefined> {
  const { rows } = await text<Submission>`
    select ${columns} where d.tenant_id = ${tenantId} and d.app_id = ${appId} and d.publishing_state = 'submitted'`.execute(
    sql,
  );
  return rows[0];
}

interface Page {
  readonly limit: number;
  readonly after: readonly string[] | undefined;
}

/** What waits for a decision, longest first; one row more than the limit. */
export async function listPending(sql: Sql, tenantId: string, page: Page): Promise<Submission[]> {
  const beyond = page.after === undefined ? text`` : text`and d.definition_id > ${page.after[0]}::uuid`;
  const { rows } = await text<Submission>`
    select ${columns} where d.tenant_id = ${tenantId} and d.publishing_state = 'submitted' ${beyond}
    order by d.definition_id limit ${page.limit + 1}`.execute(sql);
  return rows;
}

/** What somebody has submitted, newest first; one row more than the limit. */
export async function listSubmittedBy(sql: Sql, tenantId: string, personId: string, page: Page): Promise<Submission[]> {
  const beyond = page.after === undefined ? text`` : text`and d.definition_id < ${page.after[0]}::uuid`;
  const { rows } = await text<Submission>`
    select ${columns} where d.tenant_id = ${tenantId} and d.created_by = ${personId} and d.submitted ${beyond}
    order by d.definition_id desc limit ${page.limit + 1}`.execute(sql);
  return rows;
}

export async function countPending(sql: Sql, tenantId: string): Promise<number> {
  const { rows } = await text<{ count: number }>`
    select count(*)::int as count from app_definition
    where tenant_id = ${tenantId} and publishing_state = 'submitted'`.execute(sql);
  return rows[0]?.count ?? 0;
}

export async function markPublished(
  sql: Sql,
  tenantId: string,
  definitionId: string,
  by: string | null,
): Promise<void> {
  await text`
    update app_definition set publishing_state = 'published', published_at = clock_timestamp(), decided_by = ${by}::uuid,
      decided_at = clock_timestamp()
    where tenant_id = ${tenantId} and definition_id = ${definitionId}`.execute(sql);
}

/** @param decision `supersededBy` is the version that was published instead. */
export async function markRejected(
  sql: Sql,
  tenantId: string,
  definitionId: string,
  decision: { by: string | null; reason: string; supersededBy?: string },
): Promise<void> {
  await text`
    update app_definition set publishing_state = 'rejected', decided_by = ${decision.by}::uuid, decided_at = clock_timestamp(),
      decision_reason = ${decision.reason}, superseded_by = ${decision.supersededBy ?? null}
    where tenant_id = ${tenantId} and definition_id = ${definitionId}`.execute(sql);
}

export async function deleteDefinition(sql: Sql, tenantId: string, definitionId: string): Promise<void> {
  await text`delete from app_definition where tenant_id = ${tenantId} and definition_id = ${definitionId}`.execute(sql);
}

/** The newest of an app's definitions that is left; undefined when none is. */
export async function findNewestDefinition(sql: Sql, tenantId: string, appId: string): Promise<string | undefined> {
  const { rows } = await text<{ id: string }>`
    select definition_id as id from app_definition where tenant_id = ${tenantId} and app_id = ${appId}
    order by definition_id desc limit 1`.execute(sql);
  return rows[0]?.id;
}
