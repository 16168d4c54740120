import { createRoute, z } from "@hono/zod-openapi";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor, pageQuery } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { originOf } from "../platform/identity.ts";
import { presentGroup } from "./group.routes.ts";
import * as schema from "./group.schema.ts";
import type { GroupNestingService } from "./group-nesting.service.ts";

const tags = ["Groups"];
const guards = [signedIn(), administrator()];

const within = createRoute({
  method: "get",
  path: "/groups/{groupId}/groups",
  tags,
  summary: "Groups in a group, by name",
  description: "Those that are in it themselves. Whoever is in one of them, at any depth, is in the group, too.",
  middleware: guards,
  request: { params: schema.groupPath, query: pageQuery },
  responses: { 200: jsonResponse("A page", schema.groups), ...problems(400, 401, 403, 404) },
});

const around = createRoute({
  method: "get",
  path: "/groups/{groupId}/member-of",
  tags,
  summary: "Groups that a group is in, by name",
  middleware: guards,
  request: { params: schema.groupPath, query: pageQuery },
  responses: { 200: jsonResponse("A page", schema.groups), ...problems(400, 401, 403, 404) },
});

const add = createRoute({
  method: "post",
  path: "/groups/{groupId}/groups",
  tags,
  summary: "Put groups into a group",
  description:
    "All of them or, when one is not there, none. Which is in it already stays. Refused when a group would stand within itself; `way` names the way round.",
  middleware: guards,
  request: { params: schema.groupPath, ...jsonBody(schema.newNestedGroups) },
  responses: {
    200: jsonResponse("How many came", z.object({ added: z.number().int() })),
    ...problems(400, 401, 403, 404, 409),
  },
});

const remove = createRoute({
  method: "delete",
  path: "/groups/{groupId}/groups/{nestedId}",
  tags,
  summary: "Take a group out of a group",
  middleware: guards,
  request: { params: schema.nestedPath },
  responses: { 204: { description: "Done" }, ...problems(401, 403, 404) },
});

export function groupNestingRoutes(nesting: GroupNestingService) {
  const list = async (
    tenantId: string,
    groupId: string,
    which: "within" | "around",
    { limit, cursor }: z.infer<typeof pageQuery>,
  ) => {
    const rows = await nesting.list(tenantId, groupId, which, { limit, after: decodeCursor(cursor, 1) });
    const page = cutPage(rows, limit, (row) => [row.displayName.toLowerCase()]);
    return { ...page, items: page.items.map(presentGroup) };
  };

  return createRouter()
    .openapi(within, async (c) => {
      const { groupId } = c.req.valid("param");
      return c.json(await list(c.var.identity.tenantId, groupId, "within", c.req.valid("query")), 200);
    })
    .openapi(around, async (c) => {
      const { groupId } = c.req.valid("param");
      return c.json(await list(c.var.identity.tenantId, groupId, "around", c.req.valid("query")), 200);
    })
    .openapi(add, async (c) => {
      const { groupId } = c.req.valid("param");
      const origin = originOf(c.var.identity, c.var.requestId);
      return c.json({ added: await nesting.add(origin, groupId, c.req.valid("json").groups) }, 200);
    })
    .openapi(remove, async (c) => {
      const { groupId, nestedId } = c.req.valid("param");
      await nesting.remove(originOf(c.var.identity, c.var.requestId), groupId, [nestedId]);
      return c.body(null, 204);
    });
}
