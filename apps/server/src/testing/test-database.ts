import { inject } from "vitest";
import { type Database, openDatabase } from "../platform/database/database.ts";
import { ensurePartitions } from "../platform/database/partitions.ts";
import { newId } from "../platform/identifiers.ts";
import { createLog } from "../platform/log.ts";
import { ownDatabase } from "./own-database.ts";

/** Copies the migrated database. @returns its URL and how to be rid of it. */
export async function copyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const { url, template } = inject("databaseServer");
  return await ownDatabase(url, template);
}

/** A database of one's own with partitions, for tests below HTTP. */
export interface TestDatabase extends Database {
  readonly url: string;
  /** An organisation with nothing in it but its event log. @returns its id. */
  addTenant(): Promise<string>;
  dispose(): Promise<void>;
}

export async function testDatabase(): Promise<TestDatabase> {
  const copy = await copyDatabase();
  const database = await openDatabase({ connectionString: copy.url }, createLog("silent"));
  await ensurePartitions(database.sql, new Date());
  return {
    ...database,
    url: copy.url,
    addTenant: async () => {
      const id = newId();
      await database.pool.query(
        "insert into tenant (tenant_id, display_name, domain, cloud) values ($1, 'Test', $2, 'worldwide')",
        [id, `${id}.test`],
      );
      await database.pool.query("insert into event_stream (tenant_id, position) values ($1, 0)", [id]);
      return id;
    },
    dispose: async () => {
      await database.close();
      await copy.drop();
    },
  };
}
