import { type Context, Hono } from "hono";
import { z } from "zod";
import type { AuditQuery, AuditQueryService } from "../../audit/index.ts";
import { ParvisError } from "../../platform/errors.ts";
import { bearer } from "../../platform/http/bearer.ts";
import { decodeCursor, encodeCursor } from "../../platform/http/page.ts";
import type { RequestEnvironment } from "../../platform/http/router.ts";
import { isId } from "../../platform/identifiers.ts";
import { askedUrl, collection, readPage } from "./graph-router.ts";
import { resources } from "./resources.ts";

/** No scope of Graph's is for Teams alone (contracts.md C.3). */
const permission = ["AuditLogsQuery.Read.All"];
const guard = bearer({
  audience: resources.graph,
  application: permission,
  delegated: permission,
  administrator: true,
});
const mostRecords = 150;
const mostQueries = 50;

const names = z.array(z.string().max(320)).max(100).nullish();
/** Fields of `auditLogQuery`; both spellings of the service filter (contracts.md H 5). What is null is not asked for. */
const newQuery = z.object({
  displayName: z.string().max(200).nullish(),
  filterStartDateTime: z.iso.datetime({ offset: true }).nullish(),
  filterEndDateTime: z.iso.datetime({ offset: true }).nullish(),
  recordTypeFilters: names,
  keywordFilter: z.string().max(500).nullish(),
  serviceFilter: z.string().max(100).nullish(),
  serviceFilters: names,
  operationFilters: names,
  userPrincipalNameFilters: names,
  ipAddressFilters: names,
  objectIdFilters: names,
  administrativeUnitIdFilters: names,
});

const recordTypes: Readonly<Record<number, string>> = { 25: "microsoftTeams", 57: "microsoftTeamsAdmin" };
const userTypes = ["regular", "reserved", "admin", "dcAdmin", "system", "application", "servicePrincipal"] as const;

function presentQuery({ id, request, status, found }: AuditQuery) {
  const none = {
    displayName: null,
    filterStartDateTime: null,
    filterEndDateTime: null,
    recordTypeFilters: [],
    keywordFilter: null,
    serviceFilter: null,
    serviceFilters: [],
    operationFilters: [],
    userPrincipalNameFilters: [],
    ipAddressFilters: [],
    objectIdFilters: [],
    administrativeUnitIdFilters: [],
  };
  return { id, ...none, ...request, status, approximateReturnedRecordCount: found };
}

function presentRecord(record: Record<string, unknown>) {
  return {
    "@odata.type": "#microsoft.graph.security.auditLogRecord",
    id: record.Id,
    createdDateTime: `${String(record.CreationTime)}Z`,
    auditLogRecordType: recordTypes[Number(record.RecordType)] ?? "unknownFutureValue",
    operation: record.Operation,
    organizationId: record.OrganizationId,
    userType: userTypes[Number(record.UserType)] ?? "unknownFutureValue",
    userId: record.UserKey,
    service: record.Workload,
    objectId: record.ObjectId ?? null,
    userPrincipalName: record.UserId,
    clientIp: record.ClientIP ?? null,
    administrativeUnits: [],
    auditData: record,
  };
}

/** Whoever asks sees their own queries: the person, or the application when it acts by itself. */
function ownerOf({ person, application }: RequestEnvironment["Variables"]["bearer"]): string {
  return person?.personId ?? application.clientId;
}

type C = Context<RequestEnvironment>;

/** `/security/auditLog/queries` (contracts.md C.3): ask, wait for `succeeded`, read the records page by page. */
export function auditQueryRoutes(queries: AuditQueryService, publicUrl: () => string): Hono<RequestEnvironment> {
  async function find(c: C): Promise<AuditQuery> {
    const id = c.req.param("id") ?? "";
    if (!isId(id)) throw new ParvisError("audit/query-not-found");
    return await queries.find(c.var.bearer.tenantId, ownerOf(c.var.bearer), id);
  }
  const context = "security/auditLog/queries";

  return new Hono<RequestEnvironment>()
    .post("/security/auditLog/queries", guard, async (c) => {
      const body = newQuery.safeParse(await c.req.json().catch(() => undefined));
      if (!body.success)
        throw new ParvisError("request/invalid", {
          detail: body.error.issues.map(({ path, message }) => `${path.join(".") || "body"}: ${message}`).join("; "),
        });
      const given = Object.fromEntries(
        Object.entries(body.data).filter(([, value]) => value !== null && value !== undefined),
      );
      const query = await queries.ask(c.var.bearer.tenantId, ownerOf(c.var.bearer), given);
      const asked = new URL(askedUrl(c, publicUrl()));
      return c.json(
        {
          "@odata.context": `${asked.origin}/${asked.pathname.split("/")[1]}/$metadata#${context}/$entity`,
          ...presentQuery(query),
        },
        201,
        { Location: `${asked.origin}${asked.pathname}/${query.id}` },
      );
    })
    .get("/security/auditLog/queries", guard, async (c) => {
      const { limit, token } = readPage((name) => c.req.query(name), mostQueries);
      const after = decodeCursor(token, 1)?.[0];
      const rows = await queries.list(c.var.bearer.tenantId, ownerOf(c.var.bearer), { limit, after });
      const page = rows.slice(0, limit);
      const next = rows.length > limit ? encodeCursor([page.at(-1)?.id ?? ""]) : undefined;
      return c.json(collection(askedUrl(c, publicUrl()), context, page.map(presentQuery), next));
    })
    .get("/security/auditLog/queries/:id", guard, async (c) => {
      const asked = new URL(askedUrl(c, publicUrl()));
      const root = `${asked.origin}/${asked.pathname.split("/")[1]}`;
      return c.json({ "@odata.context": `${root}/$metadata#${context}/$entity`, ...presentQuery(await find(c)) });
    })
    .get("/security/auditLog/queries/:id/records", guard, async (c) => {
      const query = await find(c);
      const { limit, token } = readPage((name) => c.req.query(name), mostRecords);
      const key = decodeCursor(token, 2);
      const after = key === undefined ? undefined : { moment: key[0] ?? "", sequence: Number(key[1]) };
      const rows = await queries.records(c.var.bearer.tenantId, query, { limit, after });
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const next =
        rows.length > limit && last !== undefined ? encodeCursor([last.moment, String(last.sequence)]) : undefined;
      const value = page.map(({ record }) => presentRecord(JSON.parse(record) as Record<string, unknown>));
      return c.json(collection(askedUrl(c, publicUrl()), `${context}('${query.id}')/records`, value, next));
    });
}
