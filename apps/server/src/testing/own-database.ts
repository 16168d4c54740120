import { Client } from "pg";
import { newId } from "../platform/identifiers.ts";

/** The address of another database of the same server. */
export function urlFor(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs one statement on a server. */
export async function administrate(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(statement).finally(async () => await client.end());
}

/** A database of one's own on a server. @param template what it begins with. @returns its address and how to be rid of it */
export async function ownDatabase(
  server: string,
  template?: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${newId().replaceAll("-", "")}`;
  await administrate(server, `create database ${name}${template === undefined ? "" : ` template ${template}`}`);
  return {
    url: urlFor(server, name),
    drop: async () => await administrate(server, `drop database if exists ${name} with (force)`),
  };
}
