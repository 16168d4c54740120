/** Apps and packages as the commands about the catalogue name them. */

import { validatePackage, writePackage } from "@parvis/manifest";
import { readInput } from "../input/packages.ts";
import { Refusal } from "../refusal.ts";
import type { ServerClient } from "../server/client.ts";
import { isId } from "../server/places.ts";

export interface ListedApp {
  readonly id: string;
  readonly externalId: string;
  readonly displayName: string;
  readonly publisherName: string;
  readonly version: string;
  readonly status: string;
}

export interface ManagedApp extends ListedApp {
  readonly publishingStatus: string;
  readonly availability: string;
  readonly requests: number;
  readonly customizable: boolean;
  readonly customized: boolean;
  readonly publisherAppName: string;
  readonly changedAt: string;
  readonly pending: { readonly submissionId: string; readonly version: string; readonly submittedAt: string } | null;
}

export interface Submission {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly version: string;
  readonly state: string;
  readonly kind: "new" | "update";
}

export async function isAdministrator(client: ServerClient): Promise<boolean> {
  return (await client.call<{ administrator: boolean }>("GET", "/api/session")).administrator;
}

/** An app by name, id or manifest's id, as administrators see it. @throws Refusal when there is none, or several */
export async function findManaged(client: ServerClient, wanted: string): Promise<ManagedApp> {
  // A manifest's id looks like one of the catalogue's: both are tried.
  const { items } = await client.call<{ items: ManagedApp[] }>(
    "GET",
    `/api/managed-apps?${new URLSearchParams({ search: wanted, limit: "200" })}`,
  );
  const same = (a: string) => a.localeCompare(wanted, undefined, { sensitivity: "accent" }) === 0;
  const found = items.filter(
    ({ displayName, publisherAppName, externalId }) => same(displayName) || same(publisherAppName) || same(externalId),
  );
  const [one, ...others] = found;
  if (others.length > 0)
    throw new Refusal(`several are called “${wanted}”; give the id: ${found.map(({ id }) => id).join(", ")}`, 1);
  if (one !== undefined) return one;
  if (isId(wanted)) return await client.call<ManagedApp>("GET", `/api/managed-apps/${wanted}`);
  throw new Refusal(`there is no app “${wanted}”`, 1);
}

/** What waits for a decision: a submission by its id, or by its app. @throws Refusal when nothing does */
export async function findPending(client: ServerClient, wanted: string): Promise<{ id: string; app: ManagedApp }> {
  const app = await findManaged(client, wanted);
  if (app.pending === null) throw new Refusal(`nothing of ${app.displayName} waits for approval`, 1);
  return { id: app.pending.submissionId, app };
}

/** The bytes of a package: a zip as it is, a folder packed. @throws Refusal when it is neither */
export async function readPackage(path: string): Promise<Uint8Array> {
  const input = await readInput(path);
  if (input.kind === "manifest") throw new Refusal(`${path} is a manifest alone; give the package or its folder`);
  return input.kind === "zip" ? input.bytes : writePackage(input.files);
}

/** The manifest's id of a package, to find its app by. @throws Refusal when it has none */
export async function idOfPackage(path: string, bytes: Uint8Array): Promise<string> {
  const { id } = await validatePackage(bytes, { target: "organization", placeholders: "refuse", language: "en" });
  if (id === null) throw new Refusal(`no id can be read in ${path}; run: parvis validate ${path}`, 1);
  return id;
}

export function print(json: true | undefined, body: unknown, text: string): void {
  process.stdout.write(json ? `${JSON.stringify(body)}\n` : `${text}\n`);
}
