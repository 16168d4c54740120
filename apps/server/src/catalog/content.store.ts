import type { Sql } from "../platform/database/database.ts";

type ContentTables = {
  content: { tenant_id: string; sha256: Buffer; media_type: string; bytes: Buffer };
};

/** Packages and pictures by the SHA-256 of their bytes: never changed, kept once a tenant. */
export async function putContent(
  sql: Sql,
  tenantId: string,
  sha256: Buffer,
  mediaType: string,
  bytes: Uint8Array,
): Promise<void> {
  await sql
    .withTables<ContentTables>()
    .insertInto("content")
    .values({
      tenant_id: tenantId,
      sha256,
      media_type: mediaType,
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    })
    .onConflict((conflict) => conflict.columns(["tenant_id", "sha256"]).doNothing())
    .execute();
}

/** A picture of any of the types; nothing else that is kept here can be had this way. */
export async function findPicture(
  sql: Sql,
  tenantId: string,
  sha256: Buffer,
  mediaTypes: readonly string[],
): Promise<{ mediaType: string; bytes: Buffer } | undefined> {
  return await sql
    .withTables<ContentTables>()
    .selectFrom("content")
    .select(["bytes", "media_type as mediaType"])
    .where("tenant_id", "=", tenantId)
    .where("sha256", "=", sha256)
    .where("media_type", "in", mediaTypes)
    .executeTakeFirst();
}
