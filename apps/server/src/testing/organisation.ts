import { setTimeout as sleep } from "node:timers/promises";
import { newId } from "../platform/identifiers.ts";
import { bootstrapFile, type Contoso, configuredConnector, contoso, post } from "./contoso.ts";
import { type MailServer, mailServer } from "./mail-server.ts";
import { appPackage, colorIcon, connectorManifest, personalManifest, png } from "./packages.ts";
import { rowsOf } from "./rows.ts";
import { startTarget, type Target } from "./target.ts";
import { TestPerson, type TestServer } from "./test-server.ts";
import { until } from "./until.ts";

/** What an organisation holds, one of each kind. */
export interface Holdings {
  /** By the names of parameters in the addresses of the API. */
  readonly ids: Readonly<Record<string, string>>;
  /** What an address calls by the name of something else. */
  readonly requestedAppId: string;
  readonly uploadedAppId: string;
  readonly submittedDefinitionId: string;
  readonly mailWebhookId: string;
  readonly chatInstallationId: string;
  readonly upn: string;
  readonly everybody: readonly string[];
  /** Of the application `clientId`. */
  readonly secret: string;
  /** A picture of the card that was posted. */
  readonly pictureUrl: string;
  /** A later version of the app `appId`. */
  readonly package: (version: string) => Uint8Array;
}

/** What an application by itself needs to walk Graph. */
export const graphRoles = [
  "AppCatalog.ReadWrite.All",
  "AuditLogsQuery.Read.All",
  "User.Read.All",
  ...["User", "Team", "Chat"].map((name) => `TeamsAppInstallation.ReadWriteAndConsentFor${name}.All`),
];

const otherTenantId = "22222222-2222-4222-8222-222222222222";
const otherFile = `
tenant: { id: ${otherTenantId}, displayName: Fabrikam, domain: fabrikam.test, cloud: worldwide }
users:
  - { upn: faye@fabrikam.test, displayName: Faye Admin, password: correct-horse-1, roles: [globalAdministrator] }
  - { upn: max@fabrikam.test, displayName: Max Member, password: correct-horse-2 }
  - { upn: olga@fabrikam.test, displayName: Olga Outside, password: correct-horse-3 }
teams:
  - { displayName: Sales, owners: [faye@fabrikam.test], members: [max@fabrikam.test], channels: [General, Alerts] }
`;

/** A second organisation on a server that has one: as `contoso` is, with Faye for Ada, Max for Megan, Olga for Alex. */
async function otherOrganisation(server: TestServer): Promise<Contoso> {
  await server.restart(await bootstrapFile(otherFile));
  const [ada, megan, alex] = await Promise.all([
    TestPerson.signedIn(server.url, "faye@fabrikam.test", "correct-horse-1"),
    TestPerson.signedIn(server.url, "max@fabrikam.test", "correct-horse-2"),
    TestPerson.signedIn(server.url, "olga@fabrikam.test", "correct-horse-3"),
  ]);
  const teams = await ada.call<{ items: Contoso["team"][] }>("GET", "/api/teams");
  const [team] = teams.body.items;
  const general = team?.channels.find((channel) => channel.displayName === "General");
  if (team === undefined || general === undefined) throw new Error("The bootstrap made no team.");
  return { server, ada, megan, alex, team, general };
}

/** Everything an organisation can have, through the API. @param color makes its pictures other than another's */
async function furnish(place: Contoso, target: Target, color: number): Promise<Holdings> {
  const { ada, megan, team, general } = place;
  async function made<Body = { id: string }>(method: string, path: string, body?: object, by = ada): Promise<Body> {
    const answer = await by.call<Body>(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
  const all = await made<{ items: { id: string; upn: string }[] }>("GET", "/api/people");
  const member = all.items.find(({ upn }) => upn.startsWith("m"));
  if (member === undefined) throw new Error("The organisation has no member whose name begins with M.");
  const icon = png(192, () => [color, 20, 30, 255]);
  const botId = newId();
  const manifest = connectorManifest({
    name: { short: "Everything", full: "Everything of Fabrikam" },
    manifestVersion: "1.16",
    bots: [{ botId, scopes: ["personal", "team", "groupChat"] }],
    staticTabs: [
      { entityId: "home", name: "Home", contentUrl: "https://connector.fabrikam.example/home", scopes: ["personal"] },
    ],
    webApplicationInfo: { id: botId, resource: "api://connector.fabrikam.example" },
    configurableProperties: ["name"],
  });
  const packed = (version: string) => appPackage({ ...manifest, version }, { "color.png": icon });

  const { appId, installationId, configurationId, webhookUrl } = await configuredConnector(place, manifest);
  const agreed = async (id: string) => ({
    appId: id,
    consent: { definitionId: (await made<{ definitionId: string }>("GET", `/api/apps/${id}/consent`)).definitionId },
  });
  await made("POST", "/api/me/apps", await agreed(appId));
  await made("POST", "/api/me/apps", await agreed(appId), megan);
  const chat = await made("POST", "/api/chats", { topic: "Plans", members: [member.upn] });
  const chatInstallation = await made("POST", `/api/chats/${chat.id}/installations`, await agreed(appId));
  await made("PUT", `/api/apps/${appId}/organisation-consent`, (await agreed(appId)).consent);
  const { items: consents } = await made<{ items: { id: string; scope: string }[] }>("GET", "/api/me/consents");
  await made("POST", `/api/apps/${appId}/definitions`, packed("2.0.0"));
  const submission = await made("POST", `/api/apps/${appId}/submissions`, packed("3.0.0"));
  const { items: definitions } = await made<{ items: { id: string; version: string }[] }>(
    "GET",
    `/api/apps/${appId}/definitions`,
  );
  const { icons } = await made<{ icons: { color: string } }>("GET", `/api/apps/${appId}`);
  await made("PUT", `/api/apps/${appId}/customization`, { texts: { shortName: "Ours" } });

  const group = await made("POST", "/api/groups", { displayName: "Staff", members: [member.upn] });
  const nested = await made("POST", "/api/groups", { displayName: "Trainees", members: [member.upn] });
  await made("POST", `/api/groups/${group.id}/groups`, { groups: [nested.id] });
  const policy = await made("POST", "/api/policies/permission", { name: "Staff's" });
  await made("PUT", `/api/policies/permission/assignments/groups/${group.id}`, { policyId: policy.id, rank: 1 });
  await made("PUT", "/api/policies/permission/assignments/people", { people: [member.upn], policyId: policy.id });
  const requested = await made(
    "POST",
    "/api/apps",
    appPackage(connectorManifest({ name: { short: "Asked", full: "Asked for" } })),
  );
  await made("PUT", `/api/apps/${requested.id}/availability`, {
    availability: "usersAndGroups",
    groups: [group.id],
    people: [member.upn],
  });
  await made("PUT", `/api/apps/${requested.id}/status`, { status: "blocked" });
  await made("POST", `/api/apps/${requested.id}/requests`, { note: "Please" }, megan);

  const uploaded = await made(
    "POST",
    "/api/me/apps/upload",
    appPackage(personalManifest({ name: { short: "My own", full: "My own plans" } })),
  );

  const relay = await made("POST", `/api/connectors/${configurationId}/targets`, {
    kind: "relay",
    format: "json",
    url: `${target.url}/${color}`,
  });
  const pictureUrl = `${target.url}/${color}.png`;
  const card = {
    "@type": "MessageCard",
    text: `![ok](${pictureUrl})`,
    potentialAction: [{ "@type": "HttpPOST", name: "Approve", target: target.url }],
  };
  const posted = await post(webhookUrl, JSON.stringify(card));
  const connector = `/api/connectors/${configurationId}`;
  const first = async (path: string) => (await made<{ items: { id: string }[] }>("GET", path)).items[0]?.id;
  await until(async () => (await first(`${connector}/targets/${relay.id}/deliveries?state=delivered`)) !== undefined);
  const webhook = await made("POST", `/api/channels/${general.id}/webhooks`, { name: "Builds" });
  const mailWebhook = await made("POST", "/api/mail-webhooks", { name: "Mail", teamId: team.id });
  const connectorRegistration = await made<{ connectorId: string }>("POST", "/api/connector-registrations", {
    name: "Pulse",
    shortDescription: "Cards for what happens in Pulse",
    detailedDescription: "Posts a card for every incident that opens or closes in Pulse.",
    companyName: "Fabrikam",
    websiteUrl: "https://www.fabrikam.example",
    configurationUrl: "https://pulse.fabrikam.example/teams/configure",
    callbackUrls: ["https://pulse.fabrikam.example/connected"],
    logo: Buffer.from(icon).toString("base64"),
  });
  const client = await made<{ clientId: string }>("POST", "/api/app-registrations", {
    displayName: "Walker",
    appRoles: graphRoles,
  });
  const secret = await made<{ id: string; secret: string }>(
    "POST",
    `/api/app-registrations/${client.clientId}/secrets`,
    {},
  );
  const search = await made("POST", "/api/audit/searches", { name: "Added", filter: { operation: "ConnectorAdded" } });

  const held: Record<string, string | undefined> = {
    personId: member.id,
    groupId: group.id,
    nestedId: nested.id,
    group: group.id,
    teamId: team.id,
    channelId: general.id,
    chatId: chat.id,
    clientId: client.clientId,
    secretId: secret.id,
    appId,
    definitionId: definitions.find(({ version }) => version === "2.0.0")?.id,
    sha256: /[0-9a-f]{64}/.exec(icons.color)?.[0],
    policyId: policy.id,
    submissionId: submission.id,
    installationId,
    consentId: consents.find(({ scope }) => scope === "chat")?.id,
    configurationId,
    connectorId: connectorRegistration.connectorId,
    targetId: relay.id,
    messageId: await first(`/api/channels/${general.id}/messages`),
    deliveryId: posted.headers.get("request-id") ?? undefined,
    searchId: search.id,
    webhookId: webhook.id,
  };
  const missing = Object.keys(held).filter((name) => held[name] === undefined);
  if (missing.length > 0) throw new Error(`The organisation was furnished without ${missing.join(", ")}.`);
  return {
    ids: held as Record<string, string>,
    requestedAppId: requested.id,
    uploadedAppId: uploaded.id,
    submittedDefinitionId: submission.id,
    mailWebhookId: mailWebhook.id,
    chatInstallationId: chatInstallation.id,
    upn: member.upn,
    everybody: all.items.map(({ upn }) => upn),
    secret: secret.secret,
    pictureUrl,
    package: packed,
  };
}

/** Two organisations on one server, each with everything. */
export interface TwoOrganisations {
  readonly place: Contoso;
  readonly own: Holdings;
  readonly foreign: Holdings;
  readonly foreignTenantId: string;
  /** The other organisation's rows by table, once what happens behind its requests has happened. */
  foreignRows(): Promise<Record<string, string>>;
  dispose(): Promise<void>;
}

export async function twoOrganisations(): Promise<TwoOrganisations> {
  const [smtp, target]: [MailServer, Target] = await Promise.all([mailServer(), startTarget()]);
  target.reply = ({ path }) =>
    path.endsWith(".png") ? { headers: { "Content-Type": "image/png" }, body: colorIcon } : {};
  const place = await contoso({ settings: { smtpUrl: smtp.url, appsHost: "apps.localhost" } });
  const { server } = place;
  const own = await furnish(place, target, 10);
  const foreign = await furnish(await otherOrganisation(server), target, 99);
  // Stopping writes what is gathered in memory, such as when a webhook was used last.
  await server.restart();
  const read = async () => await rowsOf(server.databaseUrl, otherTenantId);
  return {
    place,
    own,
    foreign,
    foreignTenantId: otherTenantId,
    foreignRows: async () => {
      let rows = await read();
      await until(async () => {
        const earlier = JSON.stringify(rows);
        await sleep(500);
        rows = await read();
        return JSON.stringify(rows) === earlier;
      });
      return rows;
    },
    dispose: async () => {
      await server.dispose();
      await target.close();
      await smtp.stop();
    },
  };
}
