import type { TeamsManifest } from "@parvis/manifest";
import { type RawBuilder, sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import { type AppFeature, featuresOf, searchKeys } from "./app-search.rules.ts";

/** Makes an app findable as it is now. To be called in the transaction that changes its current version or its names. */
export async function indexApp(sql: Sql, tenantId: string, appId: string): Promise<void> {
  const { rows } = await text<{ displayName: string; publisherName: string; manifest: TeamsManifest }>`
    select a.shown_name as "displayName", d.publisher_name as "publisherName", d.manifest
    from app a join app_definition d on d.tenant_id = a.tenant_id and d.definition_id = a.current_definition_id
    where a.tenant_id = ${tenantId} and a.app_id = ${appId}`.execute(sql);
  const [app] = rows;
  if (app === undefined) return;
  const keys = searchKeys(`${app.displayName} ${app.publisherName}`);
  await text`
    insert into app_search (tenant_id, app_id, keys, features)
    values (${tenantId}, ${appId}, ${keys}::text[], ${featuresOf(app.manifest)}::text[])
    on conflict (tenant_id, app_id) do update set keys = excluded.keys, features = excluded.features`.execute(sql);
}

/** Apps that have, for each word, one of its keys. */
export function withKeys(tenantId: string, words: readonly (readonly string[])[]): RawBuilder<unknown> {
  const each = words.map((variants) => text`keys && ${[...variants]}::text[]`);
  return text`(select app_id from app_search where tenant_id = ${tenantId}::uuid and ${text.join(each, text` and `)})`;
}

export function withFeature(tenantId: string, feature: AppFeature): RawBuilder<unknown> {
  return text`(select app_id from app_search where tenant_id = ${tenantId}::uuid and ${feature} = any(features))`;
}
