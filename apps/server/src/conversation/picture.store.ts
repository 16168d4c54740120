import { sql as text } from "kysely";
import type { Sql } from "../platform/database/database.ts";

/** A picture as it was last fetched, or why it could not be. */
export interface KeptPicture {
  readonly mediaType: string | null;
  readonly bytes: Buffer | null;
  readonly refusal: string | null;
  readonly expiresAt: Date;
  readonly usedToday: boolean;
}

export async function findPicture(sql: Sql, tenantId: string, addressHash: Buffer): Promise<KeptPicture | undefined> {
  const { rows } = await text<KeptPicture>`
    select media_type as "mediaType", bytes, refusal, expires_at as "expiresAt", used_on = current_date as "usedToday"
    from picture where tenant_id = ${tenantId} and address_hash = ${addressHash}`.execute(sql);
  return rows[0];
}

/** Keeps what was fetched. A picture that could not be fetched anew stays as it was, for a while longer. */
export async function putPicture(
  sql: Sql,
  tenantId: string,
  addressHash: Buffer,
  { mediaType, bytes, refusal, expiresAt }: Omit<KeptPicture, "usedToday">,
): Promise<void> {
  await text`
    insert into picture (tenant_id, address_hash, media_type, bytes, size, refusal, expires_at)
    values (${tenantId}, ${addressHash}, ${mediaType}, ${bytes}, ${bytes?.length ?? 0}, ${refusal}, ${expiresAt})
    on conflict (tenant_id, address_hash) do update set expires_at = excluded.expires_at, fetched_at = now(), used_on = current_date,
      media_type = coalesce(excluded.media_type, picture.media_type), bytes = coalesce(excluded.bytes, picture.bytes),
      size = case when excluded.bytes is null then picture.size else excluded.size end, refusal = excluded.refusal`.execute(
    sql,
  );
}

/** Once a day and picture, so that reading does not write. */
export async function markUsed(sql: Sql, tenantId: string, addressHash: Buffer): Promise<void> {
  await text`update picture set used_on = current_date
    where tenant_id = ${tenantId} and address_hash = ${addressHash} and used_on <> current_date`.execute(sql);
}

/** Housekeeping over all tenants: what nobody looked at for long, then of each tenant what is beyond its share. */
export async function deletePictures(sql: Sql, unusedDays: number, mostBytesPerTenant: number): Promise<number> {
  const { rows } = await text`
    with doomed as (
      select tenant_id, address_hash from (
        select tenant_id, address_hash, used_on,
          sum(size + 1000) over (partition by tenant_id order by used_on desc, fetched_at desc, address_hash) as total
        from picture
      ) ranked where total > ${mostBytesPerTenant} or used_on < current_date - ${unusedDays}::int
    )
    delete from picture using doomed
    where picture.tenant_id = doomed.tenant_id and picture.address_hash = doomed.address_hash returning 1`.execute(sql);
  return rows.length;
}
