import { createRoute, z } from "@hono/zod-openapi";
import type { PersonService } from "../directory/index.ts";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor, pageQuery } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { isId } from "../platform/identifiers.ts";
import { originOf } from "../platform/identity.ts";
import * as schema from "./audit.schema.ts";
import { type AuditService, mostCounted } from "./audit.service.ts";
import { asCsv, asJson } from "./audit-export.ts";
import type { AuditSearch } from "./audit-search.rules.ts";

const tags = ["Audit"];
const guards = [signedIn(), administrator()];

const search = createRoute({
  method: "get",
  path: "/audit",
  tags,
  summary: "Search the audit log, newest first",
  middleware: guards,
  request: { query: schema.searchQuery },
  responses: { 200: jsonResponse("A page", schema.auditPage), ...problems(400, 401, 403) },
});

const count = createRoute({
  method: "get",
  path: "/audit/count",
  tags,
  summary: `How many records a search finds; counts to ${mostCounted}`,
  middleware: guards,
  request: { query: schema.auditFilter },
  responses: { 200: jsonResponse("The count", schema.auditCount), ...problems(400, 401, 403) },
});

const download = createRoute({
  method: "get",
  path: "/audit/export",
  tags,
  summary: "Everything a search finds, as a file that streams",
  description: "Newest first. What is recorded while it streams is left out. The export itself is recorded.",
  middleware: guards,
  request: { query: schema.exportQuery },
  responses: {
    200: {
      description: "The file",
      content: { "text/csv": { schema: z.string() }, "application/json": { schema: z.array(z.looseObject({})) } },
    },
    ...problems(400, 401, 403),
  },
});

const verify = createRoute({
  method: "get",
  path: "/audit/verification",
  tags,
  summary: "Check the chain of hashes",
  description:
    "Server-Sent Events: `progress` while it checks, then `intact` with the newest hash, or `broken` with the first " +
    "record that is missing or changed.",
  middleware: guards,
  responses: {
    200: { description: "The steps", content: { "text/event-stream": { schema: z.string() } } },
    ...problems(401, 403),
  },
});

const days = createRoute({
  method: "get",
  path: "/audit/days",
  tags,
  summary: "Closed days of the log with their hashes, newest first",
  middleware: guards,
  request: { query: pageQuery },
  responses: { 200: jsonResponse("A page", schema.auditDays), ...problems(401, 403) },
});

const listSearches = createRoute({
  method: "get",
  path: "/audit/searches",
  tags,
  summary: "One's own saved searches",
  middleware: guards,
  responses: { 200: jsonResponse("The searches", schema.savedSearches), ...problems(401, 403) },
});

const saveSearch = createRoute({
  method: "post",
  path: "/audit/searches",
  tags,
  summary: "Save a search",
  middleware: guards,
  request: jsonBody(schema.newSavedSearch),
  responses: { 201: jsonResponse("Saved", schema.savedSearch), ...problems(400, 401, 403, 409) },
});

const deleteSearch = createRoute({
  method: "delete",
  path: "/audit/searches/{searchId}",
  tags,
  summary: "Delete a saved search",
  middleware: guards,
  request: { params: schema.savedSearchPath },
  responses: { 204: { description: "Deleted" }, ...problems(401, 403, 404) },
});

/** Bytes as they are asked for: a slow reader holds up the search, never the memory. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      pull: async (controller) => {
        const next = await parts.next();
        if (next.done === true) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      },
      cancel: async () => void (await parts.return(undefined)),
    },
    { highWaterMark: 1 },
  );
}

async function* events(values: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const value of values) yield `data: ${JSON.stringify(value)}\n\n`;
}

export function auditRoutes(audit: AuditService, people: Pick<PersonService, "findByUpn">) {
  async function searchOf(
    tenantId: string,
    { from, to, operation, person, team, app, text }: z.infer<typeof schema.auditFilter>,
  ): Promise<AuditSearch> {
    const personId = person === undefined || isId(person) ? person : (await people.findByUpn(tenantId, person))?.id;
    return {
      from: from === undefined ? undefined : new Date(from),
      to: to === undefined ? undefined : new Date(to),
      operations: operation,
      personIds: person === undefined ? undefined : personId === undefined ? [] : [personId],
      teamId: team,
      appId: app,
      text,
    };
  }

  return createRouter()
    .openapi(search, async (c) => {
      const { tenantId } = c.var.identity;
      const { limit, cursor, ...filter } = c.req.valid("query");
      const key = decodeCursor(cursor, 2);
      const after = key === undefined ? undefined : { moment: key[0] ?? "", sequence: Number(key[1]) };
      const rows = await audit.search(tenantId, await searchOf(tenantId, filter), { limit, after });
      const page = cutPage(rows, limit, (row) => [row.moment, String(row.sequence)]);
      const items = page.items.map(({ sequence, moment, record }) => ({
        sequence,
        occurredAt: moment,
        record: JSON.parse(record) as z.infer<typeof schema.auditRecord>["record"],
      }));
      return c.json({ ...page, items }, 200);
    })
    .openapi(count, async (c) => {
      const { tenantId } = c.var.identity;
      const found = await audit.count(tenantId, await searchOf(tenantId, c.req.valid("query")));
      return c.json({ count: found, more: found === mostCounted }, 200);
    })
    .openapi(download, async (c) => {
      const { tenantId } = c.var.identity;
      const { format, ...filter } = c.req.valid("query");
      const wanted = await searchOf(tenantId, filter);
      const pages = await audit.export(tenantId, wanted);
      await audit.recordExport(originOf(c.var.identity, c.var.requestId), { format, ...filter });
      const day = new Date().toISOString().slice(0, 10);
      return c.body(streamOf(format === "csv" ? asCsv(pages) : asJson(pages)), 200, {
        "Content-Type": format === "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8",
        "Content-Disposition": `attachment; filename="audit-${day}.${format}"`,
      });
    })
    .openapi(verify, (c) =>
      c.body(streamOf(events(audit.verify(c.var.identity.tenantId))), 200, {
        "Content-Type": "text/event-stream",
      }),
    )
    .openapi(days, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const after = decodeCursor(cursor, 1)?.[0];
      const rows = await audit.days(c.var.identity.tenantId, { limit, ...(after === undefined ? {} : { after }) });
      const page = cutPage(rows, limit, (row) => [row.day]);
      return c.json({ ...page, items: page.items.map((row) => ({ ...row, hash: row.hash.toString("hex") })) }, 200);
    })
    .openapi(listSearches, async (c) => {
      const { tenantId, personId } = c.var.identity;
      const items = await audit.savedSearches(tenantId, personId);
      return c.json({ items: items.map((item) => ({ ...item, filter: { ...item.filter } })) }, 200);
    })
    .openapi(saveSearch, async (c) => {
      const { tenantId, personId } = c.var.identity;
      const kept = await audit.saveSearch(tenantId, personId, c.req.valid("json"));
      return c.json({ ...kept, filter: { ...kept.filter } }, 201);
    })
    .openapi(deleteSearch, async (c) => {
      const { tenantId, personId } = c.var.identity;
      await audit.deleteSearch(tenantId, personId, c.req.valid("param").searchId);
      return c.body(null, 204);
    });
}
