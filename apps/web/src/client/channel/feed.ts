import type { Message } from "../../shared/live/live-protocol.ts";

/** What a page of messages says, newest first, as the server answers it. */
export interface Page {
  readonly items: readonly Message[];
  readonly nextCursor: string | null;
}

/** The messages of a channel that are at hand: one stretch without gaps, oldest first. Ids are in the order of time. */
export interface Feed {
  readonly messages: readonly Message[];
  /** There are older ones on the server. */
  readonly hasOlder: boolean;
  /** Newer ones were left out: the reader is further up, and they would be too many. */
  readonly hasNewer: boolean;
}

/** While the reader is at the end, older ones beyond this are let go; scrolling up fetches them again. */
export const mostFollowed = 300;
/** While the reader is further up, no more than this is gathered below. */
export const mostGathered = 1_000;

export function feedOf(page: Page): Feed {
  return { messages: sorted(page.items), hasOlder: page.nextCursor !== null, hasNewer: false };
}

/** With the page before the oldest message. */
export function withOlder(feed: Feed, page: Page): Feed {
  return { ...feed, messages: merged(feed.messages, page.items), hasOlder: page.nextCursor !== null };
}

/**
 * With messages that were just posted.
 * @param gap there were more than these: nothing is known of those between.
 * @param following the reader is at the end, and wants to stay there.
 */
export function withArrivals(
  feed: Feed,
  arrivals: readonly Message[],
  { gap, following }: { gap: boolean; following: boolean },
): Feed {
  if (!following) {
    if (feed.hasNewer) return withRevisions(feed, arrivals);
    const known = new Set(feed.messages.map((message) => message.id));
    const news = arrivals.filter((message) => !known.has(message.id));
    if (news.length === 0) return withRevisions(feed, arrivals);
    // What is being read stays as it is; the way to the end leads over the server then.
    if (gap || feed.messages.length + news.length > mostGathered) return { ...feed, hasNewer: true };
    return { ...feed, messages: merged(feed.messages, arrivals) };
  }
  if (gap) return { messages: sorted(arrivals).slice(-mostFollowed), hasOlder: true, hasNewer: false };
  const messages = merged(feed.messages, arrivals);
  const tooMany = messages.length > mostFollowed;
  return {
    messages: tooMany ? messages.slice(-mostFollowed) : messages,
    hasOlder: feed.hasOlder || tooMany,
    hasNewer: false,
  };
}

/** After the connection was lost: the newest page again, which may or may not reach back to what is at hand. */
export function caughtUp(feed: Feed, page: Page, following: boolean): Feed {
  const newest = feed.messages.at(-1);
  const reaches =
    newest === undefined || page.nextCursor === null || page.items.some((message) => message.id <= newest.id);
  if (reaches) return withArrivals(feed, page.items, { gap: false, following });
  return following ? feedOf(page) : { ...feed, hasNewer: true };
}

/** With messages that changed, as far as they are at hand. The newest revision of a message stays, however late another comes. */
export function withRevisions(feed: Feed, revised: readonly Message[]): Feed {
  const messages = replaced(feed.messages, revised);
  return messages === feed.messages ? feed : { ...feed, messages };
}

function replaced(messages: readonly Message[], others: readonly Message[]): readonly Message[] {
  const known = new Map(messages.map((message) => [message.id, message.revision]));
  const newer = new Map(
    others.flatMap((message) =>
      message.revision > (known.get(message.id) ?? Infinity) ? [[message.id, message]] : [],
    ),
  );
  return newer.size === 0 ? messages : messages.map((message) => newer.get(message.id) ?? message);
}

function sorted(messages: readonly Message[]): Message[] {
  return [...messages].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Both, each message once and as it is now. */
function merged(before: readonly Message[], more: readonly Message[]): readonly Message[] {
  const messages = replaced(before, more);
  const known = new Set(messages.map((message) => message.id));
  const news = sorted(more.filter((message) => !known.has(message.id)));
  if (news.length === 0) return messages;
  const [first, last] = [messages[0], messages.at(-1)];
  if (first === undefined || last === undefined) return news;
  if ((news[0]?.id ?? "") > last.id) return [...messages, ...news];
  if ((news.at(-1)?.id ?? "") < first.id) return [...news, ...messages];
  return sorted([...messages, ...news]);
}
