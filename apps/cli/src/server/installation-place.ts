/** Where an app is installed, upgraded or taken off: a person, a team or a chat. */
import { type Command, Option } from "commander";
import { findAppId } from "../policies/apps.ts";
import { Refusal } from "../refusal.ts";
import type { ServerClient } from "./client.ts";
import { connect, problemOf, send } from "./connection.ts";
import { findTeam, isId } from "./places.ts";

export interface PlaceOptions {
  server?: string;
  team?: string;
  person?: string;
  chat?: string;
  json?: true;
}

/** Adds the options that say where. */
export function withPlace(command: Command): Command {
  return command
    .addOption(new Option("--team <team>", "a team: name or id").conflicts(["person", "chat"]))
    .addOption(
      new Option("--person <person>", "somebody: sign-in name or id (default: yourself)").conflicts(["team", "chat"]),
    )
    .addOption(new Option("--chat <id>", "a chat, by its id").conflicts(["team", "person"]));
}

interface Shown {
  readonly id: string;
  readonly app: { readonly id: string; readonly displayName: string };
  readonly version: string;
}

export interface Asked {
  readonly definitionId: string;
  readonly displayName: string;
  readonly version: string;
  readonly adds: readonly { readonly title: string }[];
  readonly permissions: readonly {
    readonly id: string;
    readonly title: string;
    readonly source?: string;
    readonly type?: string;
  }[];
  readonly organisationConsent: object | null;
}

/** The address of a place's installations. */
async function pathOf(client: ServerClient, { team, chat }: PlaceOptions): Promise<string> {
  if (team !== undefined) return `/api/teams/${(await findTeam(client, team)).id}/installations`;
  return chat === undefined ? "/api/me/apps" : `/api/chats/${encodeURIComponent(chat)}/installations`;
}

async function isSomebodyElse(client: ServerClient, { person }: PlaceOptions): Promise<boolean> {
  if (person === undefined) return false;
  const { person: me } = await client.call<{ person: { id: string; upn: string } }>("GET", "/api/session");
  return ![me.id, me.upn].includes(person.toLowerCase());
}

/** For others there is Graph, which administrators may ask. */
async function graph(server: string | undefined, method: string, path: string, body?: object): Promise<unknown> {
  const connection = await connect(server);
  const answer = await send(`${connection.url}/v1.0${path}`, {
    method,
    headers: { Authorization: `Bearer ${await connection.token("graph")}`, "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (answer.status < 300) return answer.body;
  const { error } = (typeof answer.body === "object" ? answer.body : {}) as { error?: { message?: string } };
  throw new Refusal(error?.message ?? problemOf(answer), 1);
}

async function othersPath(server: string | undefined, person: string, appId: string): Promise<string> {
  const path = `/users/${encodeURIComponent(person)}/teamwork/installedApps`;
  const filter = encodeURIComponent(`teamsApp/id eq '${appId}'`);
  const page = (await graph(server, "GET", `${path}?$filter=${filter}`)) as { value: { id: string }[] };
  const [found] = page.value;
  if (found === undefined) throw new Refusal(`${person} does not have this app`, 1);
  return `${path}/${encodeURIComponent(found.id)}`;
}

/** What a program agrees to with an installation for somebody else. */
function consentedSet(asked: Asked) {
  const resourceSpecificPermissions = asked.permissions
    .filter(({ source, type }) => source === "resourceSpecific" || type !== undefined)
    .map(({ id, type }) => ({ permissionValue: id, permissionType: type ?? "Application" }));
  return resourceSpecificPermissions.length === 0 ? {} : { consentedPermissionSet: { resourceSpecificPermissions } };
}

/** What is asked for, and what doing it needs. */
export async function prepare(client: ServerClient, app: string) {
  const appId = await findAppId(client, app);
  if (!isId(appId)) throw new Refusal(`there is no app “${app}”`, 1);
  return { appId, asked: await client.call<Asked>("GET", `/api/apps/${appId}/consent`) };
}

export async function install(
  client: ServerClient,
  options: PlaceOptions,
  appId: string,
  asked: Asked,
  consent: object,
): Promise<void> {
  if (options.person !== undefined && (await isSomebodyElse(client, options))) {
    const bind = { "teamsApp@odata.bind": `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${appId}` };
    const path = `/users/${encodeURIComponent(options.person)}/teamwork/installedApps`;
    await graph(options.server, "POST", path, { ...bind, ...consentedSet(asked) });
  } else await client.call("POST", await pathOf(client, options), { appId, consent });
}

async function installationIn(client: ServerClient, path: string, appId: string): Promise<string> {
  const found = (await client.all<Shown>(path)).find(({ app }) => app.id === appId);
  if (found === undefined) throw new Refusal("the app is not installed there", 1);
  return `${path}/${found.id}`;
}

export async function upgrade(
  client: ServerClient,
  options: PlaceOptions,
  appId: string,
  asked: Asked,
  consent: object,
): Promise<void> {
  if (options.person !== undefined && (await isSomebodyElse(client, options))) {
    await graph(options.server, "POST", `${await othersPath(options.server, options.person, appId)}/upgrade`, {
      ...consentedSet(asked),
    });
    return;
  }
  const path = await pathOf(client, options);
  const one = path === "/api/me/apps" ? `${path}/${appId}` : await installationIn(client, path, appId);
  await client.call("POST", `${one}/upgrade`, { consent });
}

export async function uninstall(client: ServerClient, options: PlaceOptions, appId: string): Promise<void> {
  if (options.person !== undefined && (await isSomebodyElse(client, options))) {
    await graph(options.server, "DELETE", await othersPath(options.server, options.person, appId));
    return;
  }
  const path = await pathOf(client, options);
  await client.call("DELETE", path === "/api/me/apps" ? `${path}/${appId}` : await installationIn(client, path, appId));
}
