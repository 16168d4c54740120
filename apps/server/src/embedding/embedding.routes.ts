import { createRoute } from "@hono/zod-openapi";
import { Hono } from "hono";
import { ParvisError } from "../platform/errors.ts";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { createRouter, type RequestEnvironment } from "../platform/http/router.ts";
import { originOf } from "../platform/identity.ts";
import * as schema from "./embedding.schema.ts";
import type { EmbeddingService } from "./embedding.service.ts";

const tags = ["Apps"];

const show = createRoute({
  method: "get",
  path: "/apps/{appId}/embedding",
  tags,
  summary: "How an app's pages are framed",
  middleware: [signedIn()],
  request: { params: schema.appPath },
  responses: { 200: jsonResponse("How they are framed", schema.embedding), ...problems(401, 404) },
});

const change = createRoute({
  method: "put",
  path: "/apps/{appId}/embedding",
  tags,
  summary: "Choose how an app's pages are framed",
  middleware: [signedIn(), administrator()],
  request: { params: schema.appPath, ...jsonBody(schema.embeddingChange) },
  responses: { 200: jsonResponse("How they are framed now", schema.embedding), ...problems(400, 401, 403, 404, 409) },
});

/** @param findApp the catalogue's; throws app/not-found. */
export function embeddingRoutes(
  embedding: EmbeddingService,
  findApp: (tenantId: string, appId: string) => Promise<{ readonly id: string }>,
) {
  return createRouter()
    .openapi(show, async (c) => {
      const { tenantId } = c.var.identity;
      const app = await findApp(tenantId, c.req.valid("param").appId);
      return c.json({ ...(await embedding.modeOf(tenantId, app.id)), available: embedding.available() }, 200);
    })
    .openapi(change, async (c) => {
      const { identity, requestId } = c.var;
      const app = await findApp(identity.tenantId, c.req.valid("param").appId);
      const now = await embedding.setMode(originOf(identity, requestId), app.id, c.req.valid("json").mode);
      return c.json({ ...now, available: embedding.available() }, 200);
    });
}

/**
 * Windows that an app's page opens on its own origin, sign-in popups mostly, have none of its cookies yet: they come by here
 * for them, where the client's own session says who asks.
 */
export function embeddingWindowRoutes(
  embedding: EmbeddingService,
  clientSession: (cookies: string | undefined) => Buffer | undefined,
): Hono<RequestEnvironment> {
  const routes = new Hono<RequestEnvironment>();
  routes.get("/embed/apps/:label", signedIn(), async (c) => {
    const session = clientSession(c.req.header("cookie"));
    if (session === undefined) throw new ParvisError("session/required");
    const opener = { tenantId: c.var.identity.tenantId, personId: c.var.identity.personId, clientSession: session };
    const page = await embedding.openWindow(opener, c.req.param("label"), c.req.query("to") ?? "/");
    return c.body(null, 302, { Location: page.address, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" });
  });
  return routes;
}
