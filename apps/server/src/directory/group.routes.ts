import { createRoute, z } from "@hono/zod-openapi";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { originOf } from "../platform/identity.ts";
import * as schema from "./group.schema.ts";
import type { Group, GroupService } from "./group.service.ts";

const tags = ["Groups"];
const guards = [signedIn(), administrator()];

export const presentGroup = (group: Group) => ({ ...group, createdAt: group.createdAt.toISOString() });

const list = createRoute({
  method: "get",
  path: "/groups",
  tags,
  summary: "Groups of people, by name",
  middleware: guards,
  request: { query: schema.groupsQuery },
  responses: { 200: jsonResponse("A page", schema.groups), ...problems(401, 403) },
});

const create = createRoute({
  method: "post",
  path: "/groups",
  tags,
  summary: "Create a group",
  middleware: guards,
  request: jsonBody(schema.newGroup),
  responses: { 201: jsonResponse("Created", schema.group), ...problems(400, 401, 403, 404, 409) },
});

const show = createRoute({
  method: "get",
  path: "/groups/{groupId}",
  tags,
  summary: "A group",
  middleware: guards,
  request: { params: schema.groupPath },
  responses: { 200: jsonResponse("The group", schema.group), ...problems(401, 403, 404) },
});

const change = createRoute({
  method: "patch",
  path: "/groups/{groupId}",
  tags,
  summary: "Rename or describe a group",
  middleware: guards,
  request: { params: schema.groupPath, ...jsonBody(schema.groupChange) },
  responses: { 200: jsonResponse("Changed", schema.group), ...problems(400, 401, 403, 404, 409) },
});

const remove = createRoute({
  method: "delete",
  path: "/groups/{groupId}",
  tags,
  summary: "Delete a group",
  description:
    "Refused while a policy or an app is assigned to it; `usedBy` says which. Groups it stands in and groups in it stay.",
  middleware: guards,
  request: { params: schema.groupPath },
  responses: { 204: { description: "Deleted" }, ...problems(401, 403, 404, 409) },
});

const members = createRoute({
  method: "get",
  path: "/groups/{groupId}/members",
  tags,
  summary: "People of a group, by name",
  middleware: guards,
  request: { params: schema.groupPath, query: schema.membersQuery },
  responses: { 200: jsonResponse("A page", schema.groupMembers), ...problems(401, 403, 404) },
});

const addMembers = createRoute({
  method: "post",
  path: "/groups/{groupId}/members",
  tags,
  summary: "Put people into a group",
  description: "All of them or, when somebody is not there, none. Who is in it already stays.",
  middleware: guards,
  request: { params: schema.groupPath, ...jsonBody(schema.newMembers) },
  responses: {
    200: jsonResponse("How many came", z.object({ added: z.number().int() })),
    ...problems(400, 401, 403, 404),
  },
});

const removeMember = createRoute({
  method: "delete",
  path: "/groups/{groupId}/members/{personId}",
  tags,
  summary: "Take somebody out of a group",
  description: "Only who is in it themselves. Of somebody who is in it by a group within it, the refusal names that.",
  middleware: guards,
  request: { params: schema.memberPath },
  responses: { 204: { description: "Done" }, ...problems(401, 403, 404) },
});

export function groupRoutes(groups: GroupService) {
  return createRouter()
    .openapi(list, async (c) => {
      const { limit, cursor, search } = c.req.valid("query");
      const rows = await groups.list(c.var.identity.tenantId, { limit, after: decodeCursor(cursor, 1), search });
      const page = cutPage(rows, limit, (row) => [row.displayName.toLowerCase()]);
      return c.json({ ...page, items: page.items.map(presentGroup) }, 200);
    })
    .openapi(create, async (c) => {
      const made = await groups.create(originOf(c.var.identity, c.var.requestId), c.req.valid("json"));
      return c.json(presentGroup(made), 201);
    })
    .openapi(show, async (c) =>
      c.json(presentGroup(await groups.get(c.var.identity.tenantId, c.req.valid("param").groupId)), 200),
    )
    .openapi(change, async (c) => {
      const { groupId } = c.req.valid("param");
      const now = await groups.change(originOf(c.var.identity, c.var.requestId), groupId, c.req.valid("json"));
      return c.json(presentGroup(now), 200);
    })
    .openapi(remove, async (c) => {
      await groups.remove(originOf(c.var.identity, c.var.requestId), c.req.valid("param").groupId);
      return c.body(null, 204);
    })
    .openapi(members, async (c) => {
      const { limit, cursor, which, search } = c.req.valid("query");
      const { groupId } = c.req.valid("param");
      const page = { limit, after: decodeCursor(cursor, 2), all: which === "all", search };
      const rows = await groups.members(c.var.identity.tenantId, groupId, page);
      return c.json(
        cutPage(rows, limit, (row) => [row.displayName.toLowerCase(), row.id]),
        200,
      );
    })
    .openapi(addMembers, async (c) => {
      const { groupId } = c.req.valid("param");
      const origin = originOf(c.var.identity, c.var.requestId);
      return c.json({ added: await groups.addMembers(origin, groupId, c.req.valid("json").people) }, 200);
    })
    .openapi(removeMember, async (c) => {
      const { groupId, personId } = c.req.valid("param");
      await groups.removeMember(originOf(c.var.identity, c.var.requestId), groupId, personId);
      return c.body(null, 204);
    });
}
