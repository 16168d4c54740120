import { ParvisError } from "../platform/errors.ts";
import { command } from "../platform/events/command.ts";
import type { Origin } from "../platform/events/event-log.ts";
import { newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import * as store from "./audit.store.ts";
import { type ChainFault, chainStart, followChain } from "./audit-chain.rules.ts";
import * as saved from "./audit-saved-search.store.ts";
import type { AuditFilter, AuditKey, AuditSearch } from "./audit-search.rules.ts";
import { tsqueriesOf } from "./audit-words.rules.ts";

export type { StoredRecord } from "./audit.store.ts";

/** How far checking the chain has come, and at the end what came of it. */
export type VerificationStep =
  | { readonly kind: "progress"; readonly checked: number; readonly of: number }
  | { readonly kind: "intact"; readonly checked: number; readonly days: number; readonly head: string }
  | {
      readonly kind: "broken";
      readonly checked: number;
      readonly fault: ChainFault | { kind: "day" | "head"; sequence: number };
    };

const exportPage = 1_000;
const verifyPage = 2_000;
const mostSavedSearches = 100;
export const mostCounted = 10_000;

export type AuditService = ReturnType<typeof auditService>;

/** Searching, exporting and checking the audit log. */
export function auditService({ database }: Pick<Platform, "database">) {
  const { sql } = database;

  /** A search as the store takes it; undefined when it can find nothing. */
  function filterOf({ text, ...search }: AuditSearch): AuditFilter | undefined {
    if (text === undefined || text.trim() === "") return search;
    const words = tsqueriesOf(text);
    return words.length === 0 ? undefined : { ...search, words };
  }

  /** Number of the newest record: what a search that must not change later is bound to. */
  async function newest(tenantId: string): Promise<number> {
    return (await store.findStream(sql, tenantId))?.sequence ?? 0;
  }

  async function* pagesOf(
    tenantId: string,
    filter: AuditFilter | undefined,
  ): AsyncGenerator<readonly store.StoredRecord[]> {
    if (filter === undefined) return;
    for (let after: AuditKey | undefined; ; ) {
      const rows = await store.searchRecords(sql, tenantId, filter, { limit: exportPage, after });
      const page = rows.slice(0, exportPage);
      if (page.length > 0) yield page;
      if (rows.length <= exportPage) return;
      after = page.at(-1);
    }
  }

  return {
    /** A page, newest first; one more than the limit tells that there is another. */
    async search(
      tenantId: string,
      search: AuditSearch,
      page: { limit: number; after: AuditKey | undefined; oldestFirst?: boolean },
    ): Promise<store.StoredRecord[]> {
      const filter = filterOf(search);
      return filter === undefined ? [] : await store.searchRecords(sql, tenantId, filter, page);
    },

    /** How many a search finds; stops counting at `mostCounted`. */
    async count(tenantId: string, search: AuditSearch): Promise<number> {
      const filter = filterOf(search);
      return filter === undefined ? 0 : await store.countRecords(sql, tenantId, filter, mostCounted);
    },

    newest,

    /**
     * Everything a search finds that is recorded when this is called, newest first, page by page as it is taken: what is
     * recorded later is left out, the trace of the export itself among it.
     */
    async export(tenantId: string, search: AuditSearch): Promise<AsyncGenerator<readonly store.StoredRecord[]>> {
      const filter = filterOf(search);
      return pagesOf(tenantId, filter && { ...filter, upToSequence: await newest(tenantId) });
    },

    /** Follows the chain of hashes from the first record to the newest, days included, and says where it breaks. */
    async *verify(tenantId: string): AsyncGenerator<VerificationStep> {
      const stream = await store.findStream(sql, tenantId);
      let at: { sequence: number; hash: Uint8Array } = { sequence: 0, hash: chainStart(tenantId) };
      const end = stream?.sequence ?? 0;
      let days = 0;
      let [day] = await store.listDays(sql, tenantId, { newestFirst: false, limit: 1 });
      while (at.sequence < end) {
        // To the end of a day, or of a page: the day's own hash is compared where it ends.
        const upTo = Math.min(end, day?.lastSequence ?? end);
        const records = await store.listChain(sql, tenantId, { after: at.sequence, upTo, limit: verifyPage });
        const followed =
          records.length === 0 ? ({ kind: "missing", sequence: at.sequence + 1 } as const) : followChain(at, records);
        if ("kind" in followed) {
          yield { kind: "broken", checked: at.sequence, fault: followed };
          return;
        }
        at = followed;
        if (day !== undefined && at.sequence === day.lastSequence) {
          if (!day.hash.equals(at.hash)) {
            yield { kind: "broken", checked: at.sequence, fault: { kind: "day", sequence: at.sequence } };
            return;
          }
          days++;
          [day] = await store.listDays(sql, tenantId, { newestFirst: false, limit: 1, after: day.day });
        }
        yield { kind: "progress", checked: at.sequence, of: end };
      }
      if (stream !== undefined && !stream.head.equals(at.hash)) {
        yield { kind: "broken", checked: at.sequence, fault: { kind: "head", sequence: at.sequence } };
        return;
      }
      yield { kind: "intact", checked: at.sequence, days, head: Buffer.from(at.hash).toString("hex") };
    },

    /** Closed days with their hashes, newest first; one more than the limit tells that there is another page. */
    async days(tenantId: string, page: { limit: number; after?: string }): Promise<store.Day[]> {
      return await store.listDays(sql, tenantId, { newestFirst: true, ...page, limit: page.limit + 1 });
    },

    /** Leaves a trace of who took the log away. */
    async recordExport(origin: Origin, detail: Readonly<Record<string, unknown>>): Promise<void> {
      await command(database, origin, async () => ({
        event: { operation: "Parvis.AuditExported", detail },
        result: undefined,
      }));
    },

    /** One's own searches, by name. */
    async savedSearches(tenantId: string, personId: string): Promise<saved.SavedSearch[]> {
      return await saved.listSavedSearches(sql, tenantId, personId, mostSavedSearches);
    },

    /** @throws ParvisError audit/too-many-searches */
    async saveSearch(
      tenantId: string,
      personId: string,
      search: { name: string; filter: Readonly<Record<string, unknown>> },
    ): Promise<saved.SavedSearch> {
      if ((await saved.listSavedSearches(sql, tenantId, personId, mostSavedSearches)).length >= mostSavedSearches) {
        throw new ParvisError("audit/too-many-searches", {
          detail: `You keep ${mostSavedSearches} searches already. Delete one you no longer need.`,
        });
      }
      const kept = { id: newId(), name: search.name.trim(), filter: search.filter };
      await saved.insertSavedSearch(sql, tenantId, personId, kept);
      return kept;
    },

    /** @throws ParvisError audit/search-not-found */
    async deleteSearch(tenantId: string, personId: string, searchId: string): Promise<void> {
      if (!(await saved.deleteSavedSearch(sql, tenantId, personId, searchId)))
        throw new ParvisError("audit/search-not-found");
    },
  };
}
