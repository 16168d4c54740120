import type { Context } from "hono";
import type { ChatService, PersonService, TeamService } from "../../directory/index.ts";
import { ParvisError } from "../../platform/errors.ts";
import { bearer } from "../../platform/http/bearer.ts";
import type { RequestEnvironment } from "../../platform/http/router.ts";
import { isId } from "../../platform/identifiers.ts";
import { type BearerIdentity, isAdministrator } from "../../platform/identity.ts";
import { resources } from "./resources.ts";

type C = Context<RequestEnvironment>;
export type PlaceKind = "user" | "team" | "chat";

export interface GraphPlace {
  readonly scope: "personal" | "team" | "chat";
  readonly id: string;
}

export interface PlaceServices {
  readonly people: Pick<PersonService, "find">;
  readonly teams: Pick<TeamService, "see" | "manage" | "find">;
  readonly chats: Pick<ChatService, "see" | "find">;
}

const words: Readonly<Record<PlaceKind, string>> = { user: "User", team: "Team", chat: "Chat" };
/** What programs written before these permissions still carry. */
const legacy: Readonly<Record<PlaceKind, { read: string[]; write: string[] }>> = {
  user: { read: ["Directory.Read.All"], write: ["Directory.ReadWrite.All"] },
  team: {
    read: ["Group.Read.All", "Directory.Read.All"],
    write: ["Group.ReadWrite.All", "Directory.ReadWrite.All"],
  },
  chat: { read: [], write: [] },
};

const ways = {
  consent: "ReadWriteAndConsentFor",
  consentSelf: "ReadWriteAndConsentSelfFor",
  write: "ReadWriteFor",
  writeSelf: "ReadWriteSelfFor",
  read: "ReadFor",
} as const;
type Way = keyof typeof ways;

function named(kind: PlaceKind, which: readonly Way[]): string[] {
  return which.map((way) => `TeamsAppInstallation.${ways[way]}${words[kind]}`);
}

/** Contracts.md A.4: an application by itself needs the same with `.All`. */
export function installationGuard(kind: PlaceKind, access: "read" | "write") {
  const which: readonly Way[] =
    access === "read"
      ? ["consent", "consentSelf", "write", "writeSelf", "read"]
      : ["consent", "consentSelf", "write", "writeSelf"];
  const older = [...legacy[kind].write, ...(access === "read" ? legacy[kind].read : [])];
  const delegated = named(kind, which);
  return bearer({
    audience: resources.graph,
    delegated: [...delegated, ...older],
    application: [...delegated.map((name) => `${name}.All`), ...older],
  });
}

/** What of a token's permissions goes for all apps, for its own alone, and whether it may consent. */
export interface Reach {
  /** False: only the app that the calling application belongs to (`webApplicationInfo.id`). */
  readonly allApps: boolean;
  readonly mayConsent: { readonly allApps: boolean; readonly own: boolean };
  readonly clientId: string;
}

export function reachOf(kind: PlaceKind, access: "read" | "write", identity: BearerIdentity): Reach {
  const suffix = identity.person === undefined ? ".All" : "";
  const has = (way: Way) => identity.permissions.has(`TeamsAppInstallation.${ways[way]}${words[kind]}${suffix}`);
  const older = [...legacy[kind].write, ...(access === "read" ? legacy[kind].read : [])];
  const allApps =
    has("consent") ||
    has("write") ||
    (access === "read" && has("read")) ||
    older.some((name) => identity.permissions.has(name));
  return {
    allApps,
    mayConsent: { allApps: has("consent"), own: has("consentSelf") },
    clientId: identity.application.clientId.toLowerCase(),
  };
}

/** Chats have ids of their own shape on the wire. */
export function chatWireId(id: string): string {
  return `19:${id.replaceAll("-", "")}@thread.v2`;
}

function chatIdOf(wire: string): string {
  const [, hex] = /^19:([0-9a-f]{32})@thread\.v2$/i.exec(wire) ?? [];
  return hex === undefined ? wire : hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Ids that are none are not there. */
function wellFormed(id: string, code: "team/not-found" | "chat/not-found"): string {
  if (!isId(id)) throw new ParvisError(code);
  return id.toLowerCase();
}

/**
 * The place that an address names, for whoever the token stands for: a person acts as they may in the client, an
 * application by itself for the whole organisation.
 * @throws ParvisError request/invalid, person/not-found, team/not-found, chat/not-found, team/owner-required, access/administrator-only
 */
export async function placeAt(
  c: C,
  kind: PlaceKind,
  access: "read" | "write",
  { people, teams, chats }: PlaceServices,
): Promise<GraphPlace> {
  const { tenantId, person } = c.var.bearer;
  const given = c.req.param("placeId") ?? "";
  if (kind === "team") {
    const id = wellFormed(given, "team/not-found");
    if (person === undefined) {
      if ((await teams.find(tenantId, id)) === undefined) throw new ParvisError("team/not-found");
    } else if (access === "write") await teams.manage(person, id);
    else await teams.see(person, id);
    return { scope: "team", id };
  }
  if (kind === "chat") {
    const id = wellFormed(chatIdOf(given), "chat/not-found");
    if (person !== undefined) await chats.see(person, id);
    else if ((await chats.find(tenantId, id)) === undefined) throw new ParvisError("chat/not-found");
    return { scope: "chat", id };
  }
  if (given === "") {
    if (person !== undefined) return { scope: "personal", id: person.personId };
    throw new ParvisError("request/invalid", {
      detail: "/me request is only valid with delegated authentication flow.",
    });
  }
  const who = isId(given) ? { ids: [given.toLowerCase()], upns: [] } : { ids: [], upns: [given] };
  const [found] = await people.find(tenantId, who);
  if (found === undefined) throw new ParvisError("person/not-found");
  if (person !== undefined && person.personId !== found.id && !isAdministrator(person))
    throw new ParvisError("access/administrator-only", { detail: "Only an administrator manages others' apps." });
  return { scope: "personal", id: found.id };
}
