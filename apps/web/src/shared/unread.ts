import type { LiveBatch } from "./live/live-protocol.ts";
import { createObservable } from "./observable.ts";
import { onRememberedElsewhere, remembered, rememberForever } from "./remembered.ts";

interface ReadMarks {
  /** Channels with messages that were not looked at. */
  readonly unread: ReadonlySet<string>;
  /** Newest message that was looked at, by channel. Message ids are in the order of time. */
  readonly seen: ReadonlyMap<string, string>;
}

const mostChannels = 500;
const nothing: ReadMarks = { unread: new Set(), seen: new Map() };

/** What the person has read, in this browser. */
export const readMarks = createObservable<ReadMarks>(nothing);

let storageKey = "";
let attended: string | undefined;

function parse(stored: string | undefined): ReadMarks {
  try {
    const { unread, seen } = JSON.parse(stored ?? "{}");
    return { unread: new Set(unread), seen: new Map(Object.entries(seen ?? {})) };
  } catch {
    return nothing;
  }
}

function become(next: ReadMarks): void {
  readMarks.set(next);
  const seen = Object.fromEntries([...next.seen].slice(-mostChannels));
  rememberForever(storageKey, JSON.stringify({ unread: [...next.unread].slice(-mostChannels), seen }));
}

/** Takes up what a person has read before, and what other tabs say. @returns the way to stop. */
export function openReadMarks(personId: string): () => void {
  storageKey = `read.${personId}`;
  readMarks.set(parse(remembered(storageKey)));
  return onRememberedElsewhere(storageKey, (value) => readMarks.set(parse(value)));
}

/** The channel whose newest messages are before the person's eyes; undefined when none is. */
export function attend(channelId: string | undefined): void {
  attended = channelId;
}

/** Messages came: their channels are unread, but for the one that is looked at. */
export function noteArrivals({ messages }: Pick<LiveBatch, "messages">): void {
  const { unread, seen } = readMarks.get();
  const channels = new Set(
    messages.filter((message) => (seen.get(message.channelId) ?? "") < message.id).map((message) => message.channelId),
  );
  if (attended !== undefined) channels.delete(attended);
  const news = channels.difference(unread);
  if (news.size > 0) become({ unread: unread.union(news), seen });
}

/** The person has seen a channel up to a message. */
export function markSeen(channelId: string, messageId: string): void {
  const { unread, seen } = readMarks.get();
  if (!unread.has(channelId) && (seen.get(channelId) ?? "") >= messageId) return;
  const others = new Set(unread);
  others.delete(channelId);
  const marks = new Map(seen);
  // Last in the map is last looked at: the oldest are forgotten first.
  marks.delete(channelId);
  marks.set(channelId, messageId);
  become({ unread: others, seen: marks });
}
