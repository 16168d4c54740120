import type { TeamsManifest } from "@parvis/manifest";
import { type RawBuilder, sql as text } from "kysely";
import type { AppCondition } from "../platform/database/app-condition.ts";
import type { Sql } from "../platform/database/database.ts";
import { literalLike } from "../platform/database/like.ts";
import { isId } from "../platform/identifiers.ts";
import type { AppFeature } from "./app-search.rules.ts";
import { indexApp, withFeature, withKeys } from "./app-search.store.ts";
import type { TextOverrides } from "./customization.rules.ts";
import type { AppKind, DefinitionSummary, Distribution, PublishingState } from "./definition.rules.ts";

/** An app with the definition that is current, without its manifest. */
export interface AppRow extends DefinitionSummary {
  readonly id: string;
  readonly externalId: string;
  readonly distribution: Distribution;
  readonly kind: AppKind;
  readonly blockedByPublisher: boolean;
  /** Whether a version was ever published; until then `definitionId` is the newest that was submitted. */
  readonly published: boolean;
  /** Whom alone it was uploaded for; null for apps of the organisation and the store. */
  readonly sideloadedScope: "personal" | "team" | null;
  readonly sideloadedTo: string | null;
  /** Who brought it here. */
  readonly createdBy: string | null;
  /** As the publisher calls it; `displayName` is what people here see. */
  readonly publisherAppName: string;
  readonly customized: boolean;
  /** What of the publisher's texts is the organisation's own. */
  readonly overrides: TextOverrides;
  readonly definitionId: string;
  readonly version: string;
  readonly publishingState: PublishingState;
  readonly colorIcon: Buffer;
  readonly outlineIcon: Buffer;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** What is behind a name, where one may be overridden. */
const shown = (member: string, original: string) => text.raw(`coalesce(z.texts->>'${member}', ${original})`);

export interface DefinitionRow {
  readonly id: string;
  readonly appId: string;
  readonly version: string;
  readonly manifest: TeamsManifest;
  readonly colorIcon: Buffer;
  readonly outlineIcon: Buffer;
  readonly createdAt: Date;
}

export interface NewDefinition extends DefinitionSummary {
  readonly id: string;
  readonly appId: string;
  readonly version: string;
  readonly manifest: TeamsManifest;
  readonly packageSha256: Buffer;
  readonly colorIcon: Buffer;
  readonly outlineIcon: Buffer;
  readonly createdBy: string | null;
  /** Submitted for an administrator's decision, or published at once. */
  readonly publishingState: "submitted" | "published";
}

export interface Transition {
  readonly fromDefinitionId: string;
  readonly toDefinitionId: string;
  readonly consentRequired: boolean;
  readonly ruleSet: string;
  readonly reasons: unknown;
}

/** An app as people see it: what administrators have overridden stands in place of the publisher's (contracts.md B.7). */
export const shownColumns = text`
  a.app_id as id, a.external_id as "externalId", a.distribution, a.app_kind as kind,
  a.blocked_by_publisher as "blockedByPublisher", a.created_at as "createdAt", a.published,
  a.sideloaded_scope as "sideloadedScope", a.sideloaded_to as "sideloadedTo", a.created_by as "createdBy",
  d.definition_id as "definitionId", d.version, d.publishing_state as "publishingState",
  coalesce(d.published_at, d.created_at) as "changedAt", d.display_name as "publisherAppName", z.app_id is not null as customized,
  coalesce(z.texts, '{}') as overrides,
  ${shown("shortName", "d.display_name")} as "displayName", ${shown("shortDescription", "d.short_description")} as "shortDescription",
  ${shown("fullDescription", "d.full_description")} as "fullDescription", d.publisher_name as "publisherName",
  ${shown("accentColor", "d.accent_color")} as "accentColor", d.asks_permissions as "asksPermissions", d.configurable, d.scopes,
  coalesce(z.color_icon_sha256, d.color_icon_sha256) as "colorIcon", coalesce(z.outline_icon_sha256, d.outline_icon_sha256) as "outlineIcon"`;
export const shownFrom = text`app a
  join app_definition d on d.tenant_id = a.tenant_id and d.definition_id = a.current_definition_id
  left join app_customization z on z.tenant_id = a.tenant_id and z.app_id = a.app_id`;
const appColumns = text`${shownColumns} from ${shownFrom}`;

/** What a condition on apps asks for. */
export const conditionColumns = {
  id: text`a.app_id`,
  externalId: text`a.external_id`,
  kind: text`a.app_kind`,
  blockedByPublisher: text`a.blocked_by_publisher`,
  createdAt: text`a.created_at`,
  published: text`a.published`,
  sideloadedScope: text`a.sideloaded_scope`,
  sideloadedTo: text`a.sideloaded_to`,
};

/** Whom alone an app is for. */
export interface SideloadTarget {
  readonly scope: "personal" | "team";
  readonly id: string;
}

/** @returns false when the tenant, or whom it is uploaded for, has an app with this manifest id. */
export async function insertApp(
  sql: Sql,
  tenantId: string,
  app: {
    id: string;
    externalId: string;
    distribution: Distribution;
    definitionId: string;
    createdBy: string | null;
    published: boolean;
    sideloadedFor?: SideloadTarget;
  },
): Promise<boolean> {
  const { scope = null, id: target = null } = app.sideloadedFor ?? {};
  const inserted = await text`
    insert into app (tenant_id, app_id, external_id, distribution, current_definition_id, created_by, published,
      sideloaded_scope, sideloaded_to)
    values (${tenantId}, ${app.id}, ${app.externalId}, ${app.distribution}, ${app.definitionId}, ${app.createdBy}, ${app.published},
      ${scope}, ${target}::uuid)
    on conflict do nothing`.execute(sql);
  return inserted.numAffectedRows === 1n;
}

export async function insertDefinition(sql: Sql, tenantId: string, definition: NewDefinition): Promise<void> {
  await text`
    insert into app_definition (tenant_id, definition_id, app_id, version, publishing_state, display_name, short_description,
      full_description, publisher_name, accent_color, manifest, package_sha256, color_icon_sha256, outline_icon_sha256, created_by,
      asks_permissions, configurable, scopes, submitted, published_at)
    values (${tenantId}, ${definition.id}, ${definition.appId}, ${definition.version}, ${definition.publishingState}, ${definition.displayName},
      ${definition.shortDescription}, ${definition.fullDescription}, ${definition.publisherName}, ${definition.accentColor},
      ${JSON.stringify(definition.manifest)}::jsonb, ${definition.packageSha256}, ${definition.colorIcon}, ${definition.outlineIcon},
      ${definition.createdBy}, ${definition.asksPermissions}, ${[...definition.configurable]}::text[], ${[...definition.scopes]}::text[],
      ${definition.publishingState === "submitted"}, case when ${definition.publishingState} = 'published' then clock_timestamp() end)`.execute(
    sql,
  );
}

/** The definition that people see and run; or, while none was published, the newest that was submitted. */
export async function setCurrentDefinition(
  sql: Sql,
  tenantId: string,
  appId: string,
  definitionId: string,
  published: boolean,
): Promise<void> {
  await text`update app set current_definition_id = ${definitionId}, published = ${published}
    where tenant_id = ${tenantId} and app_id = ${appId}`.execute(sql);
  await refreshShown(sql, tenantId, appId);
}

/** After anything that changes how people see an app: what lists sort by and searches find. */
export async function refreshShown(sql: Sql, tenantId: string, appId: string): Promise<void> {
  await text`
    update app a set shown_name = ${shown("shortName", "d.display_name")}, shown_publisher = d.publisher_name
    from app_definition d left join app_customization z on z.tenant_id = d.tenant_id and z.app_id = d.app_id
    where a.tenant_id = ${tenantId} and a.app_id = ${appId} and d.tenant_id = a.tenant_id and d.definition_id = a.current_definition_id`.execute(
    sql,
  );
  await indexApp(sql, tenantId, appId);
}

/**
 * The app, and nobody else changes it until the transaction ends. Two statements: one that waits for the lock and joins would
 * look for the new current definition with the eyes of before the wait, and find nothing.
 */
export async function lockApp(sql: Sql, tenantId: string, appId: string): Promise<AppRow | undefined> {
  await text`select 1 from app where tenant_id = ${tenantId} and app_id = ${appId} for update`.execute(sql);
  return await findApp(sql, tenantId, appId);
}

export async function findApp(sql: Sql, tenantId: string, appId: string): Promise<AppRow | undefined> {
  const { rows } =
    await text<AppRow>`select ${appColumns} where a.tenant_id = ${tenantId} and a.app_id = ${appId}`.execute(sql);
  return rows[0];
}

export async function findAppByExternalId(sql: Sql, tenantId: string, externalId: string): Promise<AppRow | undefined> {
  const { rows } =
    await text<AppRow>`select ${appColumns} where a.tenant_id = ${tenantId} and a.external_id = ${externalId}
      and a.distribution <> 'sideloaded'`.execute(sql);
  return rows[0];
}

/** The app with this manifest id that was uploaded for somebody. */
export async function findSideloaded(
  sql: Sql,
  tenantId: string,
  { scope, id }: SideloadTarget,
  externalId: string,
): Promise<AppRow | undefined> {
  const { rows } =
    await text<AppRow>`select ${appColumns} where a.tenant_id = ${tenantId} and a.external_id = ${externalId}
      and a.distribution = 'sideloaded' and a.sideloaded_to = ${id} and a.sideloaded_scope = ${scope}`.execute(sql);
  return rows[0];
}

export async function findApps(sql: Sql, tenantId: string, appIds: readonly string[]): Promise<AppRow[]> {
  if (appIds.length === 0) return [];
  const { rows } = await text<AppRow>`
    select ${appColumns} where a.tenant_id = ${tenantId} and a.app_id = any(${[...appIds]}::uuid[])`.execute(sql);
  return rows;
}

/**
 * @param refs ids in the catalogue or manifests' ids, in lower case; what was uploaded for somebody alone goes by its id.
 * @param visible leaves out those it stops.
 */
export async function findAppsByRef(
  sql: Sql,
  tenantId: string,
  refs: readonly string[],
  visible?: AppCondition,
): Promise<AppRow[]> {
  if (refs.length === 0) return [];
  const usable = visible === undefined ? text`` : text`and ${visible(conditionColumns)}`;
  const { rows } = await text<AppRow>`select ${appColumns} where a.tenant_id = ${tenantId}
    and (a.app_id = any(${refs.filter(isId)}::uuid[]) or (lower(a.external_id) = any(${[...refs]}::text[]) and a.distribution <> 'sideloaded')) ${usable}`.execute(
    sql,
  );
  return rows;
}

/** The current definition, held against an update until the transaction ends. */
export async function holdCurrentDefinition(sql: Sql, tenantId: string, appId: string): Promise<string | undefined> {
  const { rows } = await text<{ id: string }>`select current_definition_id as id from app
    where tenant_id = ${tenantId} and app_id = ${appId} for share`.execute(sql);
  return rows[0]?.id;
}

type GovernedAppRow = Pick<
  AppRow,
  "id" | "externalId" | "kind" | "blockedByPublisher" | "createdAt" | "published" | "sideloadedScope" | "sideloadedTo"
>;

/** What the access decision needs of every app of the organisation and the store, without their definitions. */
export async function listGovernedApps(sql: Sql, tenantId: string): Promise<GovernedAppRow[]> {
  const { rows } = await text<GovernedAppRow>`
    select app_id as id, external_id as "externalId", app_kind as kind, blocked_by_publisher as "blockedByPublisher",
      created_at as "createdAt", published, sideloaded_scope as "sideloadedScope", sideloaded_to as "sideloadedTo" from app where tenant_id = ${tenantId} and distribution <> 'sideloaded'`.execute(
    sql,
  );
  return rows;
}

export async function deleteApp(sql: Sql, tenantId: string, appId: string): Promise<void> {
  await text`delete from app where tenant_id = ${tenantId} and app_id = ${appId}`.execute(sql);
}

export interface AppPage {
  readonly limit: number;
  readonly after: readonly string[] | undefined;
  readonly search: string | undefined;
  /** Only these apps, by id. */
  readonly among?: readonly string[];
  /** The access decision for whoever looks; undefined for administrators, who manage apps whatever it says. */
  readonly visible: AppCondition | undefined;
  /** Search keys instead of a search: for each word those of which an app must have one. */
  readonly near?: readonly (readonly string[])[];
  readonly kind?: AppKind | undefined;
  readonly feature?: AppFeature | undefined;
  /** Only what was uploaded for this person or team; null: nothing that was uploaded for somebody alone. */
  readonly uploadedFor?: SideloadTarget | null;
}

/** A page in order of name; one row more than the limit tells that there is another. */
export async function listApps(sql: Sql, tenantId: string, page: AppPage): Promise<AppRow[]> {
  const like = `%${literalLike((page.search ?? "").toLowerCase())}%`;
  const matching =
    page.search === undefined
      ? text``
      : text`and (lower(a.shown_name) like ${like} or lower(a.shown_publisher) like ${like})`;
  const beyond =
    page.after === undefined
      ? text``
      : text`and (lower(a.shown_name), a.app_id) > (${page.after[0]}, ${page.after[1]}::uuid)`;
  const visible = page.visible === undefined ? text`` : text`and ${page.visible(conditionColumns)}`;
  const near = page.near === undefined ? text`` : text`and a.app_id in ${withKeys(tenantId, page.near)}`;
  const kind = page.kind === undefined ? text`` : text`and a.app_kind = ${page.kind}`;
  const feature = page.feature === undefined ? text`` : text`and a.app_id in ${withFeature(tenantId, page.feature)}`;
  const among = page.among === undefined ? text`` : text`and a.app_id = any(${[...page.among]}::uuid[])`;
  const { uploadedFor } = page;
  const uploaded =
    uploadedFor == null
      ? text`${uploadedFor === null ? text`and a.distribution <> 'sideloaded'` : text``}`
      : text`and a.sideloaded_to = ${uploadedFor.id} and a.sideloaded_scope = ${uploadedFor.scope}`;
  const narrowed = text`${matching} ${near} ${kind} ${feature} ${among} ${uploaded}`;
  const { rows } = await text<AppRow>`
    select ${appColumns} where a.tenant_id = ${tenantId} ${narrowed} ${beyond} ${visible}
    order by lower(a.shown_name), a.app_id limit ${page.limit + 1}`.execute(sql);
  return rows;
}

const definitionColumns = text`definition_id as id, app_id as "appId", version, manifest,
  color_icon_sha256 as "colorIcon", outline_icon_sha256 as "outlineIcon", created_at as "createdAt" from app_definition`;

export async function findDefinitions(sql: Sql, tenantId: string, ids: readonly string[]): Promise<DefinitionRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await text<DefinitionRow>`
    select ${definitionColumns} where tenant_id = ${tenantId} and definition_id = any(${[...ids]}::uuid[])`.execute(
    sql,
  );
  return rows;
}

/** Published versions of an app, newest first. */
export async function listVersions(
  sql: Sql,
  tenantId: string,
  appId: string,
  limit: number,
): Promise<{ id: string; version: string; createdAt: Date; createdBy: string | null }[]> {
  const { rows } = await text<{ id: string; version: string; createdAt: Date; createdBy: string | null }>`
    select definition_id as id, version, published_at as "createdAt", created_by as "createdBy" from app_definition
    where tenant_id = ${tenantId} and app_id = ${appId} and publishing_state = 'published'
    order by published_at desc limit ${limit}`.execute(sql);
  return rows;
}

export async function insertTransitions(
  sql: Sql,
  tenantId: string,
  appId: string,
  transitions: readonly Transition[],
): Promise<void> {
  await text`
    insert into definition_transition (tenant_id, app_id, from_definition_id, to_definition_id, consent_required, rule_set, reasons)
    select ${tenantId}, ${appId}, "fromDefinitionId", "toDefinitionId", "consentRequired", "ruleSet", reasons
    from jsonb_to_recordset(${JSON.stringify(transitions)}::jsonb)
      as t("fromDefinitionId" uuid, "toDefinitionId" uuid, "consentRequired" boolean, "ruleSet" text, reasons jsonb)`.execute(
    sql,
  );
}

/** Every way on from the versions in use, for several apps in one query. */
export async function listTransitions(
  sql: Sql,
  tenantId: string,
  appIds: readonly string[],
): Promise<(Transition & { appId: string; publishedAt: Date })[]> {
  if (appIds.length === 0) return [];
  const { rows } = await text<Transition & { appId: string; publishedAt: Date }>`
    select t.app_id as "appId", from_definition_id as "fromDefinitionId", to_definition_id as "toDefinitionId",
      consent_required as "consentRequired", rule_set as "ruleSet", reasons,
      coalesce(d.published_at, d.created_at) as "publishedAt"
    from definition_transition t
      join app_definition d on d.tenant_id = t.tenant_id and d.definition_id = t.to_definition_id
    where t.tenant_id = ${tenantId} and t.app_id = any(${[...appIds]}::uuid[])`.execute(sql);
  return rows;
}

/** Apps, as a relation of `app_id`, `definition_id` (the newest), `created_by` and `sideloaded_to` for other areas' queries. */
export function appRelation(tenantId: string): RawBuilder<unknown> {
  return text`(select app_id, current_definition_id as definition_id, created_by, sideloaded_to
    from app where tenant_id = ${tenantId}::uuid)`;
}

/** Ways on that need no fresh consent, as a relation of `app_id`, `from_definition_id` and `to_definition_id`. */
export function silentStepRelation(tenantId: string): RawBuilder<unknown> {
  return text`(select app_id, from_definition_id, to_definition_id
    from definition_transition where tenant_id = ${tenantId}::uuid and not consent_required)`;
}
