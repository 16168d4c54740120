import { createRoute } from "@hono/zod-openapi";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor, pageQuery } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { originOf } from "../platform/identity.ts";
import { namesOf } from "./access.presenter.ts";
import type { CatalogApp, GovernancePorts } from "./governance.ports.ts";
import * as schema from "./request.schema.ts";
import type { AppRequest, RequestService } from "./request.service.ts";

const tags = ["App requests"];
const people = [signedIn()];
const administrators = [signedIn(), administrator()];

const ask = createRoute({
  method: "post",
  path: "/apps/{appId}/requests",
  tags,
  summary: "Ask for an app that one may not use",
  description: "Asking again while nobody has answered changes nothing.",
  middleware: people,
  request: { params: schema.appPath, ...jsonBody(schema.newRequest) },
  responses: { 201: jsonResponse("Asked", schema.request), ...problems(400, 401, 403, 404, 409) },
});

const mine = createRoute({
  method: "get",
  path: "/app-requests/mine",
  tags,
  summary: "What one has asked for, newest first, with what came of it",
  middleware: people,
  request: { query: pageQuery },
  responses: { 200: jsonResponse("A page", schema.requests), ...problems(401) },
});

const asking = createRoute({
  method: "get",
  path: "/apps/{appId}/requests/mine",
  tags,
  summary: "Whether and how one may ask for an app, and what came of it",
  middleware: people,
  request: { params: schema.appPath },
  responses: { 200: jsonResponse("How to ask", schema.asking), ...problems(401, 404) },
});

const waiting = createRoute({
  method: "get",
  path: "/app-requests",
  tags,
  summary: "Apps that people wait for, with how many do",
  middleware: administrators,
  request: { query: pageQuery },
  responses: { 200: jsonResponse("A page", schema.waitingApps), ...problems(401, 403) },
});

const open = createRoute({
  method: "get",
  path: "/apps/{appId}/requests",
  tags,
  summary: "Who waits for an app, longest first",
  middleware: administrators,
  request: { params: schema.appPath, query: pageQuery },
  responses: { 200: jsonResponse("A page", schema.openRequests), ...problems(401, 403, 404) },
});

const allow = createRoute({
  method: "post",
  path: "/apps/{appId}/requests/allow",
  tags,
  summary: "Open an app for whoever asked, and tell them",
  description:
    "Allows the app and, when it is not for everyone, adds these people. Whoever still may not use it, by their permission policy, stays waiting.",
  middleware: administrators,
  request: { params: schema.appPath },
  responses: { 200: jsonResponse("Done", schema.allowed), ...problems(401, 403, 404, 409) },
});

const dismiss = createRoute({
  method: "post",
  path: "/apps/{appId}/requests/dismiss",
  tags,
  summary: "Dismiss all requests for an app, and tell whoever asked",
  middleware: administrators,
  request: { params: schema.appPath, ...jsonBody(schema.dismissal) },
  responses: { 200: jsonResponse("Done", schema.dismissed), ...problems(400, 401, 403, 404, 409) },
});

export function requestRoutes(requests: RequestService, ports: GovernancePorts) {
  const presentApp = (app: CatalogApp | undefined) =>
    app === undefined
      ? null
      : { id: app.id, displayName: app.displayName, publisherName: app.publisherName, icon: app.icon };

  async function appsById(tenantId: string, ids: readonly string[]): Promise<Map<string, CatalogApp>> {
    return new Map((await ports.appsByRef(tenantId, [...new Set(ids)])).map((app) => [app.id, app]));
  }

  const present = (request: AppRequest, apps: ReadonlyMap<string, CatalogApp>) => ({
    id: request.id,
    appId: request.appId,
    app: presentApp(apps.get(request.appId)),
    note: request.note,
    state: request.state,
    askedAt: request.askedAt.toISOString(),
    decidedAt: request.decidedAt?.toISOString() ?? null,
    answer: request.answer,
  });

  return createRouter()
    .openapi(ask, async (c) => {
      const { identity } = c.var;
      const app = await ports.app(identity.tenantId, c.req.valid("param").appId);
      const origin = originOf(identity, c.var.requestId);
      const made = await requests.ask(origin, identity.personId, app, c.req.valid("json").note);
      return c.json(present(made, new Map([[app.id, app]])), 201);
    })
    .openapi(asking, async (c) => {
      const { tenantId, personId } = c.var.identity;
      const app = await ports.app(tenantId, c.req.valid("param").appId);
      const { request, ...how } = await requests.asking(tenantId, personId, app.id);
      const apps = new Map([[app.id, app]]);
      const { id, displayName, publisherName, icon } = app;
      const shown = { id, displayName, publisherName, icon };
      return c.json({ app: shown, ...how, request: request === undefined ? null : present(request, apps) }, 200);
    })
    .openapi(mine, async (c) => {
      const { tenantId, personId } = c.var.identity;
      const { limit, cursor } = c.req.valid("query");
      const rows = await requests.mine(tenantId, personId, { limit, after: decodeCursor(cursor, 1) });
      const page = cutPage(rows, limit, (row) => [row.id]);
      const apps = await appsById(
        tenantId,
        page.items.map((row) => row.appId),
      );
      return c.json({ ...page, items: page.items.map((row) => present(row, apps)) }, 200);
    })
    .openapi(waiting, async (c) => {
      const { tenantId } = c.var.identity;
      const { limit, cursor } = c.req.valid("query");
      const rows = await requests.waiting(tenantId, { limit, after: decodeCursor(cursor, 1) });
      const page = cutPage(rows, limit, (row) => [row.appId]);
      const apps = await appsById(
        tenantId,
        page.items.map((row) => row.appId),
      );
      const items = page.items.map(({ appId, requests: count, newest }) => ({
        appId,
        app: presentApp(apps.get(appId)),
        requests: count,
        newest: newest.toISOString(),
      }));
      return c.json({ items, nextCursor: page.nextCursor }, 200);
    })
    .openapi(open, async (c) => {
      const { tenantId } = c.var.identity;
      const { limit, cursor } = c.req.valid("query");
      const app = await ports.app(tenantId, c.req.valid("param").appId);
      const rows = await requests.open(tenantId, app.id, { limit, after: decodeCursor(cursor, 1) });
      const page = cutPage(rows, limit, (row) => [row.id]);
      const names = await namesOf(ports, tenantId, { people: page.items.map(({ personId }) => personId), groups: [] });
      const items = page.items.map(({ id, personId, note, askedAt }) => ({
        id,
        person: { id: personId, displayName: names.people.get(personId) ?? personId },
        note,
        askedAt: askedAt.toISOString(),
      }));
      return c.json({ items, nextCursor: page.nextCursor }, 200);
    })
    .openapi(allow, async (c) => {
      const app = await ports.app(c.var.identity.tenantId, c.req.valid("param").appId);
      return c.json(await requests.allow(originOf(c.var.identity, c.var.requestId), app), 200);
    })
    .openapi(dismiss, async (c) => {
      const app = await ports.app(c.var.identity.tenantId, c.req.valid("param").appId);
      const { answer } = c.req.valid("json");
      return c.json(await requests.dismiss(originOf(c.var.identity, c.var.requestId), app, answer), 200);
    });
}
