import { createRoute } from "@hono/zod-openapi";
import { ParvisError } from "../platform/errors.ts";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { languageOf } from "../platform/http/language.ts";
import { jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor, pageQuery } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { iconAddress } from "./app.presenter.ts";
import { presentManaged } from "./managed-app.presenter.ts";
import { writeSort } from "./managed-app.rules.ts";
import * as schema from "./managed-app.schema.ts";
import type { ManagedAppService } from "./managed-app.service.ts";
import { type CatalogNames, nameIn } from "./names.ts";

const tags = ["Manage apps"];
const guards = [signedIn(), administrator()];

const list = createRoute({
  method: "get",
  path: "/managed-apps",
  tags,
  summary: "All apps of the organisation, as administrators manage them",
  middleware: guards,
  request: { query: schema.managedQuery },
  responses: { 200: jsonResponse("A page", schema.managedApps), ...problems(400, 401, 403) },
});

const counts = createRoute({
  method: "get",
  path: "/managed-apps/counts",
  tags,
  summary: "How many apps there are, blocked, waiting for approval, and asked for",
  middleware: guards,
  responses: { 200: jsonResponse("The counts", schema.managedCounts), ...problems(401, 403) },
});

const show = createRoute({
  method: "get",
  path: "/managed-apps/{appId}",
  tags,
  summary: "One app as the list shows it",
  middleware: guards,
  request: { params: schema.appPath },
  responses: { 200: jsonResponse("The app", schema.managedApp), ...problems(401, 403, 404) },
});

const definitions = createRoute({
  method: "get",
  path: "/apps/{appId}/definitions",
  tags,
  summary: "All versions of an app, newest first, also those that were rejected or wait for approval",
  middleware: guards,
  request: { params: schema.appPath, query: pageQuery },
  responses: { 200: jsonResponse("A page", schema.versions), ...problems(401, 403, 404) },
});

const download = createRoute({
  method: "get",
  path: "/apps/{appId}/definitions/{definitionId}/package",
  tags,
  summary: "The package of a version, as it was uploaded",
  middleware: guards,
  request: { params: schema.definitionPath },
  responses: { 200: { description: "The package" }, ...problems(401, 403, 404) },
});

const compare = createRoute({
  method: "get",
  path: "/apps/{appId}/comparison",
  tags,
  summary: "What differs between two versions, and whether going on needs a fresh consent",
  middleware: guards,
  request: { params: schema.appPath, query: schema.comparisonQuery },
  responses: { 200: jsonResponse("The comparison", schema.comparison), ...problems(400, 401, 403, 404) },
});

const history = createRoute({
  method: "get",
  path: "/apps/{appId}/history",
  tags,
  summary: "What changed about an app, newest first",
  middleware: guards,
  request: { params: schema.appPath, query: pageQuery },
  responses: { 200: jsonResponse("A page", schema.appHistory), ...problems(401, 403, 404) },
});

export function managedAppRoutes(managed: ManagedAppService, names: CatalogNames) {
  const iso = (date: Date | null) => date?.toISOString() ?? null;

  return createRouter()
    .openapi(list, async (c) => {
      const { cursor, sort, ...query } = c.req.valid("query");
      const order = writeSort(sort);
      const [sortedBy, ...after] = decodeCursor(cursor, sort.length + 2) ?? [order];
      if (sortedBy !== order)
        throw new ParvisError("request/invalid", {
          detail: "cursor: of a list in another order. Start again without it.",
        });
      const page = { ...query, sort, after: cursor === undefined ? undefined : after };
      const rows = await managed.list(c.var.identity.tenantId, page);
      const { items, nextCursor } = cutPage(rows, query.limit, (row) => [order, ...row.sortKeys, row.id]);
      return c.json({ items: items.map(presentManaged), nextCursor }, 200);
    })
    .openapi(counts, async (c) => c.json(await managed.count(c.var.identity.tenantId), 200))
    .openapi(show, async (c) => {
      const { tenantId } = c.var.identity;
      return c.json(presentManaged(await managed.get(tenantId, c.req.valid("param").appId)), 200);
    })
    .openapi(definitions, async (c) => {
      const { tenantId } = c.var.identity;
      const { limit, cursor } = c.req.valid("query");
      const { appId } = c.req.valid("param");
      const rows = await managed.versions(tenantId, appId, { limit, after: decodeCursor(cursor, 1) });
      // Every app has a version: a first page without one is of no app.
      if (rows.length === 0 && cursor === undefined) throw new ParvisError("app/not-found");
      const page = cutPage(rows, limit, (row) => [row.id]);
      const known = await names.people(
        tenantId,
        page.items.flatMap((row) => [row.createdBy, row.decidedBy]),
      );
      const items = page.items.map(({ colorIcon, ...row }) => ({
        ...row,
        icon: iconAddress(colorIcon),
        createdBy: nameIn(known, row.createdBy),
        createdAt: row.createdAt.toISOString(),
        publishedAt: iso(row.publishedAt),
        decidedBy: nameIn(known, row.decidedBy),
        decidedAt: iso(row.decidedAt),
      }));
      return c.json({ items, nextCursor: page.nextCursor }, 200);
    })
    .openapi(download, async (c) => {
      const { appId, definitionId } = c.req.valid("param");
      const { bytes, version } = await managed.packageOf(c.var.identity.tenantId, appId, definitionId);
      return c.body(new Uint8Array(bytes), 200, {
        "Content-Type": "application/zip",
        "Content-Disposition": `attachment; filename="${appId}-${version.replace(/[^\w.-]/g, "_")}.zip"`,
        "X-Content-Type-Options": "nosniff",
      });
    })
    .openapi(compare, async (c) => {
      const { from, to, versionOk, changes, consent } = await managed.compare(
        c.var.identity.tenantId,
        c.req.valid("param").appId,
        c.req.valid("query"),
        languageOf(c.req),
      );
      // What was absent has no member: JSON knows no undefined.
      const plain = changes.map(({ before, after, ...change }) => ({
        ...change,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      }));
      return c.json({ from, to, versionOk, changes: plain, consent }, 200);
    })
    .openapi(history, async (c) => {
      const { tenantId } = c.var.identity;
      const { limit, cursor } = c.req.valid("query");
      const { appId } = c.req.valid("param");
      await managed.get(tenantId, appId);
      const [position] = decodeCursor(cursor, 1) ?? [];
      const before = position === undefined ? undefined : Number(position);
      if (before !== undefined && !Number.isSafeInteger(before))
        throw new ParvisError("request/invalid", { detail: "cursor: not one of ours." });
      const rows = await managed.history(tenantId, appId, { limit, before });
      const page = cutPage(rows, limit, (row) => [String(row.position)]);
      const [people, teams] = await Promise.all([
        names.people(
          tenantId,
          page.items.map((row) => row.actorId),
        ),
        names.teams(
          tenantId,
          page.items.map((row) => row.teamId),
        ),
      ]);
      const items = page.items.map(({ position, occurredAt, operation, actorKind, actorId, teamId, detail }) => ({
        position,
        occurredAt: occurredAt.toISOString(),
        operation,
        actor: { kind: actorKind, id: actorId, displayName: nameIn(people, actorId)?.displayName ?? null },
        team: nameIn(teams, teamId),
        detail: detail ?? {},
      }));
      return c.json({ items, nextCursor: page.nextCursor }, 200);
    });
}
