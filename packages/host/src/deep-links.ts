import type { AppTarget } from "./navigation.ts";
import { field } from "./wire.ts";

/** What a link into Teams asks its client for (contracts.md E.4). Texts are the page's own. */
export type TeamsLink =
  | { readonly kind: "app"; readonly appId: string }
  | { readonly kind: "entity"; readonly target: AppTarget }
  | { readonly kind: "call"; readonly call: CallLink }
  | { readonly kind: "chat"; readonly chat: ChatLink }
  | { readonly kind: "meeting"; readonly meeting: MeetingLink }
  | { readonly kind: "file"; readonly file: FileLink }
  | { readonly kind: "stage"; readonly stage: StageLink };

export interface CallLink {
  readonly targets: readonly string[];
  readonly requestedModalities: readonly ("audio" | "video")[];
  readonly source?: string;
}

export interface ChatLink {
  readonly members: readonly string[];
  readonly message?: string;
  readonly topic?: string;
}

export interface MeetingLink {
  readonly attendees?: readonly string[];
  readonly startTime?: string;
  readonly endTime?: string;
  readonly subject?: string;
  readonly content?: string;
}

export interface FileLink {
  readonly entityId: string;
  readonly title: string;
  readonly type?: string;
  readonly objectUrl?: string;
  readonly baseUrl?: string;
}

export interface StageLink {
  readonly appId: string;
  readonly contentUrl: string;
  readonly title: string;
  readonly websiteUrl?: string;
  readonly threadId?: string;
}

const TEAMS_HOSTS = new Set([
  "teams.microsoft.com",
  "teams.cloud.microsoft",
  "teams.live.com",
  "teams.microsoft.us",
  "gov.teams.microsoft.us",
  "dod.teams.microsoft.us",
]);

const MOST_PEOPLE = 250;

/** Leaves out what a link does not say. */
function said<T extends object>(values: { [Key in keyof T]: T[Key] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

function list(value: string | null): string[] | undefined {
  const names = value
    ?.split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return names && names.length > 0 ? names.slice(0, MOST_PEOPLE) : undefined;
}

/** The `context` of a link: an object as JSON. */
function contextOf(url: URL): unknown {
  try {
    return JSON.parse(url.searchParams.get("context") ?? "null");
  } catch {
    return null;
  }
}

function textIn(context: unknown, name: string): string | undefined {
  const value = field(context, name);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/**
 * Reads a link into Teams: one of Microsoft's hosts, or an origin that the owner counts as Teams, its own. Anything else, and
 * links to things that no client opens by itself, give `undefined` and are links like any other.
 */
export function readTeamsLink(address: string, ownOrigin?: string): TeamsLink | undefined {
  const url = URL.parse(address);
  if (!url || !((url.protocol === "https:" && TEAMS_HOSTS.has(url.host)) || url.origin === ownOrigin)) return undefined;
  const [prefix, kind = "", ...rest] = url.pathname.split("/").slice(1).map(plain);
  if (prefix !== "l" || rest.length === 0 || !Object.hasOwn(READERS, kind)) return undefined;
  return READERS[kind]?.(url, rest);
}

function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

type Reader = (url: URL, rest: readonly string[]) => TeamsLink | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  app: (_, [appId]) => (appId ? { kind: "app", appId } : undefined),
  entity: (url, [appId, pageId]) => {
    if (!appId) return undefined;
    const context = contextOf(url);
    const target = said<AppTarget>({
      appId,
      pageId: pageId || undefined,
      webUrl: url.searchParams.get("webUrl") ?? undefined,
      subPageId: textIn(context, "subEntityId"),
      channelId: textIn(context, "channelId"),
      chatId: textIn(context, "chatId"),
    });
    return { kind: "entity", target };
  },
  call: ({ searchParams }) => {
    const targets = list(searchParams.get("users"));
    if (!targets) return undefined;
    const video = searchParams.get("withVideo") === "true";
    const requestedModalities = video ? (["audio", "video"] as const) : (["audio"] as const);
    const call = said<CallLink>({ targets, requestedModalities, source: searchParams.get("source") ?? undefined });
    return { kind: "call", call };
  },
  chat: ({ searchParams }) => {
    const members = list(searchParams.get("users"));
    if (!members) return undefined;
    const message = searchParams.get("message") ?? undefined;
    const topic = searchParams.get("topicName") ?? undefined;
    return { kind: "chat", chat: said<ChatLink>({ members, message, topic }) };
  },
  meeting: ({ searchParams }, [what]) => {
    if (what !== "new") return undefined;
    const meeting = said<MeetingLink>({
      attendees: list(searchParams.get("attendees")),
      startTime: searchParams.get("startTime") ?? undefined,
      endTime: searchParams.get("endTime") ?? undefined,
      subject: searchParams.get("subject") ?? undefined,
      content: searchParams.get("content") ?? undefined,
    });
    return { kind: "meeting", meeting };
  },
  file: ({ searchParams }, [entityId]) => {
    if (!entityId) return undefined;
    const objectUrl = searchParams.get("objectUrl") ?? undefined;
    const file = said<FileLink>({
      baseUrl: searchParams.get("baseUrl") ?? undefined,
      entityId,
      objectUrl,
      title: plain(
        URL.parse(objectUrl ?? "")
          ?.pathname.split("/")
          .at(-1) ?? "",
      ),
      type: searchParams.get("fileType") ?? undefined,
    });
    return { kind: "file", file };
  },
  stage: (url, [appId]) => {
    const context = contextOf(url);
    const contentUrl = textIn(context, "contentUrl");
    if (!appId || contentUrl === undefined) return undefined;
    const stage = said<StageLink>({
      appId,
      contentUrl,
      threadId: textIn(context, "threadId"),
      title: textIn(context, "title") ?? "",
      websiteUrl: textIn(context, "websiteUrl"),
    });
    return { kind: "stage", stage };
  },
};
