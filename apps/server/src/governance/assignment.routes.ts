import { createRoute } from "@hono/zod-openapi";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { originOf } from "../platform/identity.ts";
import { namesOf, presentVersion } from "./access.presenter.ts";
import type { AssignmentService } from "./assignment.service.ts";
import type { GovernancePorts } from "./governance.ports.ts";
import { effect } from "./governance.schema.ts";
import type { PolicyKind } from "./policy.rules.ts";
import * as schema from "./policy.schema.ts";
import type { PolicyService } from "./policy.service.ts";

const tags = ["Policies"];
const guards = [signedIn(), administrator()];

const listPeople = createRoute({
  method: "get",
  path: "/policies/{kind}/assignments/people",
  tags,
  summary: "People with a policy of their own",
  middleware: guards,
  request: { params: schema.kindPath, query: schema.personAssignmentsQuery },
  responses: { 200: jsonResponse("A page", schema.personAssignments), ...problems(400, 401, 403) },
});

const assignPeople = createRoute({
  method: "put",
  path: "/policies/{kind}/assignments/people",
  tags,
  summary: "Give people a policy of their own, or take it away",
  description: "All of them or, when somebody is not there, none.",
  middleware: guards,
  request: { params: schema.kindPath, ...jsonBody(schema.assignPeople) },
  responses: { 200: jsonResponse("Done", effect), ...problems(400, 401, 403, 404, 409) },
});

const giveEveryone = createRoute({
  method: "put",
  path: "/policies/{kind}/assignments/everyone",
  tags,
  summary: "Make a policy's content that of Global",
  description:
    "Overwrites what Global says (`Grant-… -Global`). The policy itself, and who has one of their own, stay as they are.",
  middleware: guards,
  request: { params: schema.kindPath, ...jsonBody(schema.giveEveryone) },
  responses: { 200: jsonResponse("Done", effect), ...problems(400, 401, 403, 404) },
});

const listGroups = createRoute({
  method: "get",
  path: "/policies/{kind}/assignments/groups",
  tags,
  summary: "Groups with a policy, best rank first",
  middleware: guards,
  request: { params: schema.kindPath },
  responses: { 200: jsonResponse("The groups", schema.groupAssignments), ...problems(400, 401, 403) },
});

const orderGroups = createRoute({
  method: "put",
  path: "/policies/{kind}/assignments/groups",
  tags,
  summary: "Put the groups in order",
  middleware: guards,
  request: { params: schema.kindPath, ...jsonBody(schema.groupOrder) },
  responses: { 200: jsonResponse("Done", effect), ...problems(400, 401, 403, 412) },
});

const assignGroup = createRoute({
  method: "put",
  path: "/policies/{kind}/assignments/groups/{group}",
  tags,
  summary: "Give a group a policy with a rank",
  description: "A rank that another group has is refused: `heldBy` says which.",
  middleware: guards,
  request: { params: schema.groupPath, ...jsonBody(schema.assignGroup) },
  responses: { 200: jsonResponse("Done", effect), ...problems(400, 401, 403, 404, 409) },
});

const unassignGroup = createRoute({
  method: "delete",
  path: "/policies/{kind}/assignments/groups/{group}",
  tags,
  summary: "Take a group's policy away",
  middleware: guards,
  request: { params: schema.groupPath },
  responses: { 200: jsonResponse("Done", effect), ...problems(400, 401, 403, 404) },
});

export function assignmentRoutes(assignments: AssignmentService, policies: PolicyService, ports: GovernancePorts) {
  async function policyNames(tenantId: string, kind: PolicyKind, ids: readonly string[]): Promise<Map<string, string>> {
    const found = await policies.named(tenantId, kind, [...new Set(ids)]);
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  return createRouter()
    .openapi(listPeople, async (c) => {
      const { tenantId } = c.var.identity;
      const { kind } = c.req.valid("param");
      const { limit, cursor, policyId } = c.req.valid("query");
      const rows = await assignments.people(tenantId, kind, { limit, after: decodeCursor(cursor, 1), policyId });
      const page = cutPage(rows, limit, (row) => [row.personId]);
      const [names, policy] = await Promise.all([
        namesOf(ports, tenantId, { people: page.items.flatMap((row) => [row.personId, row.setBy]), groups: [] }),
        policyNames(
          tenantId,
          kind,
          page.items.map((row) => row.policyId),
        ),
      ]);
      const items = page.items.map((row) => ({
        person: { id: row.personId, displayName: names.people.get(row.personId) ?? row.personId },
        policy: { id: row.policyId, name: policy.get(row.policyId) ?? row.policyId },
        setBy: row.setBy,
        setByName: row.setBy === null ? null : (names.people.get(row.setBy) ?? null),
        since: row.setAt.toISOString(),
      }));
      return c.json({ items, nextCursor: page.nextCursor }, 200);
    })
    .openapi(assignPeople, async (c) => {
      const { people, policyId } = c.req.valid("json");
      const origin = originOf(c.var.identity, c.var.requestId);
      const { kind } = c.req.valid("param");
      return c.json(presentVersion(await assignments.assignPeople(origin, kind, people, policyId)), 200);
    })
    .openapi(giveEveryone, async (c) => {
      const origin = originOf(c.var.identity, c.var.requestId);
      const { kind } = c.req.valid("param");
      return c.json(presentVersion(await policies.overwriteGlobal(origin, kind, c.req.valid("json").policyId)), 200);
    })
    .openapi(listGroups, async (c) => {
      const { tenantId } = c.var.identity;
      const { kind } = c.req.valid("param");
      const rows = await assignments.groups(tenantId, kind);
      const [names, policy] = await Promise.all([
        namesOf(ports, tenantId, {
          people: rows.map(({ setBy }) => setBy),
          groups: rows.map(({ groupId }) => groupId),
        }),
        policyNames(
          tenantId,
          kind,
          rows.map((row) => row.policyId),
        ),
      ]);
      const items = rows.map((row) => ({
        group: { id: row.groupId, displayName: names.groups.get(row.groupId) ?? row.groupId },
        policy: { id: row.policyId, name: policy.get(row.policyId) ?? row.policyId },
        rank: row.rank,
        setBy: row.setBy,
        setByName: row.setBy === null ? null : (names.people.get(row.setBy) ?? null),
        since: row.setAt.toISOString(),
      }));
      return c.json({ items }, 200);
    })
    .openapi(orderGroups, async (c) => {
      const origin = originOf(c.var.identity, c.var.requestId);
      const { groups } = c.req.valid("json");
      return c.json(presentVersion(await assignments.orderGroups(origin, c.req.valid("param").kind, groups)), 200);
    })
    .openapi(assignGroup, async (c) => {
      const { kind, group } = c.req.valid("param");
      const { policyId, rank } = c.req.valid("json");
      const origin = originOf(c.var.identity, c.var.requestId);
      return c.json(presentVersion(await assignments.assignGroup(origin, kind, group, policyId, rank)), 200);
    })
    .openapi(unassignGroup, async (c) => {
      const { kind, group } = c.req.valid("param");
      const origin = originOf(c.var.identity, c.var.requestId);
      return c.json(presentVersion(await assignments.unassignGroup(origin, kind, group)), 200);
    });
}
