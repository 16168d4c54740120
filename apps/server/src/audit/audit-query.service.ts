import type { Sql } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { newId } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import type { AuditService, StoredRecord } from "./audit.service.ts";
import * as store from "./audit-query.store.ts";
import type { AuditKey, AuditSearch } from "./audit-search.rules.ts";

export type { AuditQuery } from "./audit-query.store.ts";

interface QueryJob {
  readonly tenantId: string;
  readonly id: string;
}

const queueName = "audit-query";
/** As long as Purview keeps a search. */
const keptDays = 30;

export type AuditQueryService = ReturnType<typeof auditQueryService>;

/**
 * Searches that are asked for now and read later (contracts.md C.3). What they find is bound when they are asked:
 * records written afterwards are not in them.
 * @param searchOf what a request means, as a search.
 */
export function auditQueryService(
  { database, jobs }: Pick<Platform, "database" | "jobs">,
  audit: Pick<AuditService, "search" | "count" | "newest">,
  searchOf: (tenantId: string, request: Readonly<Record<string, unknown>>) => Promise<AuditSearch>,
) {
  const { sql } = database;
  jobs.queue<QueryJob>({
    name: queueName,
    concurrency: 2,
    pollSeconds: 15,
    retries: 3,
    expireSeconds: 300,
    run: async ({ tenantId, id }) => {
      const query = await store.findQuery(sql, tenantId, id);
      if (query === undefined || query.status === "succeeded") return;
      await store.setQueryStatus(sql, tenantId, id, "running", null);
      const search = await searchOf(tenantId, query.request);
      const found = await audit.count(tenantId, { ...search, upToSequence: query.upToSequence });
      await store.setQueryStatus(sql, tenantId, id, "succeeded", found);
    },
  });

  async function find(tenantId: string, ownerId: string, id: string): Promise<store.AuditQuery> {
    const query = await store.findQuery(sql, tenantId, id);
    if (query === undefined || query.ownerId !== ownerId) throw new ParvisError("audit/query-not-found");
    return query;
  }

  return {
    find,

    /** Asks; the answer can be read when the status is `succeeded`. */
    async ask(
      tenantId: string,
      ownerId: string,
      request: Readonly<Record<string, unknown>>,
    ): Promise<store.AuditQuery> {
      const id = newId();
      const upToSequence = await audit.newest(tenantId);
      await store.insertQuery(sql, tenantId, { id, ownerId, request, upToSequence });
      await jobs.send<QueryJob>(undefined, queueName, [{ data: { tenantId, id } }]);
      jobs.wake(queueName);
      return await find(tenantId, ownerId, id);
    },

    async list(tenantId: string, ownerId: string, page: { limit: number; after: string | undefined }) {
      return await store.listQueries(sql, tenantId, ownerId, page);
    },

    /** A page of what a query found, newest first. @throws ParvisError audit/query-not-finished */
    async records(
      tenantId: string,
      query: store.AuditQuery,
      page: { limit: number; after: AuditKey | undefined },
    ): Promise<StoredRecord[]> {
      if (query.status !== "succeeded")
        throw new ParvisError("audit/query-not-finished", {
          detail: `The query is ${query.status}. Ask again shortly.`,
        });
      const search = await searchOf(tenantId, query.request);
      return await audit.search(tenantId, { ...search, upToSequence: query.upToSequence }, page);
    },

    async sweep(over: Sql = sql): Promise<void> {
      await store.deleteOldQueries(over, keptDays);
    },
  };
}
