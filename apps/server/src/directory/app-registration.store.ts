import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";
import { literalLike } from "../platform/database/like.ts";
import type { AppRegistration } from "./app-registration.rules.ts";

export type { AppRegistration } from "./app-registration.rules.ts";

/** A secret as it may be shown: never itself. */
export interface AppSecret {
  readonly id: string;
  readonly clientId: string;
  /** Its first characters, to tell one from the other. */
  readonly hint: string;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

const columns = text`client_id as "clientId", object_id as "objectId", display_name as "displayName",
  public_client as "publicClient", redirect_uris as "redirectUris", app_roles as "appRoles",
  created_by as "createdBy", created_at as "createdAt"`;

export async function findRegistration(
  sql: Sql,
  tenantId: string,
  clientId: string,
): Promise<AppRegistration | undefined> {
  const { rows } = await text<AppRegistration>`
    select ${columns} from app_registration where tenant_id = ${tenantId} and client_id = ${clientId}`.execute(sql);
  return rows[0];
}

/** A page in order of name; one row more than the limit tells that there is another. */
export async function listRegistrations(
  sql: Sql,
  tenantId: string,
  page: { limit: number; after: readonly string[] | undefined; search: string | undefined },
): Promise<AppRegistration[]> {
  const like = `%${literalLike((page.search ?? "").toLowerCase())}%`;
  const matching =
    page.search === undefined ? text`` : text`and (lower(display_name) like ${like} or client_id::text like ${like})`;
  const after =
    page.after === undefined
      ? text``
      : text`and (lower(display_name), client_id) > (${page.after[0]}, ${page.after[1]}::uuid)`;
  const { rows } = await text<AppRegistration>`
    select ${columns} from app_registration where tenant_id = ${tenantId} ${matching} ${after}
    order by lower(display_name), client_id limit ${page.limit + 1}`.execute(sql);
  return rows;
}

/** @returns false when the client id is taken. */
export async function insertRegistration(
  sql: Sql,
  tenantId: string,
  registration: Omit<AppRegistration, "createdAt">,
): Promise<boolean> {
  const { clientId, objectId, displayName, publicClient, redirectUris, appRoles, createdBy } = registration;
  const { rows } = await text`
    insert into app_registration (tenant_id, client_id, object_id, display_name, public_client, redirect_uris, app_roles, created_by)
    values (${tenantId}, ${clientId}, ${objectId}, ${displayName}, ${publicClient}, ${[...redirectUris]}, ${[...appRoles]}, ${createdBy}::uuid)
    on conflict do nothing returning client_id`.execute(sql);
  return rows.length === 1;
}

export async function updateRegistration(
  sql: Sql,
  tenantId: string,
  { clientId, displayName, publicClient, redirectUris, appRoles }: AppRegistration,
): Promise<void> {
  await text`
    update app_registration set display_name = ${displayName}, public_client = ${publicClient},
      redirect_uris = ${[...redirectUris]}, app_roles = ${[...appRoles]}
    where tenant_id = ${tenantId} and client_id = ${clientId}`.execute(sql);
}

export async function deleteRegistration(sql: Sql, tenantId: string, clientId: string): Promise<void> {
  await text`delete from app_registration where tenant_id = ${tenantId} and client_id = ${clientId}`.execute(sql);
}

/** Names by client id; unknown ids are left out. */
export async function findRegistrationNames(
  sql: Sql,
  tenantId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await text<{ id: string; name: string }>`
    select client_id as id, display_name as name from app_registration
    where tenant_id = ${tenantId} and client_id = any(${[...new Set(ids)]}::uuid[])`.execute(sql);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The secrets of several registrations in one query, oldest first. */
export async function listSecrets(sql: Sql, tenantId: string, clientIds: readonly string[]): Promise<AppSecret[]> {
  if (clientIds.length === 0) return [];
  const { rows } = await text<AppSecret>`
    select secret_id as id, client_id as "clientId", hint, created_by as "createdBy", created_at as "createdAt", expires_at as "expiresAt"
    from app_secret where tenant_id = ${tenantId} and client_id = any(${[...clientIds]}::uuid[]) order by secret_id`.execute(
    sql,
  );
  return rows;
}

/** For checking only: the one query that reads hashes of secrets. */
export async function listSecretHashes(
  sql: Sql,
  tenantId: string,
  clientId: string,
): Promise<{ hash: string; expiresAt: Date | null }[]> {
  const { rows } = await text<{ hash: string; expiresAt: Date | null }>`
    select hash, expires_at as "expiresAt" from app_secret where tenant_id = ${tenantId} and client_id = ${clientId}`.execute(
    sql,
  );
  return rows;
}

export async function insertSecret(
  sql: Sql,
  tenantId: string,
  secret: Omit<AppSecret, "createdAt"> & { hash: string },
): Promise<void> {
  const { id, clientId, hash, hint, createdBy, expiresAt } = secret;
  await text`
    insert into app_secret (tenant_id, client_id, secret_id, hash, hint, created_by, expires_at)
    values (${tenantId}, ${clientId}, ${id}, ${hash}, ${hint}, ${createdBy}::uuid, ${expiresAt}::timestamptz)`.execute(
    sql,
  );
}

/** @returns whether it was there. */
export async function deleteSecret(sql: Sql, tenantId: string, clientId: string, id: string): Promise<boolean> {
  const { rows } = await text`
    delete from app_secret where tenant_id = ${tenantId} and client_id = ${clientId} and secret_id = ${id} returning secret_id`.execute(
    sql,
  );
  return rows.length === 1;
}
