import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import type { ConfigurationKind, ConfigurationState, ConnectorSettings } from "./configuration.rules.ts";
import { limitsInForce, type RateLimit, type WebhookMode } from "./rate-limit.rules.ts";

/** A configuration of whatever kind: of a channel, of a team's mail (no channel), or of a mailbox (no team either). */
export interface AnyConfiguration {
  readonly id: string;
  readonly teamId: string | null;
  readonly channelId: string | null;
  readonly kind: ConfigurationKind;
  /** Null for an incoming webhook. */
  readonly appId: string | null;
  readonly connectorId: string;
  readonly mode: WebhookMode;
  /** Null: the usual ones. */
  readonly rateLimits: readonly RateLimit[] | null;
  readonly state: ConfigurationState;
  readonly authorName: string;
  readonly authorIcon: Buffer | null;
  readonly settings: ConnectorSettings;
  readonly configuredBy: string | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
  /** Of the address that stands; those before it may still work for a while. */
  readonly webhookKey: string;
  readonly webhookSince: Date;
  readonly ownerId: string;
  readonly lastUsedAt: Date | null;
}

/** One that posts to a channel. */
export interface Configuration extends AnyConfiguration {
  readonly teamId: string;
  readonly channelId: string;
}

/** Where a webhook leads. */
export interface WebhookTarget {
  readonly configurationId: string;
  /** As the address has it: the team's, or the owner's for a mailbox. */
  readonly groupId: string;
  readonly teamId: string | null;
  /** Null: its cards go to its targets only. */
  readonly channelId: string | null;
  readonly appId: string | null;
  readonly connectorId: string;
  readonly authorName: string;
  readonly authorIcon: Buffer | null;
  readonly mode: WebhookMode;
  /** Windows that its cards are counted in, shortest first; none are no limit. */
  readonly limits: readonly RateLimit[];
  /** The configuration is gone. */
  readonly revoked: boolean;
  /** When an address that was replaced stops working. */
  readonly expiresAt: Date | null;
  /** Whether accepted cards also go elsewhere: such posts are written with a step of their own. */
  readonly hasTargets: boolean;
}

const columns = text`c.configuration_id as id, c.team_id as "teamId", c.channel_id as "channelId", c.app_id as "appId",
  c.connector_id as "connectorId", c.state, c.author_name as "authorName", c.author_icon as "authorIcon", c.settings,
  c.configured_by as "configuredBy", c.created_at as "createdAt", c.changed_at as "changedAt",
  c.kind, c.mode, c.rate_limits as "rateLimits", w.webhook_key as "webhookKey", w.created_at as "webhookSince", w.owner_id as "ownerId",
  (select max(u.last_used_at) from webhook u where u.tenant_id = c.tenant_id and u.configuration_id = c.configuration_id) as "lastUsedAt"
  from connector_configuration c
  join webhook w on w.tenant_id = c.tenant_id and w.configuration_id = c.configuration_id and w.revoked_at is null and w.expires_at is null`;

type NewConfiguration = Pick<
  AnyConfiguration,
  | "id"
  | "kind"
  | "state"
  | "teamId"
  | "channelId"
  | "appId"
  | "connectorId"
  | "authorName"
  | "authorIcon"
  | "configuredBy"
> &
  Partial<Pick<AnyConfiguration, "mode" | "rateLimits">>;

export async function insertConfiguration(sql: Sql, tenantId: string, configuration: NewConfiguration): Promise<void> {
  const { id, kind, state, teamId, channelId, appId, connectorId, authorName, authorIcon, configuredBy } =
    configuration;
  const { mode = "compatible", rateLimits = null } = configuration;
  await text`
    insert into connector_configuration (tenant_id, configuration_id, kind, team_id, channel_id, app_id, connector_id, state,
      author_name, author_icon, configured_by, mode, rate_limits)
    values (${tenantId}, ${id}, ${kind}, ${teamId}, ${channelId}, ${appId}, ${connectorId}, ${state},
      ${authorName}, ${authorIcon}, ${configuredBy}, ${mode}, ${json(rateLimits)}::jsonb)`.execute(sql);
}

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

export async function insertWebhook(
  sql: Sql,
  tenantId: string,
  webhook: { key: string; configurationId: string; ownerId: string },
): Promise<void> {
  await text`insert into webhook (tenant_id, webhook_key, configuration_id, owner_id)
    values (${tenantId}, ${webhook.key}, ${webhook.configurationId}, ${webhook.ownerId})`.execute(sql);
}

/** A channel's configuration that still stands, with its webhook. */
export async function findConfiguration(sql: Sql, tenantId: string, id: string): Promise<Configuration | undefined> {
  const { rows } = await text<Configuration>`
    select ${columns} where c.tenant_id = ${tenantId} and c.configuration_id = ${id} and c.state <> 'removed'
      and c.channel_id is not null`.execute(sql);
  return rows[0];
}

/** A configuration of whatever kind that still stands, with its webhook. */
export async function findAnyConfiguration(
  sql: Sql,
  tenantId: string,
  id: string,
): Promise<AnyConfiguration | undefined> {
  const { rows } = await text<AnyConfiguration>`
    select ${columns} where c.tenant_id = ${tenantId} and c.configuration_id = ${id} and c.state <> 'removed'`.execute(
    sql,
  );
  return rows[0];
}

/** Webhooks that post to no channel: of a team's mail, or of somebody's mailbox. Oldest first, one more than the limit. */
export async function listMailConfigurations(
  sql: Sql,
  tenantId: string,
  whose: { readonly teamId: string } | { readonly ownerId: string },
  page: { limit: number; after: string | undefined },
): Promise<AnyConfiguration[]> {
  const after = page.after === undefined ? text`` : text`and c.configuration_id > ${page.after}::uuid`;
  const of =
    "teamId" in whose ? text`c.team_id = ${whose.teamId}` : text`c.team_id is null and w.owner_id = ${whose.ownerId}`;
  const { rows } = await text<AnyConfiguration>`
    select ${columns} where c.tenant_id = ${tenantId} and ${of} and c.channel_id is null and c.state = 'active' ${after}
    order by c.configuration_id limit ${page.limit + 1}`.execute(sql);
  return rows;
}

/** Saved configurations of a channel, oldest first. */
export async function listConfigurations(
  sql: Sql,
  tenantId: string,
  channelId: string,
  limit: number,
): Promise<Configuration[]> {
  const { rows } = await text<Configuration>`
    select ${columns} where c.tenant_id = ${tenantId} and c.channel_id = ${channelId} and c.state = 'active'
    order by c.configuration_id limit ${limit}`.execute(sql);
  return rows;
}

/** Saved configurations of a team, oldest first; one more than the limit tells that there are more. */
export async function listTeamConfigurations(
  sql: Sql,
  tenantId: string,
  teamId: string,
  page: { limit: number; after: string | undefined; channelId: string | undefined },
): Promise<Configuration[]> {
  const after = page.after === undefined ? text`` : text`and c.configuration_id > ${page.after}::uuid`;
  const channel = page.channelId === undefined ? text`` : text`and c.channel_id = ${page.channelId}`;
  const { rows } = await text<Configuration>`
    select ${columns} where c.tenant_id = ${tenantId} and c.team_id = ${teamId} and c.state = 'active'
      and c.channel_id is not null ${channel} ${after}
    order by c.configuration_id limit ${page.limit + 1}`.execute(sql);
  return rows;
}

/** A configuration as the author of messages, which outlive it. */
export type Author = Pick<Configuration, "kind" | "appId" | "authorName" | "settings" | "configuredBy">;

export async function findAuthor(
  sql: Sql,
  tenantId: string,
  channelId: string,
  id: string,
): Promise<Author | undefined> {
  const { rows } = await text<Author>`
    select kind, app_id as "appId", author_name as "authorName", settings, configured_by as "configuredBy" from connector_configuration
    where tenant_id = ${tenantId} and configuration_id = ${id} and channel_id = ${channelId}`.execute(sql);
  return rows[0];
}

export async function saveConfiguration(
  sql: Sql,
  tenantId: string,
  id: string,
  saved: { settings: ConnectorSettings; configuredBy: string | null },
): Promise<void> {
  await text`
    update connector_configuration set state = 'active', settings = ${JSON.stringify(saved.settings)}::jsonb,
      configured_by = ${saved.configuredBy}, changed_at = now()
    where tenant_id = ${tenantId} and configuration_id = ${id}`.execute(sql);
}

/** How many connectors of an app are set up, in channels and for mail. */
export async function countConfigurations(sql: Sql, tenantId: string, appId: string): Promise<number> {
  const { rows } = await text<{ count: number }>`
    select count(*)::int as count from connector_configuration
    where tenant_id = ${tenantId} and app_id = ${appId} and state = 'active'`.execute(sql);
  return rows[0]?.count ?? 0;
}

/** Which configurations to end: one, an app's in a team, or an app's everywhere. */
export interface Removal {
  readonly configurationId?: string;
  readonly appId?: string;
  readonly teamId?: string;
}

/** Ends configurations and revokes their webhooks. @returns how many. */
export async function removeConfigurations(sql: Sql, tenantId: string, which: Removal): Promise<number> {
  const { rows } = await text<{ id: string }>`
    with removed as (
      update connector_configuration set state = 'removed', changed_at = now()
      where tenant_id = ${tenantId} and state <> 'removed'
        and (${which.configurationId ?? null}::uuid is null or configuration_id = ${which.configurationId ?? null}::uuid)
        and (${which.appId ?? null}::uuid is null or app_id = ${which.appId ?? null}::uuid)
        and (${which.teamId ?? null}::uuid is null or team_id = ${which.teamId ?? null}::uuid)
      returning configuration_id
    ), revoked as (
      update webhook set revoked_at = now()
      where tenant_id = ${tenantId} and revoked_at is null and configuration_id in (select configuration_id from removed)
    )
    select configuration_id as id from removed`.execute(sql);
  return rows.length;
}

/** Housekeeping over all tenants: dialogs that were never finished. @returns the tenants it touched. */
export async function deleteOldDrafts(sql: Sql, olderThanHours: number): Promise<string[]> {
  const { rows } = await text<{ tenant_id: string }>`
    delete from connector_configuration where state = 'draft' and created_at < now() - make_interval(hours => ${olderThanHours})
    returning tenant_id`.execute(sql);
  return [...new Set(rows.map((row) => row.tenant_id))];
}

/** Where a webhook leads, revoked ones too; undefined for a key that never was. */
export async function findWebhook(sql: Sql, tenantId: string, key: string): Promise<WebhookTarget | undefined> {
  const { rows } = await text<Omit<WebhookTarget, "limits"> & { rateLimits: readonly RateLimit[] | null }>`
    select c.configuration_id as "configurationId", coalesce(c.team_id, w.owner_id) as "groupId", c.team_id as "teamId", c.channel_id as "channelId", c.app_id as "appId",
      c.connector_id as "connectorId", c.author_name as "authorName", c.author_icon as "authorIcon", c.mode,
      c.rate_limits as "rateLimits", w.expires_at as "expiresAt", exists (select 1 from connector_target t
        where t.tenant_id = c.tenant_id and t.configuration_id = c.configuration_id) as "hasTargets",
      (w.revoked_at is not null or c.state = 'removed') as revoked
    from webhook w join connector_configuration c on c.tenant_id = w.tenant_id and c.configuration_id = w.configuration_id
    where w.tenant_id = ${tenantId} and w.webhook_key = ${key}`.execute(sql);
  const [found] = rows;
  if (found === undefined) return undefined;
  const { rateLimits, ...target } = found;
  return { ...target, limits: limitsInForce(rateLimits) };
}
