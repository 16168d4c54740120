import type { TeamService } from "../directory/index.ts";
import type { Database } from "../platform/database/database.ts";
import type { EventFeed } from "../platform/events/event-feed.ts";
import { type EventRecord, newestPosition, readEvents } from "../platform/events/event-log.ts";
import { type Identity, isAdministrator } from "../platform/identity.ts";
import type { Platform } from "../platform/platform.ts";
import { changesIdentity, changesMembership, type Listener, mayHear } from "./live.rules.ts";
import { presentMessage } from "./message.presenter.ts";
import { cardPressed, findMessages, messagePosted } from "./message.store.ts";

/** One event, ready to be sent to whoever may hear it: encoded once, however many listen. */
interface LiveItem {
  readonly event: EventRecord;
  readonly isMessage: boolean;
  readonly frame: Buffer;
}

const pageSize = 200;
/** What a node keeps of a tenant's newest events; readers behind that read from the database. */
const mostItems = 2_000;
const mostBytes = 16 * 1_048_576;
/** A browser this far behind is told to fetch anew instead of being sent everything. */
const farthestBehind = 5_000;
const heartbeatMilliseconds = 20_000;

/** Server-Sent Events (WHATWG HTML section 9.2): the position is the event's id, so a browser sends it back by itself. */
function frame(position: number, event: string, data: unknown): Buffer {
  return Buffer.from(`id: ${position}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** Events that are about a message, and what the stream calls them: a new one, and one that changed. */
const frameNames = new Map([
  [messagePosted, "message"],
  [cardPressed, "revision"],
]);

async function itemsAfter(
  database: Database,
  iconAddress: (sha256: Uint8Array) => string,
  tenantId: string,
  after: number,
): Promise<LiveItem[]> {
  const events = await readEvents(database.sql, tenantId, after, pageSize);
  const keys = events.flatMap(({ operation, channelId, subjectId }) =>
    frameNames.has(operation) && channelId !== undefined && subjectId !== undefined
      ? [{ channelId, id: subjectId }]
      : [],
  );
  const messages = new Map((await findMessages(database.sql, tenantId, keys)).map((message) => [message.id, message]));
  return events.map((event) => {
    const { position, operation, teamId, channelId, appId, subjectId } = event;
    const name = frameNames.get(operation);
    const message = name === undefined ? undefined : messages.get(subjectId ?? "");
    const sent =
      name === undefined || message === undefined
        ? frame(position, "change", { operation, teamId, channelId, appId, subjectId })
        : frame(position, name, { teamId, ...presentMessage(message, iconAddress) });
    return { event, isMessage: name !== undefined, frame: sent };
  });
}

/** The newest events of one tenant on this node. Readers pull from it at their own pace, so a slow one holds nobody up. */
class TenantStream {
  readonly #load: (after: number) => Promise<LiveItem[]>;
  readonly #waiting = new Set<() => void>();
  #items: LiveItem[] = [];
  #bytes = 0;
  #head: number;
  #loading = false;
  #again = false;
  readers = 0;

  constructor(head: number, load: (after: number) => Promise<LiveItem[]>) {
    this.#head = head;
    this.#load = load;
  }

  /** The log grew: reads on, once at a time. */
  async grow(): Promise<void> {
    this.#again = true;
    if (this.#loading) return;
    this.#loading = true;
    try {
      while (this.#again) {
        this.#again = false;
        for (let items = await this.#load(this.#head); items.length > 0; items = await this.#load(this.#head))
          this.#keep(items);
      }
    } catch {
      // The database is away. The feed wakes everybody when it is back, and readers go on from their position.
    } finally {
      this.#loading = false;
    }
  }

  #keep(items: readonly LiveItem[]): void {
    this.#items.push(...items);
    this.#head = items.at(-1)?.event.position ?? this.#head;
    this.#bytes += items.reduce((sum, item) => sum + item.frame.length, 0);
    let dropped = 0;
    while (this.#items.length - dropped > mostItems || this.#bytes > mostBytes)
      this.#bytes -= this.#items[dropped++]?.frame.length ?? 0;
    if (dropped > 0) this.#items = this.#items.slice(dropped);
    for (const wake of this.#waiting) wake();
  }

  /** Items after a position: from memory, or from the database for a reader that fell behind. Empty at the head. */
  async after(position: number): Promise<readonly LiveItem[]> {
    if (position >= this.#head) return [];
    const first = this.#items[0]?.event.position ?? Number.POSITIVE_INFINITY;
    if (position < first - 1) return await this.#load(position);
    return this.#items.slice(position - first + 1, position - first + 1 + pageSize);
  }

  /** Resolves when there is more, after `milliseconds`, or when aborted. */
  async more(milliseconds: number, signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.#waiting.add(done);
      signal.addEventListener("abort", done);
      if (signal.aborted) done();
    });
  }
}

export type LiveService = ReturnType<typeof liveService>;

/** What happens, as it happens, to everybody who may know. */
export function liveService(
  { database, feed, metrics }: Pick<Platform, "database" | "metrics"> & { feed: Pick<EventFeed, "subscribe"> },
  teams: Pick<TeamService, "teamIdsOf">,
  iconAddress: (sha256: Uint8Array) => string,
) {
  const streams = new Map<string, TenantStream>();
  const closing = new AbortController();
  const unsubscribe = feed.subscribe((tenantId) => {
    for (const [id, stream] of streams) if (tenantId === undefined || tenantId === id) void stream.grow();
  });

  /** The tenant's stream, counted as used at once, so that nobody drops it meanwhile. */
  async function acquire(tenantId: string): Promise<TenantStream> {
    const head = streams.has(tenantId) ? 0 : await newestPosition(database.sql, tenantId);
    const stream =
      streams.get(tenantId) ??
      new TenantStream(head, async (after) => await itemsAfter(database, iconAddress, tenantId, after));
    streams.set(tenantId, stream);
    stream.readers++;
    metrics.liveReaders.inc();
    // An event since the line above was announced before this stream listened.
    void stream.grow();
    return stream;
  }

  function release(tenantId: string, stream: TenantStream): void {
    metrics.liveReaders.dec();
    if (--stream.readers === 0 && streams.get(tenantId) === stream) streams.delete(tenantId);
  }

  return {
    /**
     * Frames for one browser, from where it stopped.
     * @param lastEventId what the browser heard last; undefined for a fresh page, which is told where "now" is.
     * @param stillSignedIn asked with every heartbeat; the stream ends when it says no.
     */
    async *read(
      identity: Identity,
      lastEventId: number | undefined,
      stillSignedIn: () => Promise<boolean>,
      signal: AbortSignal,
    ): AsyncGenerator<Buffer> {
      const { tenantId, personId } = identity;
      const either = AbortSignal.any([signal, closing.signal]);
      const listenerNow = async (): Promise<Listener> => ({
        personId,
        administrator: isAdministrator(identity),
        teamIds: new Set(await teams.teamIdsOf(tenantId, personId)),
      });
      const stream = await acquire(tenantId);
      try {
        let listener = await listenerNow();
        const newest = await newestPosition(database.sql, tenantId);
        const resumes = lastEventId !== undefined && lastEventId <= newest && newest - lastEventId <= farthestBehind;
        let position = resumes ? lastEventId : newest;
        yield frame(position, resumes ? "resumed" : "hello", {});
        while (!either.aborted) {
          const items = await stream.after(position);
          const frames: Buffer[] = [];
          let stranger = false;
          for (const { event, isMessage, frame: sent } of items) {
            if (changesMembership(event)) listener = await listenerNow();
            if (mayHear(listener, event, isMessage)) frames.push(sent);
            stranger ||= changesIdentity(listener, event);
            position = event.position;
          }
          if (frames.length > 0) yield Buffer.concat(frames);
          // The browser comes back by itself, as who the person is by then; or is refused.
          if (stranger) return;
          if (items.length > 0) continue;
          const waited = performance.now();
          await stream.more(heartbeatMilliseconds, either);
          if (performance.now() - waited >= heartbeatMilliseconds - 50) {
            if (!(await stillSignedIn())) return;
            yield Buffer.from(": still here\n\n");
          }
        }
      } finally {
        release(tenantId, stream);
      }
    },

    /** Ends every stream, so that a server that stops does not wait for browsers. */
    close(): void {
      unsubscribe();
      closing.abort();
    },
  };
}
