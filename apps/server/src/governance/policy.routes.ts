import { createRoute, type z } from "@hono/zod-openapi";
import { ParvisError } from "../platform/errors.ts";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { originOf } from "../platform/identity.ts";
import { type Names, namesOf, presentApps } from "./access.presenter.ts";
import type { GovernancePorts } from "./governance.ports.ts";
import { ifMatch } from "./governance.schema.ts";
import type { PolicyContent, PolicyKind } from "./policy.rules.ts";
import * as schema from "./policy.schema.ts";
import type { Policy, PolicyService } from "./policy.service.ts";

const tags = ["Policies"];
const guards = [signedIn(), administrator()];

const list = createRoute({
  method: "get",
  path: "/policies/{kind}",
  tags,
  summary: "Policies of a kind, by name",
  middleware: guards,
  request: { params: schema.kindPath, query: schema.policiesQuery },
  responses: { 200: jsonResponse("A page", schema.policies), ...problems(400, 401, 403) },
});

const create = createRoute({
  method: "post",
  path: "/policies/{kind}",
  tags,
  summary: "Make a policy",
  middleware: guards,
  request: { params: schema.kindPath, ...jsonBody(schema.newPolicy) },
  responses: { 201: jsonResponse("Made", schema.policy), ...problems(400, 401, 403, 409) },
});

const show = createRoute({
  method: "get",
  path: "/policies/{kind}/{policyId}",
  tags,
  summary: "A policy, with the apps it names",
  middleware: guards,
  request: { params: schema.policyPath },
  responses: { 200: jsonResponse("The policy", schema.policy), ...problems(400, 401, 403, 404) },
});

const change = createRoute({
  method: "patch",
  path: "/policies/{kind}/{policyId}",
  tags,
  summary: "Change a policy",
  description: "Holds on every node within a second.",
  middleware: guards,
  request: { params: schema.policyPath, headers: ifMatch, ...jsonBody(schema.policyChange) },
  responses: { 200: jsonResponse("The policy now", schema.policy), ...problems(400, 401, 403, 404, 409, 412) },
});

const remove = createRoute({
  method: "delete",
  path: "/policies/{kind}/{policyId}",
  tags,
  summary: "Delete a policy",
  description: "Refused while somebody has it: `usedBy` says who. Built-in ones stay.",
  middleware: guards,
  request: { params: schema.policyPath, headers: ifMatch },
  responses: { 204: { description: "Deleted" }, ...problems(400, 401, 403, 404, 409, 412) },
});

export function policyRoutes(policies: PolicyService, ports: GovernancePorts) {
  /** @throws ParvisError request/invalid when the content is of the other kind. */
  function fitting(kind: PolicyKind, content: PolicyContent | undefined): PolicyContent | undefined {
    if (content === undefined || "custom" in content === (kind === "permission")) return content;
    throw new ParvisError("request/invalid", {
      detail: `content: this is not the content of a ${kind} policy. Expected ${kind === "permission" ? "microsoft, thirdParty and custom" : "allowSideLoading, allowUserPinning, pinnedAppBarApps, pinnedMessageBarApps and appPresetList"}.`,
    });
  }

  function present(
    policy: Policy,
    assigned: { people: number; groups: number } | undefined,
    names: Names,
  ): z.infer<typeof schema.policySummary> {
    const { id, kind, name, description, builtIn, editable, content, changedBy, changedAt } = policy;
    return {
      id,
      kind,
      name,
      description,
      builtIn,
      editable,
      content: shownContent(content),
      assigned: assigned ?? { people: 0, groups: 0 },
      changedBy,
      changedByName: changedBy === null ? null : (names.people.get(changedBy) ?? null),
      effectiveSince: changedAt?.toISOString() ?? null,
      etag: policies.tag(policy),
    };
  }

  async function presentOne(tenantId: string, policy: Policy): Promise<z.infer<typeof schema.policy>> {
    const [counts, names] = await Promise.all([
      policies.counts(tenantId, policy.kind, [policy.id]),
      namesOf(ports, tenantId, { people: [policy.changedBy], groups: [] }),
    ]);
    const refs = refsOf(policy.content);
    const apps = presentApps(refs, await ports.appsByRef(tenantId, refs));
    return { ...present(policy, counts.get(policy.id), names), apps };
  }

  return createRouter()
    .openapi(list, async (c) => {
      const { tenantId } = c.var.identity;
      const { kind } = c.req.valid("param");
      const { limit, cursor, search } = c.req.valid("query");
      const rows = await policies.list(tenantId, kind, { limit, after: decodeCursor(cursor, 1), search });
      const page = cutPage(rows, limit, (row) => [row.name.toLowerCase()]);
      const [counts, names] = await Promise.all([
        policies.counts(
          tenantId,
          kind,
          page.items.map(({ id }) => id),
        ),
        namesOf(ports, tenantId, { people: page.items.map(({ changedBy }) => changedBy), groups: [] }),
      ]);
      return c.json({ ...page, items: page.items.map((row) => present(row, counts.get(row.id), names)) }, 200);
    })
    .openapi(create, async (c) => {
      const { kind } = c.req.valid("param");
      const { name, description, content } = c.req.valid("json");
      const origin = originOf(c.var.identity, c.var.requestId);
      const made = await policies.create(origin, kind, { name, description, content: fitting(kind, content) });
      return c.json(await presentOne(c.var.identity.tenantId, made), 201, { ETag: policies.tag(made) });
    })
    .openapi(show, async (c) => {
      const { kind, policyId } = c.req.valid("param");
      const policy = await policies.get(c.var.identity.tenantId, kind, policyId);
      return c.json(await presentOne(c.var.identity.tenantId, policy), 200, { ETag: policies.tag(policy) });
    })
    .openapi(change, async (c) => {
      const { kind, policyId } = c.req.valid("param");
      const { content, ...rest } = c.req.valid("json");
      const origin = originOf(c.var.identity, c.var.requestId);
      const wanted = { ...rest, content: fitting(kind, content) };
      const now = await policies.change(origin, kind, policyId, wanted, c.req.valid("header")["if-match"]);
      return c.json(await presentOne(c.var.identity.tenantId, now), 200, { ETag: policies.tag(now) });
    })
    .openapi(remove, async (c) => {
      const { kind, policyId } = c.req.valid("param");
      const origin = originOf(c.var.identity, c.var.requestId);
      await policies.remove(origin, kind, policyId, c.req.valid("header")["if-match"]);
      return c.body(null, 204);
    });
}

function refsOf(content: PolicyContent): string[] {
  const lists =
    "custom" in content
      ? [content.microsoft.apps, content.thirdParty.apps, content.custom.apps]
      : [content.pinnedAppBarApps, content.pinnedMessageBarApps, content.appPresetList];
  return [...new Set(lists.flat())];
}

function shownContent(content: PolicyContent): z.infer<typeof schema.content> {
  if ("custom" in content) {
    const rule = ({ type, apps }: (typeof content)["custom"]) => ({ type, apps: [...apps] });
    return { microsoft: rule(content.microsoft), thirdParty: rule(content.thirdParty), custom: rule(content.custom) };
  }
  return {
    ...content,
    pinnedAppBarApps: [...content.pinnedAppBarApps],
    pinnedMessageBarApps: [...content.pinnedMessageBarApps],
    appPresetList: [...content.appPresetList],
  };
}
