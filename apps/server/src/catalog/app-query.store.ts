import { type RawBuilder, sql as text } from "kysely";
import type { AppCondition } from "../platform/database/app-condition.ts";
import type { Sql } from "../platform/database/database.ts";
import { isId } from "../platform/identifiers.ts";
import { conditionColumns } from "./app.store.ts";
import type { AppField, AppFilter, DefinitionField, DefinitionFilter } from "./app-query.rules.ts";
import type { Distribution, PublishingState } from "./definition.rules.ts";

/** Who asks: somebody who manages apps and sees all, or a person who sees what they may use and what they submitted. */
export type Reader = "administrator" | { readonly personId: string; readonly visible: AppCondition };

export interface CatalogApp {
  readonly id: string;
  readonly externalId: string;
  readonly displayName: string;
  readonly distribution: Distribution;
}

export interface CatalogDefinition {
  readonly id: string;
  readonly appId: string;
  readonly version: string;
  readonly state: PublishingState;
  readonly displayName: string;
  readonly shortDescription: string;
  readonly description: string;
  readonly createdBy: string | null;
  readonly changedAt: Date;
  readonly azureADAppId: string | null;
  readonly botId: string | null;
  readonly resourceSpecific: readonly { readonly name?: string; readonly type?: string }[] | null;
  readonly scopes: readonly string[];
  readonly colorIcon: Buffer;
  readonly outlineIcon: Buffer;
}

const none = text`false`;
const appColumns: Record<AppField, RawBuilder<unknown>> = {
  id: text`case when a.distribution = 'store' then a.external_id else a.app_id::text end`,
  externalId: text`case when a.distribution = 'store' then null else a.external_id end`,
  displayName: text`a.shown_name`,
  distributionMethod: text`a.distribution`,
};
const botId = text`f.manifest#>>'{bots,0,botId}'`;
const definitionColumns: Record<DefinitionField, RawBuilder<unknown>> = {
  bot: botId,
  publishingState: text`f.publishing_state`,
  version: text`f.version`,
  displayName: text`f.display_name`,
  shortDescription: text`f.short_description`,
  description: text`f.full_description`,
  azureADAppId: text`f.manifest#>>'{webApplicationInfo,id}'`,
};

/** OData compares null as a value: `x ne 'a'` holds where x is null. */
function compared(column: RawBuilder<unknown>, equal: boolean, value: string | null): RawBuilder<unknown> {
  const same = value === null ? text`${column} is null` : text`lower(${column}) is not distinct from lower(${value})`;
  return equal ? text`(${same})` : text`(not (${same}))`;
}

function definitionCondition(filter: DefinitionFilter): RawBuilder<unknown> {
  if (filter.kind === "compare") return compared(definitionColumns[filter.field], filter.equal, filter.value);
  if (filter.kind === "not") return text`(not ${definitionCondition(filter.of)})`;
  const [left, right] = [definitionCondition(filter.left), definitionCondition(filter.right)];
  return filter.kind === "and" ? text`(${left} and ${right})` : text`(${left} or ${right})`;
}

/** Definitions a reader sees: what was published, and what they submitted themselves. */
function seen(reader: Reader): RawBuilder<unknown> {
  if (reader === "administrator") return text`true`;
  return text`(f.publishing_state = 'published' or f.created_by = ${reader.personId}::uuid)`;
}

function appCondition(filter: AppFilter, reader: Reader): RawBuilder<unknown> {
  switch (filter.kind) {
    case "compare":
      return compared(appColumns[filter.field], filter.equal, filter.value);
    case "not":
      return text`(not ${appCondition(filter.of, reader)})`;
    case "any":
      return text`exists (select 1 from app_definition f where f.tenant_id = a.tenant_id and f.app_id = a.app_id
        and ${seen(reader)} and ${filter.of === undefined ? text`true` : definitionCondition(filter.of)})`;
    default: {
      const [left, right] = [appCondition(filter.left, reader), appCondition(filter.right, reader)];
      return filter.kind === "and" ? text`(${left} and ${right})` : text`(${left} or ${right})`;
    }
  }
}

function readable(reader: Reader): RawBuilder<unknown> {
  if (reader === "administrator") return text`a.distribution <> 'sideloaded'`;
  return text`(${reader.visible(conditionColumns)} or a.distribution <> 'sideloaded' and exists (select 1 from app_definition f
    where f.tenant_id = a.tenant_id and f.app_id = a.app_id and f.created_by = ${reader.personId}::uuid))`;
}

const shownApp = text`a.app_id as id, a.external_id as "externalId", a.shown_name as "displayName", a.distribution`;

/** A page in order of id; one row more than the limit. */
export async function queryApps(
  sql: Sql,
  tenantId: string,
  reader: Reader,
  page: { limit: number; after: string | undefined; filter: AppFilter | undefined },
): Promise<CatalogApp[]> {
  const beyond = page.after === undefined ? text`` : text`and a.app_id > ${page.after}::uuid`;
  const filter = page.filter === undefined ? text`` : text`and ${appCondition(page.filter, reader)}`;
  const { rows } = await text<CatalogApp>`
    select ${shownApp} from app a where a.tenant_id = ${tenantId} and ${readable(reader)} ${filter} ${beyond}
    order by a.app_id limit ${page.limit + 1}`.execute(sql);
  return rows;
}

/** @param id as Graph has it: the manifest's for apps of the store, else the catalogue's. */
export async function findCatalogApp(
  sql: Sql,
  tenantId: string,
  reader: Reader,
  id: string,
): Promise<CatalogApp | undefined> {
  const own = isId(id) ? text`(a.app_id = ${id}::uuid and a.distribution <> 'store')` : none;
  const { rows } = await text<CatalogApp>`
    select ${shownApp} from app a where a.tenant_id = ${tenantId} and ${readable(reader)}
      and (${own} or (a.distribution = 'store' and a.external_id = ${id}))`.execute(sql);
  return rows[0];
}

/** The newest definitions of each of these apps, in one query. */
export async function listCatalogDefinitions(
  sql: Sql,
  tenantId: string,
  reader: Reader,
  appIds: readonly string[],
  most: number,
): Promise<CatalogDefinition[]> {
  if (appIds.length === 0) return [];
  const { rows } = await text<CatalogDefinition>`
    select t.* from unnest(${[...appIds]}::uuid[]) as asked(app_id) cross join lateral (
      select f.definition_id as id, f.app_id as "appId", f.version, f.publishing_state as state, f.display_name as "displayName",
        f.short_description as "shortDescription", f.full_description as description, f.created_by as "createdBy",
        coalesce(f.decided_at, f.published_at, f.created_at) as "changedAt", ${definitionColumns.azureADAppId} as "azureADAppId",
        ${botId} as "botId", f.manifest#>'{authorization,permissions,resourceSpecific}' as "resourceSpecific", f.scopes,
        f.color_icon_sha256 as "colorIcon", f.outline_icon_sha256 as "outlineIcon"
      from app_definition f where f.tenant_id = ${tenantId} and f.app_id = asked.app_id and ${seen(reader)}
      order by f.definition_id desc limit ${most}) t`.execute(sql);
  return rows;
}
