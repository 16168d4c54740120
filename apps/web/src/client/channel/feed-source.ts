import { hashKey, type QueryClient } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";
import { onLive } from "../../shared/live/live.ts";
import type { LiveBatch, Message } from "../../shared/live/live-protocol.ts";
import { createObservable, type Observable } from "../../shared/observable.ts";
import { sessionQuery } from "../../shared/session.ts";
import {
  caughtUp,
  type Feed,
  feedOf,
  mostFollowed,
  type Page,
  withArrivals,
  withOlder,
  withRevisions,
} from "./feed.ts";
import { createFrameBatch } from "./frame-batch.ts";

export interface FeedState {
  /** Undefined until the first page is there. */
  readonly feed: Feed | undefined;
  /** Why the first page is not there. */
  readonly error: unknown;
  readonly older: "idle" | "loading" | "failed";
}

const pageSize = "30";
/** Channels that are kept at hand beside the open one. */
const mostChannels = 6;

/**
 * The server's cursor for the messages before one of them. Pages of messages have the id of their last message as their
 * only sort key; what was let go here, or came by the live stream, has no cursor of the server's own.
 */
export function cursorBefore(message: Pick<Message, "id">): string {
  return btoa(JSON.stringify([message.id]))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The messages of one channel, kept up to date while it is at hand. */
export class FeedSource {
  readonly state: Observable<FeedState> = createObservable<FeedState>({
    feed: undefined,
    error: undefined,
    older: "idle",
  });
  readonly #channelId: string;
  readonly #queryClient: QueryClient;
  readonly #batch = createFrameBatch<Message>((messages, gap) => this.#append(messages, gap));
  /** Arrived while there was no first page to append them to: the page may have been read before they were posted. */
  #early: Message[] = [];
  #earlyRevised: Message[] = [];
  #following = true;
  #stale = false;
  #reading: Promise<void> | undefined;
  #readAgain = false;

  constructor(queryClient: QueryClient, channelId: string) {
    this.#queryClient = queryClient;
    this.#channelId = channelId;
  }

  /** Told by the list: whether the reader is at the end. */
  setFollowing(following: boolean): void {
    this.#following = following;
  }

  /** Reads the newest page; again after it failed, or when messages may have been missed. */
  async refresh(): Promise<void> {
    // An answer that is on its way may have been made before what we must not miss.
    this.#readAgain = this.#reading !== undefined;
    this.#reading ??= this.#readNewest().finally(() => {
      this.#reading = undefined;
      if (this.#readAgain) void this.refresh();
    });
    await this.#reading;
  }

  /** Lets go of what is at hand and shows the newest page. */
  async jumpToNewest(): Promise<void> {
    this.#following = true;
    const { feed } = this.state.get();
    if (feed?.hasNewer !== true) return;
    const page = await this.#page(undefined);
    this.#set({ feed: feedOf(page) });
  }

  async loadOlder(): Promise<void> {
    const { feed, older } = this.state.get();
    const oldest = feed?.messages[0];
    if (oldest === undefined || !feed?.hasOlder || older === "loading") return;
    this.#set({ older: "loading" });
    try {
      const page = await this.#page(cursorBefore(oldest));
      const now = this.state.get().feed;
      // Meanwhile the oldest may have been let go: then this page does not join on any more.
      const joins = now?.messages[0]?.id === oldest.id;
      this.#set({ older: "idle", ...(now !== undefined && joins ? { feed: withOlder(now, page) } : {}) });
    } catch {
      this.#set({ older: "failed" });
    }
  }

  receive(batch: LiveBatch): void {
    const mine = batch.messages.filter((message) => message.channelId === this.#channelId);
    if (mine.length > 0) this.#batch.add(mine, batch.skipped.includes(this.#channelId));
    this.revise(batch.revised.filter((message) => message.channelId === this.#channelId));
    if (batch.fresh) void this.refresh();
  }

  /** Messages that changed: those at hand are shown as they are now, where they stand. */
  revise(messages: readonly Message[]): void {
    if (messages.length === 0) return;
    const { feed } = this.state.get();
    if (feed === undefined) this.#earlyRevised = [...this.#earlyRevised, ...messages].slice(-mostFollowed);
    else {
      const revised = withRevisions(feed, messages);
      if (revised !== feed) this.#set({ feed: revised });
    }
  }

  /** On the screen again: what went wrong before is tried again. */
  wake(): void {
    if (this.#stale || this.state.get().feed === undefined) void this.refresh();
  }

  #append(messages: readonly Message[], gap: boolean): void {
    const { feed } = this.state.get();
    if (feed === undefined) this.#early = [...this.#early, ...messages].slice(-mostFollowed);
    else this.#set({ feed: withArrivals(feed, messages, { gap, following: this.#following }) });
  }

  async #readNewest(): Promise<void> {
    this.#stale = false;
    try {
      const page = await this.#page(undefined);
      const { feed } = this.state.get();
      const now = feed === undefined ? feedOf(page) : caughtUp(feed, page, this.#following);
      const early = this.#early.splice(0);
      const whole = withArrivals(now, early, { gap: false, following: this.#following });
      this.#set({ feed: withRevisions(whole, this.#earlyRevised.splice(0)), error: undefined });
    } catch (error) {
      this.#stale = true;
      this.#set({ error });
    }
  }

  async #page(cursor: string | undefined): Promise<Page> {
    return await this.#queryClient.fetchQuery({
      queryKey: ["messages", this.#channelId, cursor ?? "newest"],
      queryFn: async () => {
        const query = { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
        return await read(api.channels[":channelId"].messages.$get({ param: { channelId: this.#channelId }, query }));
      },
      staleTime: 0,
      gcTime: 0,
    });
  }

  #set(change: Partial<FeedState>): void {
    this.state.set({ ...this.state.get(), ...change });
  }
}

const sources = new Map<string, FeedSource>();
let owner: QueryClient | undefined;

onLive((batch) => {
  for (const source of sources.values()) source.receive(batch);
});

/** The feed of a channel; the same one as long as it is at hand. */
export function feedSource(queryClient: QueryClient, channelId: string): FeedSource {
  if (owner !== queryClient) forgetWithSession(queryClient);
  owner = queryClient;
  const source = sources.get(channelId) ?? new FeedSource(queryClient, channelId);
  sources.delete(channelId);
  sources.set(channelId, source);
  // The first in a Map is the one that was opened longest ago.
  for (const id of sources.keys()) if (sources.size > mostChannels) sources.delete(id);
  return source;
}

/** A message as the server just answered it, for its channel if that is at hand. */
export function noteRevision(message: Message): void {
  sources.get(message.channelId)?.revise([message]);
}

/** When the session ends, or somebody else signs in, nothing of what was read may stay. */
function forgetWithSession(queryClient: QueryClient): void {
  sources.clear();
  const session = hashKey(sessionQuery.queryKey);
  queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (type === "removed" && query.queryHash === session) sources.clear();
  });
}
