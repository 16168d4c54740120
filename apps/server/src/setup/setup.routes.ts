import { createRoute, z } from "@hono/zod-openapi";
import { giveSession } from "../directory/index.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { createRouter } from "../platform/http/router.ts";
import * as schema from "./setup.schema.ts";
import type { SetupService } from "./setup.service.ts";

const tags = ["Setup"];

const state = createRoute({
  method: "get",
  path: "/setup",
  tags,
  summary: "Whether Parvis waits to be set up",
  request: { query: schema.stateQuery },
  responses: { 200: jsonResponse("The state", schema.state) },
});

const create = createRoute({
  method: "post",
  path: "/setup",
  tags,
  summary: "Make the organisation and its first administrator, and sign in",
  request: jsonBody(schema.setup),
  responses: {
    201: jsonResponse("Made", z.object({ organisationId: z.uuid(), demoFilled: z.boolean() })),
    ...problems(400, 403, 409),
  },
});

export function setupRoutes(setup: SetupService, publicUrl: () => string) {
  return createRouter()
    .openapi(state, async (c) => c.json(await setup.state(c.req.valid("query").token), 200))
    .openapi(create, async (c) => {
      const { cookie, tenantId, demoFilled } = await setup.create(c.req.valid("json"), c.var.requestId);
      giveSession(c, cookie, publicUrl());
      return c.json({ organisationId: tenantId, demoFilled }, 201);
    });
}
