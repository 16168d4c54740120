import { appPackage, connectorManifest, personalManifest } from "../../apps/server/src/testing/packages.ts";
import { until } from "../../apps/server/src/testing/until.ts";
import type { Known } from "./places.ts";

export const administrator = { upn: "admin@contoso.test", password: "correct-horse-1" };

const callbackUrl = "https://pulse.fabrikam.example/connected";
const globalPolicy = "00000000-0000-4000-8000-000000000001";

interface List<T> {
  readonly items: readonly T[];
}
interface WithId {
  readonly id: string;
}
type Ask = <T = WithId>(method: string, path: string, body?: object | Uint8Array) => Promise<T>;

/** Adds to the demo's organisation what its pages would otherwise show nothing of. @returns what then stands in addresses */
export async function furnish(url: string): Promise<Known> {
  const ask = await signedIn(url);
  await ask("PATCH", "settings", { auditEnabled: true });
  const place = await findPlace(ask);
  const registration = await registerConnector(ask);
  const { id: target } = await ask("POST", `connectors/${place.configuration}/targets`, { kind: "mail" });
  const { items: people } = await ask<List<WithId & { upn: string }>>("GET", "people");
  const { clientId } = await ask<{ clientId: string }>("POST", "app-registrations", { displayName: "Reports" });
  return {
    ...place,
    target,
    registration,
    connect: Buffer.from(`app_id=${registration}&callback_url=${callbackUrl}`).toString("base64url"),
    submission: (await ask("POST", "submissions", packageOf("Submitted"))).id,
    ...(await makeMailWebhook(ask)),
    ...(await letUpdateWait(ask, place.team)),
    offered: (await ask("POST", "apps", appPackage(personalManifest()))).id,
    refused: await refuse(ask),
    ...(await govern(ask, place.app)),
    person: people.find(({ upn }) => upn === "megan@contoso.test")?.id ?? "",
    client: clientId,
    record: await firstRecord(ask),
  };
}

async function signedIn(url: string): Promise<Ask> {
  const json = { "Content-Type": "application/json" };
  const body = JSON.stringify(administrator);
  const session = await fetch(`${url}/api/session`, { method: "POST", headers: json, body });
  const headers = { Cookie: session.headers.get("set-cookie")?.split(";")[0] ?? "", Origin: url };
  return async <T>(method: string, path: string, body?: object | Uint8Array) => {
    const zip = body instanceof Uint8Array;
    const answer = await fetch(`${url}/api/${path}`, {
      method,
      headers: { ...headers, ...(zip ? { "Content-Type": "application/zip" } : json) },
      body: body === undefined ? null : zip ? new Uint8Array(body) : JSON.stringify(body),
    });
    const said = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${said}`);
    return (said === "" ? {} : JSON.parse(said)) as T;
  };
}

const packageOf = (name: string, change: object = {}) =>
  appPackage(connectorManifest({ name: { short: name, full: name }, ...change }));

/** A channel with a connector, in a team that lacks an app. */
async function findPlace(ask: Ask) {
  const { items: teams } = await ask<List<WithId & { channels: WithId[] }>>("GET", "teams");
  const { items: apps } = await ask<List<WithId>>("GET", "apps?view=manage");
  for (const { id: team, channels } of teams) {
    const { items } = await ask<List<WithId & { app: WithId }>>("GET", `teams/${team}/installations`);
    const addable = apps.find(({ id }) => !items.some(({ app }) => app.id === id));
    for (const { id: channel } of channels) {
      const { configured } = await ask<{ configured: WithId[] }>("GET", `channels/${channel}/connectors`);
      const [installed, configuration] = [items[0], configured[0]];
      if (installed && addable && configuration) {
        const installation = { app: installed.app.id, installation: installed.id };
        return { team, channel, ...installation, addable: addable.id, configuration: configuration.id };
      }
    }
  }
  throw new Error("The demo has no channel with a connector, in a team that lacks an app.");
}

async function registerConnector(ask: Ask): Promise<string> {
  const { connectorId } = await ask<{ connectorId: string }>("POST", "connector-registrations", {
    name: "Pulse",
    shortDescription: "Cards for incidents",
    detailedDescription: "Posts a card for every incident.",
    companyName: "Fabrikam",
    websiteUrl: "https://www.fabrikam.example",
    configurationUrl: "http://pulse.fabrikam.example/configure",
    callbackUrls: [callbackUrl],
  });
  return connectorId;
}

async function makeMailWebhook(ask: Ask) {
  const { id, webhookUrl } = await ask<WithId & { webhookUrl: string }>("POST", "mail-webhooks", { name: "Backup" });
  const headers = { "Content-Type": "application/json" };
  await fetch(webhookUrl, {
    method: "POST",
    headers,
    body: JSON.stringify({ title: "Backup", text: "It is *done*." }),
  });
  const delivery = await firstOf(async () => await ask<List<WithId>>("GET", `connectors/${id}/deliveries`));
  return { mailWebhook: id, delivery: delivery.id };
}

/** An app for the administrator and a team, with a newer version that both must accept. */
async function letUpdateWait(ask: Ask, team: string) {
  const home = { entityId: "home", name: "Home", contentUrl: "https://connector.fabrikam.example/home" };
  const manifest = connectorManifest({
    name: { short: "Waiting", full: "Waiting" },
    staticTabs: [{ ...home, scopes: ["personal"] }],
  });
  const { id: waiting } = await ask("POST", "apps", appPackage(manifest));
  const { definitionId } = await ask<{ definitionId: string }>("GET", `apps/${waiting}/consent`);
  const wanted = { appId: waiting, consent: { definitionId } };
  await ask("POST", "me/apps", wanted);
  const { id: waitingInTeam } = await ask("POST", `teams/${team}/installations`, wanted);
  const bots = [{ botId: "11111111-2222-4333-8444-555555555555", scopes: ["personal", "team"] }];
  await ask("POST", `apps/${waiting}/definitions`, appPackage({ ...manifest, version: "2.0.0", bots }));
  const next = await ask<{ definitionId: string }>("GET", `apps/${waiting}/consent`);
  return { waiting, waitingInTeam, versions: [definitionId, next.definitionId] as const };
}

/** A blocked app that was asked for. */
async function refuse(ask: Ask): Promise<string> {
  const { id } = await ask("POST", "apps", packageOf("Refused"));
  await ask("PUT", `apps/${id}/status`, { status: "blocked" });
  await ask("POST", `apps/${id}/requests`, { note: "For the audit in May" });
  return id;
}

/** @returns a group, and the policy it has, which names an app that is there and one that is not. */
async function govern(ask: Ask, app: string): Promise<{ group: string; policy: string }> {
  const { id: group } = await ask("POST", "groups", { displayName: "Sales", members: ["megan@contoso.test"] });
  const all = { type: "BlockedAppList", apps: [] };
  const custom = { type: "BlockedAppList", apps: [app, "11111111-2222-4333-8444-555555555555"] };
  const content = { microsoft: all, thirdParty: all, custom };
  const { id: policy } = await ask("POST", "policies/permission", { name: "Sellers", content });
  await ask("PUT", `policies/permission/assignments/groups/${group}`, { policyId: policy, rank: 1 });
  await ask("PUT", "policies/permission/assignments/people", { people: ["megan@contoso.test"], policyId: policy });
  const setup = {
    allowSideLoading: true,
    allowUserPinning: true,
    pinnedAppBarApps: [app],
    pinnedMessageBarApps: [],
    appPresetList: [app],
  };
  await ask("PATCH", `policies/setup/${globalPolicy}`, { content: setup });
  return { group, policy };
}

/** The record of any event. */
async function firstRecord(ask: Ask): Promise<string> {
  const { sequence } = await firstOf(async () => await ask<List<{ sequence: number }>>("GET", "audit"));
  return String(sequence);
}

/** Of a list that is written a moment after what it tells of. */
async function firstOf<T>(list: () => Promise<List<T>>): Promise<T> {
  const found: T[] = [];
  await until(async () => found.push(...(await list()).items) > 0);
  const [first] = found;
  if (first === undefined) throw new Error("It was there a moment ago.");
  return first;
}
