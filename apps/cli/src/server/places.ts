/** Teams, channels and webhooks as people name them: by id or by name. */
import { Refusal } from "../refusal.ts";
import type { ServerClient } from "./client.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Team {
  readonly id: string;
  readonly displayName: string;
  readonly channels: readonly { readonly id: string; readonly displayName: string }[];
}

/** What stands in lists of webhooks. */
export interface WebhookSummary extends Named {
  readonly kind: "connector" | "incoming";
  readonly mode: "compatible" | "strict";
  readonly channel: { readonly id: string; readonly displayName: string };
  readonly app: { readonly displayName: string } | null;
  readonly configuredBy: string | null;
  readonly lastUsedAt: string | null;
}

export interface Webhook extends Omit<WebhookSummary, "channel"> {
  readonly team: { readonly id: string; readonly displayName: string };
  readonly channel: { readonly id: string; readonly displayName: string };
  readonly webhookUrl: string;
  readonly effectiveRateLimits: readonly { readonly seconds: number; readonly max: number }[];
  readonly previousAddresses: readonly { readonly worksUntil: string; readonly lastUsedAt: string | null }[];
}

export const isId = (text: string) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
const same = (a: string, b: string) => a.localeCompare(b, undefined, { sensitivity: "accent" }) === 0;

/** The one that is meant, by id or name. @throws Refusal when there is none, or several. */
export function pick<T extends Named>(candidates: readonly T[], what: string, wanted: string, where: string): T {
  const found = candidates.filter(({ id, name }) => id === wanted.toLowerCase() || same(name, wanted));
  const [one, ...others] = found;
  if (one === undefined) {
    const there = candidates.map(({ name }) => name).slice(0, 20);
    const hint = there.length === 0 ? "there is none" : `there is ${there.join(", ")}`;
    throw new Refusal(`no ${what} “${wanted}” ${where}; ${hint}`, 1);
  }
  if (others.length > 0)
    throw new Refusal(`several are called “${wanted}”; give the id: ${found.map(({ id }) => id).join(", ")}`, 1);
  return one;
}

/** A team by id or name: one's own, or for an administrator any. */
export async function findTeam(client: ServerClient, wanted: string): Promise<Team> {
  if (isId(wanted)) return await client.call<Team>("GET", `/api/teams/${wanted}`);
  const read = async (query: string) => await client.all<Team>(`/api/teams?${query}`);
  const search = `search=${encodeURIComponent(wanted)}`;
  const mine = await read(search);
  const { administrator } = await client.call<{ administrator: boolean }>("GET", "/api/session");
  const has = mine.some(({ displayName }) => same(displayName, wanted));
  const teams = has || !administrator ? mine : await read(`${search}&all=true`);
  return pick(teams.map(named), "team", wanted, "that you may see");
}

const named = <T extends { displayName: string }>(one: T) => ({ ...one, name: one.displayName });

export function findChannel(team: Team, wanted: string): { id: string; displayName: string } {
  return pick(team.channels.map(named), "channel", wanted, `in ${team.displayName}`);
}

/** A webhook by id, or by name in a team. @throws Refusal also when a name is given without a team. */
export async function findWebhook(client: ServerClient, wanted: string, team: string | undefined): Promise<Webhook> {
  if (isId(wanted)) return await client.call<Webhook>("GET", `/api/connectors/${wanted}`);
  if (team === undefined) throw new Refusal(`“${wanted}” is a name: say with --team in which team, or give the id`);
  const { id, displayName } = await findTeam(client, team);
  const all = await client.all<WebhookSummary>(`/api/teams/${id}/connectors`);
  return await client.call<Webhook>("GET", `/api/connectors/${pick(all, "webhook", wanted, `in ${displayName}`).id}`);
}
