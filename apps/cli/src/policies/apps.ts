/** Apps as people name them: by id, by manifest's id, or by name. */
import { Refusal } from "../refusal.ts";
import type { ServerClient } from "../server/client.ts";
import { isId } from "../server/places.ts";

interface FoundApp {
  readonly id: string;
  readonly displayName: string;
}

const mostShown = 50;

/**
 * What an app is called in a question or a policy: its id where one app has that name, else what was given, which may be the
 * manifest's id of an app that is not there yet.
 * @throws Refusal when several have the name
 */
export async function findAppId(client: ServerClient, wanted: string): Promise<string> {
  if (isId(wanted)) return wanted.toLowerCase();
  const { administrator } = await client.call<{ administrator: boolean }>("GET", "/api/session");
  const query = new URLSearchParams({ search: wanted, limit: String(mostShown) });
  if (administrator) query.set("view", "manage");
  const { items } = await client.call<{ items: readonly FoundApp[] }>("GET", `/api/apps?${query}`);
  const named = items.filter(
    ({ displayName }) => displayName.localeCompare(wanted, undefined, { sensitivity: "accent" }) === 0,
  );
  if (named.length > 1)
    throw new Refusal(`several are called “${wanted}”; give the id: ${named.map(({ id }) => id).join(", ")}`, 1);
  return named[0]?.id ?? wanted;
}

/** Apps of a list with commas, in order. */
export async function findAppIds(client: ServerClient, list: string): Promise<string[]> {
  const names = list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const ids: string[] = [];
  for (const name of names) ids.push(await findAppId(client, name));
  return ids;
}
