import type { TeamsManifest } from "@parvis/manifest";
import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import type { PublishingState } from "./definition.rules.ts";

/** A version of an app, however far it came. */
export interface VersionRow {
  readonly id: string;
  readonly version: string;
  readonly state: PublishingState;
  readonly displayName: string;
  readonly colorIcon: Buffer;
  readonly current: boolean;
  readonly submitted: boolean;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string;
  readonly supersededBy: string | null;
}

/** All versions of an app, newest first; one row more than the limit. */
export async function listAllVersions(
  sql: Sql,
  tenantId: string,
  appId: string,
  page: { limit: number; after: readonly string[] | undefined },
): Promise<VersionRow[]> {
  const beyond = page.after === undefined ? text`` : text`and d.definition_id < ${page.after[0]}::uuid`;
  const { rows } = await text<VersionRow>`
    select d.definition_id as id, d.version, d.publishing_state as state, d.display_name as "displayName",
      d.color_icon_sha256 as "colorIcon", d.definition_id = a.current_definition_id and a.published as current, d.submitted,
      d.created_by as "createdBy", d.created_at as "createdAt", d.published_at as "publishedAt", d.decided_by as "decidedBy",
      d.decided_at as "decidedAt", d.decision_reason as reason, d.superseded_by as "supersededBy"
    from app a join app_definition d on d.tenant_id = a.tenant_id and d.app_id = a.app_id
    where a.tenant_id = ${tenantId} and a.app_id = ${appId} ${beyond}
    order by d.definition_id desc limit ${page.limit + 1}`.execute(sql);
  return rows;
}

export interface PackedDefinition {
  readonly id: string;
  readonly version: string;
  readonly state: PublishingState;
  readonly manifest: TeamsManifest;
  readonly bytes: Buffer;
}

/** Versions of one app with their packages. */
export async function findPacked(
  sql: Sql,
  tenantId: string,
  appId: string,
  ids: readonly string[],
): Promise<PackedDefinition[]> {
  const { rows } = await text<PackedDefinition>`
    select d.definition_id as id, d.version, d.publishing_state as state, d.manifest, c.bytes
    from app_definition d join content c on c.tenant_id = d.tenant_id and c.sha256 = d.package_sha256
    where d.tenant_id = ${tenantId} and d.app_id = ${appId} and d.definition_id = any(${[...ids]}::uuid[])`.execute(
    sql,
  );
  return rows;
}
