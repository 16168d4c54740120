import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import { literalLike } from "../platform/database/like.ts";
import type { LogoType, RegistrationIdentity, RegistrationText } from "./registration.rules.ts";

export interface Registration extends RegistrationIdentity, RegistrationText {
  /** The logo's own hash, to tell pictures apart; null without a logo. */
  readonly logoHash: string | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly changedBy: string | null;
  readonly changedAt: Date;
}

export interface Logo {
  readonly bytes: Buffer;
  readonly type: LogoType;
}

export interface Pictures {
  readonly logo: Logo | null;
  readonly colorIcon: Buffer | null;
}

const columns = text`connector_id as "connectorId", app_id as "appId", revision, name, short_description as "shortDescription",
  detailed_description as "detailedDescription", company_name as "companyName", website_url as "websiteUrl",
  configuration_url as "configurationUrl", valid_domains as "validDomains", callback_urls as "callbackUrls",
  actions_enabled as "actionsEnabled", actions_url as "actionsUrl", md5(logo) as "logoHash",
  created_by as "createdBy", created_at as "createdAt", changed_by as "changedBy", changed_at as "changedAt"`;

export interface RegistrationPage {
  readonly limit: number;
  /** Lower-case name and id of the last one shown. */
  readonly after: readonly string[] | undefined;
  readonly search: string | undefined;
}

/** Registrations by name. One more than the limit tells that there is another page. */
export async function listRegistrations(
  sql: Sql,
  tenantId: string,
  { limit, after, search }: RegistrationPage,
): Promise<Registration[]> {
  const [afterName = null, afterId = null] = after ?? [];
  const part = search === undefined ? null : `%${literalLike(search)}%`;
  const { rows } = await text<Registration>`
    select ${columns} from connector_registration where tenant_id = ${tenantId}
      and (${afterName}::text is null or (lower(name), connector_id) > (${afterName}, ${afterId}::uuid))
      and (${part}::text is null or name ilike ${part} or company_name ilike ${part})
    order by lower(name), connector_id limit ${limit + 1}`.execute(sql);
  return rows;
}

/** @param lock holds it for the transaction that changes it. */
export async function findRegistration(
  sql: Sql,
  tenantId: string,
  connectorId: string,
  lock = false,
): Promise<Registration | undefined> {
  const { rows } = await text<Registration>`
    select ${columns} from connector_registration where tenant_id = ${tenantId} and connector_id = ${connectorId}
    ${lock ? text`for update` : text``}`.execute(sql);
  return rows[0];
}

export async function findPictures(sql: Sql, tenantId: string, connectorId: string): Promise<Pictures | undefined> {
  const { rows } = await text<{ logo: Buffer | null; type: LogoType | null; colorIcon: Buffer | null }>`
    select logo, logo_type as type, color_icon as "colorIcon" from connector_registration
    where tenant_id = ${tenantId} and connector_id = ${connectorId}`.execute(sql);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { logo, type, colorIcon } = row;
  return { logo: logo === null || type === null ? null : { bytes: logo, type }, colorIcon };
}

/** Writes a registration, new or changed. */
export async function putRegistration(
  sql: Sql,
  tenantId: string,
  { connectorId, appId, revision }: RegistrationIdentity,
  saved: RegistrationText,
  { logo, colorIcon }: Pictures,
  by: string | null,
): Promise<void> {
  await text`
    insert into connector_registration (tenant_id, connector_id, app_id, revision, name, short_description, detailed_description,
      company_name, website_url, configuration_url, valid_domains, callback_urls, actions_enabled, actions_url,
      logo, logo_type, color_icon, created_by, changed_by)
    values (${tenantId}, ${connectorId}, ${appId}, ${revision}, ${saved.name}, ${saved.shortDescription}, ${saved.detailedDescription},
      ${saved.companyName}, ${saved.websiteUrl}, ${saved.configurationUrl}, ${saved.validDomains}::text[], ${saved.callbackUrls}::text[],
      ${saved.actionsEnabled}, ${saved.actionsUrl}, ${logo?.bytes ?? null}, ${logo?.type ?? null}, ${colorIcon}, ${by}, ${by})
    on conflict (tenant_id, connector_id) do update set revision = excluded.revision, name = excluded.name,
      short_description = excluded.short_description, detailed_description = excluded.detailed_description,
      company_name = excluded.company_name, website_url = excluded.website_url, configuration_url = excluded.configuration_url,
      valid_domains = excluded.valid_domains, callback_urls = excluded.callback_urls, actions_enabled = excluded.actions_enabled,
      actions_url = excluded.actions_url, logo = excluded.logo, logo_type = excluded.logo_type, color_icon = excluded.color_icon,
      changed_by = excluded.changed_by, changed_at = now()`.execute(sql);
}

/** @returns whether there was one. */
export async function deleteRegistration(sql: Sql, tenantId: string, connectorId: string): Promise<boolean> {
  const { rows } = await text`delete from connector_registration
    where tenant_id = ${tenantId} and connector_id = ${connectorId} returning 1`.execute(sql);
  return rows.length > 0;
}

/** How many saved connectors of channels post as this one, counted up to `most`. */
export async function countConfigurations(
  sql: Sql,
  tenantId: string,
  connectorId: string,
  most: number,
): Promise<number> {
  const { rows } = await text<{ count: number }>`
    select count(*)::int as count from (
      select 1 from connector_configuration
      where tenant_id = ${tenantId} and connector_id = ${connectorId} and state = 'active' limit ${most}
    ) counted`.execute(sql);
  return rows[0]?.count ?? 0;
}
