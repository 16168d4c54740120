import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../platform/database/database.ts";
import { migrate } from "../platform/database/migrate.ts";
import { PrivateServer } from "../platform/database/private-server.ts";
import { createLog } from "../platform/log.ts";
import { administrate, urlFor } from "./own-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** URL of the PostgreSQL that tests make their databases on, and the migrated database they copy. */
    databaseServer: { url: string; template: string };
  }
}

/**
 * One PostgreSQL for all server tests: that of PARVIS_DATABASE_URL when it is set, else a private one of their own in a
 * temporary folder. A database is migrated once, and every test file copies it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.PARVIS_DATABASE_URL;
  const log = createLog("silent");
  const folder = await mkdtemp(join(tmpdir(), "parvis-tests-"));
  const own = given === undefined ? new PrivateServer(folder, log) : undefined;
  const address = await own?.start();
  const url =
    given ??
    `postgresql://${address?.user}:${address?.password}@${encodeURIComponent(String(address?.host))}:${address?.port}/${address?.database}`;
  const template = `parvis_template_${process.pid}`;
  await administrate(url, `create database ${template}`);
  const database = await openDatabase({ connectionString: urlFor(url, template) }, log);
  await migrate(database.sql);
  await database.close();
  project.provide("databaseServer", { url, template });
  return async () => {
    await administrate(url, `drop database if exists ${template}`);
    await own?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
