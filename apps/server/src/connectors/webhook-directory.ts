import type { Database } from "../platform/database/database.ts";
import type { EventFeed } from "../platform/events/event-feed.ts";
import { findWebhook, type WebhookTarget } from "./connector.store.ts";

/** A tenant's webhooks that were posted to lately. */
type Shelf = Map<string, WebhookTarget>;

const mostPerTenant = 10_000;
/** A change that was announced here and never committed: memory is used again after this long. */
const longestSuspensionMilliseconds = 5_000;

/**
 * Where webhooks lead, remembered between posts. A tenant's memory is dropped by any event that may change it, on
 * every node; while announcements cannot arrive, nothing is remembered. Unknown keys are never kept, so guessing
 * cannot fill it.
 */
export class WebhookDirectory {
  readonly #database: Database;
  readonly #feed: EventFeed;
  readonly #shelves = new Map<string, Shelf>();
  readonly #suspended = new Map<string, number>();
  readonly #unsubscribe: () => void;

  constructor(database: Database, feed: EventFeed) {
    this.#database = database;
    this.#feed = feed;
    this.#unsubscribe = feed.subscribe((tenantId, operation) => {
      if (tenantId === undefined) this.#shelves.clear();
      else if (operation !== "Parvis.MessagePosted") {
        this.#shelves.delete(tenantId);
        this.#suspended.delete(tenantId);
      }
    });
  }

  close(): void {
    this.#unsubscribe();
  }

  /**
   * Called inside a transaction that changes a tenant's webhooks: from now until its event arrives, the database is
   * asked every time, so that on this node the change holds from its commit on.
   */
  suspend(tenantId: string): void {
    this.#shelves.delete(tenantId);
    this.#suspended.set(tenantId, Date.now() + longestSuspensionMilliseconds);
  }

  async find(tenantId: string, key: string): Promise<WebhookTarget | undefined> {
    if (!this.#feed.listening || (this.#suspended.get(tenantId) ?? 0) > Date.now()) {
      return await findWebhook(this.#database.sql, tenantId, key);
    }
    const known = this.#shelves.get(tenantId)?.get(key);
    if (known !== undefined) return known;
    const shelf: Shelf = this.#shelves.get(tenantId) ?? new Map();
    this.#shelves.set(tenantId, shelf);
    const found = await findWebhook(this.#database.sql, tenantId, key);
    // An event that came while we asked has dropped this shelf: what we read may be older than it.
    if (found !== undefined && this.#shelves.get(tenantId) === shelf && shelf.size < mostPerTenant)
      shelf.set(key, found);
    return found;
  }
}
