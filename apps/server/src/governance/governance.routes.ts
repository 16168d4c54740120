import { createRoute } from "@hono/zod-openapi";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { createRouter } from "../platform/http/router.ts";
import { originOf } from "../platform/identity.ts";
import * as schema from "./governance.schema.ts";
import type { GovernanceService, GovernedApp } from "./governance.service.ts";

const guards = [signedIn(), administrator()];

const showSettings = createRoute({
  method: "get",
  path: "/settings",
  tags: ["Settings"],
  summary: "Settings of the organisation",
  middleware: guards,
  responses: { 200: jsonResponse("The settings", schema.settings), ...problems(401, 403) },
});

const changeSettings = createRoute({
  method: "patch",
  path: "/settings",
  tags: ["Settings"],
  summary: "Change settings of the organisation",
  middleware: guards,
  request: jsonBody(schema.settingsChange),
  responses: { 200: jsonResponse("The settings now", schema.settings), ...problems(400, 401, 403) },
});

const setStatus = createRoute({
  method: "put",
  path: "/apps/{appId}/status",
  tags: ["Apps"],
  summary: "Allow or block an app for the organisation",
  middleware: guards,
  request: { params: schema.appPath, ...jsonBody(schema.appStatus) },
  responses: { 204: { description: "Done; it holds at once" }, ...problems(400, 401, 403, 404) },
});

const explain = createRoute({
  method: "get",
  path: "/apps/{appId}/access",
  tags: ["Apps"],
  summary: "Why an app may be used here, or not",
  middleware: [signedIn()],
  request: { params: schema.appPath },
  responses: { 200: jsonResponse("The decision with its gates", schema.access), ...problems(401, 404) },
});

/** @param findApp the catalogue's; throws app/not-found. */
export function governanceRoutes(
  governance: GovernanceService,
  findApp: (tenantId: string, appId: string) => Promise<GovernedApp>,
) {
  return createRouter()
    .openapi(showSettings, async (c) => c.json(await governance.settings(c.var.identity.tenantId), 200))
    .openapi(changeSettings, async (c) => {
      const now = await governance.changeSettings(originOf(c.var.identity, c.var.requestId), c.req.valid("json"));
      return c.json(now, 200);
    })
    .openapi(setStatus, async (c) => {
      const app = await findApp(c.var.identity.tenantId, c.req.valid("param").appId);
      await governance.setStatus(originOf(c.var.identity, c.var.requestId), app.id, c.req.valid("json").status);
      return c.body(null, 204);
    })
    .openapi(explain, async (c) => {
      const app = await findApp(c.var.identity.tenantId, c.req.valid("param").appId);
      const { allowed, gates } = await governance.explain(c.var.identity.tenantId, app);
      return c.json({ allowed, gates: [...gates] }, 200);
    });
}
