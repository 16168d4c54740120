import { Client } from "pg";

/** A digest of every row that an organisation has, by table: two of them are equal when nothing was changed between. */
export async function rowsOf(databaseUrl: string, tenantId: string): Promise<Record<string, string>> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
       where a.attname = 'tenant_id' and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition
       order by 1`,
    );
    const digests: Record<string, string> = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ digest: string }>(
        `select count(*) || ' rows, ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest
         from ${name} t where tenant_id = $1`,
        [tenantId],
      );
      digests[name] = rows[0]?.digest ?? "";
    }
    return digests;
  } finally {
    await client.end();
  }
}
