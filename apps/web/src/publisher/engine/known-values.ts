import { type Node, parseTree } from "jsonc-parser";
import { newGuid } from "../../shared/new-guid.ts";
import type { Path } from "./schema-parts.ts";

/** Permissions that an app may ask for a team, a chat or a person, as Microsoft's reference of resource-specific consent names them. */
const resourcePermissions = [
  "ChannelMessage.Read.Group",
  "ChannelMessage.Send.Group",
  "ChannelMeeting.ReadBasic.Group",
  "ChannelSettings.Read.Group",
  "ChannelSettings.ReadWrite.Group",
  "Channel.Create.Group",
  "Channel.Delete.Group",
  "ChatMessage.Read.Chat",
  "ChatMessage.Send.Chat",
  "ChatMember.Read.Chat",
  "ChatSettings.Read.Chat",
  "ChatSettings.ReadWrite.Chat",
  "Chat.Manage.Chat",
  "Member.Read.Group",
  "Owner.Read.Group",
  "LiveShareSession.ReadWrite.Chat",
  "LiveShareSession.ReadWrite.Group",
  "MeetingStage.Write.Chat",
  "OnlineMeeting.ReadBasic.Chat",
  "OnlineMeetingParticipant.Read.Chat",
  "TeamMember.Read.Group",
  "TeamSettings.Read.Group",
  "TeamSettings.ReadWrite.Group",
  "TeamsActivity.Send.Group",
  "TeamsActivity.Send.Chat",
  "TeamsActivity.Send.User",
  "TeamsAppInstallation.Read.Group",
  "TeamsAppInstallation.Read.Chat",
  "TeamsTab.Create.Group",
  "TeamsTab.Read.Group",
  "TeamsTab.ReadWrite.Group",
  "TeamsTab.Create.Chat",
  "TeamsTab.Read.Chat",
  "TeamsTab.ReadWrite.Chat",
  "InAppPurchase.Allow.User",
];

const guidForm = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Values that rules or the rest of the manifest ask for where the schema allows any: a GUID for the app, the same for its
 * connector and bot, hosts of the app's pages, files that are in the package, permissions by name.
 */
export function knownValues(text: string, path: Path, files: readonly string[]): string[] {
  const name = path.findLast((token) => typeof token === "string");
  const parent = path.slice(0, -1).findLast((token) => typeof token === "string");
  if (name === "id" && path.length === 1) return [newGuid()];
  if (name === "connectorId" || name === "botId") return guidsIn(text);
  if (name === "id" && parent === "webApplicationInfo") return guidsIn(text);
  if (name === "validDomains") return hostsIn(text);
  if (parent === "icons") return files.filter((path) => /\.png$/i.test(path));
  if (name === "file" || name === "defaultLanguageFile") return files.filter((path) => /\.json$/i.test(path));
  if (name === "name" && parent === "resourceSpecific") return resourcePermissions;
  return [];
}

/** Every text of the manifest with the way to it. */
function textsIn(text: string): { value: string; parent: string }[] {
  const found: { value: string; parent: string }[] = [];
  const visit = (node: Node | undefined, parent: string) => {
    if (node?.type === "string") found.push({ value: String(node.value), parent });
    else if (node?.type === "property") visit(node.children?.[1], String(node.children?.[0]?.value));
    else for (const child of node?.children ?? []) visit(child, parent);
  };
  visit(parseTree(text), "");
  return found;
}

function guidsIn(text: string): string[] {
  return [...new Set(textsIn(text).map(({ value }) => value))].filter((value) => guidForm.test(value));
}

/** Hosts of pages that are shown inside; those that are only linked to need not be trusted. */
function hostsIn(text: string): string[] {
  const texts = textsIn(text);
  const taken = new Set(texts.filter(({ parent }) => parent === "validDomains").map(({ value }) => value));
  const hosts = texts
    .filter(({ parent }) => parent === "configurationUrl" || parent === "contentUrl" || parent === "url")
    .flatMap(({ value }) => (URL.canParse(value) ? [new URL(value).hostname] : []));
  return [...new Set(hosts)].filter((host) => !taken.has(host));
}
