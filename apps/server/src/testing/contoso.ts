import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Configuration } from "../platform/configuration.ts";
import { appPackage, connectorManifest } from "./packages.ts";
import { TestPerson, type TestServer, testServer } from "./test-server.ts";

export const tenantId = "11111111-1111-4111-8111-111111111111";

export const contosoFile = `
tenant: { id: ${tenantId}, displayName: Contoso, domain: contoso.test, cloud: worldwide }
users:
  - { upn: ada@contoso.test, displayName: Ada Admin, password: correct-horse-1, roles: [globalAdministrator] }
  - { upn: megan@contoso.test, displayName: Megan Bowen, password: correct-horse-2 }
  - { upn: alex@contoso.test, displayName: Alex Wilber, password: correct-horse-3 }
teams:
  - { displayName: Engineering, owners: [ada@contoso.test], members: [megan@contoso.test], channels: [General, Alerts] }
`;

export interface Channel {
  readonly id: string;
  readonly displayName: string;
}

/** An organisation with an administrator who owns a team, a member of it, and somebody outside it. */
export interface Contoso {
  readonly server: TestServer;
  readonly ada: TestPerson;
  readonly megan: TestPerson;
  readonly alex: TestPerson;
  readonly team: { readonly id: string; readonly channels: readonly Channel[] };
  readonly general: Channel;
}

export async function bootstrapFile(text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "parvis-bootstrap-")), "bootstrap.yaml");
  await writeFile(path, text);
  return path;
}

/** @param options `file` is a bootstrap file that holds at least what `contosoFile` does. */
export async function contoso(
  options: { now?: () => Date; settings?: Partial<Configuration>; file?: string } = {},
): Promise<Contoso> {
  const server = await testServer({ ...options, bootstrap: await bootstrapFile(options.file ?? contosoFile) });
  const [ada, megan, alex] = await Promise.all([
    TestPerson.signedIn(server.url, "ada@contoso.test", "correct-horse-1"),
    TestPerson.signedIn(server.url, "megan@contoso.test", "correct-horse-2"),
    TestPerson.signedIn(server.url, "alex@contoso.test", "correct-horse-3"),
  ]);
  const teams = await ada.call<{ items: Contoso["team"][] }>("GET", "/api/teams");
  const [team] = teams.body.items;
  const general = team?.channels.find((channel) => channel.displayName === "General");
  if (team === undefined || general === undefined) throw new Error("The bootstrap made no team.");
  return { server, ada, megan, alex, team, general };
}

/**
 * Uploads an app, adds it to the team with the consent asked for, and saves its connector in a channel. Tests post faster
 * than the usual limits take: unless one is about them, there are none.
 */
export async function configuredConnector(
  { ada, team, general }: Contoso,
  manifest = connectorManifest(),
  channel = general,
  rateLimits: object[] | null = [],
) {
  const app = await ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
  if (app.status !== 201) throw new Error(`Upload answered ${app.status}: ${JSON.stringify(app.body)}`);
  const appId = app.body.id;
  const asked = await ada.call<{ definitionId: string }>("GET", `/api/apps/${appId}/consent`);
  const consent = { definitionId: asked.body.definitionId };
  const installed = await ada.call<{ id: string }>("POST", `/api/teams/${team.id}/installations`, { appId, consent });
  const draft = await ada.call<{ id: string; webhookUrl: string }>("POST", `/api/channels/${channel.id}/connectors`, {
    appId,
  });
  const settings = { entityId: "all", configName: "All builds" };
  const saved = await ada.call<{ id: string; webhookUrl: string }>("PUT", `/api/connectors/${draft.body.id}`, {
    settings,
  });
  await ada.call("PATCH", `/api/connectors/${draft.body.id}`, { rateLimits });
  if (saved.status !== 200) throw new Error(`Saving answered ${saved.status}: ${JSON.stringify(saved.body)}`);
  return {
    appId,
    installationId: installed.body.id,
    configurationId: saved.body.id,
    webhookUrl: saved.body.webhookUrl,
  };
}

/** Posts a body as a sender does. */
export async function post(
  webhookUrl: string,
  body: string,
  headers: Record<string, string> = { "Content-Type": "application/json" },
) {
  const response = await fetch(webhookUrl, { method: "POST", headers, body });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
