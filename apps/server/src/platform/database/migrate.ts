import { type Migration, Migrator } from "kysely/migration";
import type { Sql } from "./database.ts";
import * as foundation from "./migrations/0001-foundation.ts";
import * as webhooks from "./migrations/0002-webhooks.ts";
import * as targets from "./migrations/0003-targets.ts";
import * as cardButtons from "./migrations/0004-card-buttons.ts";
import * as embedding from "./migrations/0005-embedding.ts";
import * as switchesAndAppRegistrations from "./migrations/0006-switches-and-app-registrations.ts";
import * as connectorRegistrations from "./migrations/0007-connector-registrations.ts";
import * as signingKeys from "./migrations/0008-signing-keys.ts";
import * as policies from "./migrations/0010-policies.ts";
import * as audit from "./migrations/0011-audit.ts";
import * as auditFeeds from "./migrations/0012-audit-feeds.ts";
import * as catalogue from "./migrations/0013-catalogue.ts";
import * as installations from "./migrations/0014-installations.ts";
import * as appSearch from "./migrations/0015-app-search.ts";
import * as nestedGroups from "./migrations/0016-nested-groups.ts";
import * as teamSettings from "./migrations/0017-team-settings.ts";

/** In order, forward only: what has been released is never edited, a mistake is mended by the next number. */
const migrations: Record<string, Migration> = {
  "0001-foundation": foundation,
  "0002-webhooks": webhooks,
  "0003-targets": targets,
  "0004-card-buttons": cardButtons,
  "0005-embedding": embedding,
  "0006-switches-and-app-registrations": switchesAndAppRegistrations,
  "0007-connector-registrations": connectorRegistrations,
  "0008-signing-keys": signingKeys,
  "0010-policies": policies,
  "0011-audit": audit,
  "0012-audit-feeds": auditFeeds,
  "0013-catalogue": catalogue,
  "0014-installations": installations,
  "0015-app-search": appSearch,
  "0016-nested-groups": nestedGroups,
  "0017-team-settings": teamSettings,
};

/**
 * Brings the schema to this release, under the migrator's own lock: of several nodes that start together one migrates
 * and the others wait.
 * @returns the names of the migrations that were applied now.
 * @throws Error when one fails; its transaction is rolled back and the schema is as before.
 */
export async function migrate(sql: Sql): Promise<string[]> {
  const migrator = new Migrator({ db: sql, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return (results ?? []).map((result) => result.migrationName);
}
