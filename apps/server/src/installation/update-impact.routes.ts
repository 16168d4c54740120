import { createRoute } from "@hono/zod-openapi";
import { readLimited } from "../platform/http/body.ts";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { languageOf } from "../platform/http/language.ts";
import { jsonResponse, problems } from "../platform/http/openapi.ts";
import { createRouter } from "../platform/http/router.ts";
import * as schema from "./update-impact.schema.ts";
import type { UpdateImpactService } from "./update-impact.service.ts";

const administrators = [signedIn(), administrator()];
const tags = ["Updates"];
const largestPackage = 30 * 1_048_576;

const ofPackage = createRoute({
  method: "post",
  path: "/apps/{appId}/definitions/impact",
  tags,
  summary: "What publishing a package as an update would do; nothing is stored",
  middleware: administrators,
  request: { params: schema.appPath, ...schema.packageBody },
  responses: {
    200: jsonResponse("Counted by version in use", schema.updateImpact),
    ...problems(401, 403, 404, 409, 413, 422),
  },
});

const ofDefinition = createRoute({
  method: "get",
  path: "/apps/{appId}/definitions/{definitionId}/impact",
  tags,
  summary: "What publishing a submitted version would do",
  middleware: administrators,
  request: { params: schema.definitionPath },
  responses: { 200: jsonResponse("Counted by version in use", schema.updateImpact), ...problems(401, 403, 404) },
});

const changes = createRoute({
  method: "get",
  path: "/apps/{appId}/changes",
  tags,
  summary: "What changes from a version that runs to the newest, and whether it needs a fresh consent",
  middleware: [signedIn()],
  request: { params: schema.appPath, query: schema.changesQuery },
  responses: { 200: jsonResponse("The changes", schema.updateChanges), ...problems(400, 401, 403, 404) },
});

export function updateImpactRoutes(impact: UpdateImpactService) {
  return createRouter()
    .openapi(ofPackage, async (c) => {
      const { tenantId } = c.var.identity;
      const bytes = await readLimited(c.req, largestPackage, "An app package");
      return c.json(await impact.ofPackage(tenantId, c.req.valid("param").appId, bytes, languageOf(c.req)), 200);
    })
    .openapi(ofDefinition, async (c) => {
      const { appId, definitionId } = c.req.valid("param");
      return c.json(await impact.ofDefinition(c.var.identity.tenantId, appId, definitionId, languageOf(c.req)), 200);
    })
    .openapi(changes, async (c) => {
      const { tenantId, personId } = c.var.identity;
      const { from } = c.req.valid("query");
      return c.json(
        await impact.changesFrom(tenantId, personId, c.req.valid("param").appId, from, languageOf(c.req)),
        200,
      );
    });
}
