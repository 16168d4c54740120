import { createRoute } from "@hono/zod-openapi";
import { ParvisError } from "../platform/errors.ts";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor, pageQuery } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { type Identity, isAdministrator, originOf } from "../platform/identity.ts";
import { mayManageTeam } from "./team.rules.ts";
import * as schema from "./team.schema.ts";
import type { TeamService, TeamSettings } from "./team.service.ts";

const tags = ["Teams"];
const guards = [signedIn()];

const list = createRoute({
  method: "get",
  path: "/teams",
  tags,
  summary: "Teams of the asking person, with their channels",
  middleware: guards,
  request: { query: schema.teamsQuery },
  responses: { 200: jsonResponse("A page", schema.teams), ...problems(401, 403) },
});

const create = createRoute({
  method: "post",
  path: "/teams",
  tags,
  summary: "Create a team with its channels",
  middleware: [signedIn(), administrator()],
  request: jsonBody(schema.newTeam),
  responses: { 201: jsonResponse("Created", schema.team), ...problems(400, 401, 403, 409) },
});

const show = createRoute({
  method: "get",
  path: "/teams/{teamId}",
  tags,
  summary: "A team with its channels",
  middleware: guards,
  request: { params: schema.teamPath },
  responses: { 200: jsonResponse("The team", schema.team), ...problems(401, 404) },
});

const addChannel = createRoute({
  method: "post",
  path: "/teams/{teamId}/channels",
  tags,
  summary: "Add a channel",
  middleware: guards,
  request: { params: schema.teamPath, ...jsonBody(schema.newChannel) },
  responses: { 201: jsonResponse("Created", schema.channel), ...problems(400, 401, 403, 404, 409) },
});

const showSettings = createRoute({
  method: "get",
  path: "/teams/{teamId}/settings",
  tags,
  summary: "What a team's owners decide about it",
  middleware: guards,
  request: { params: schema.teamPath },
  responses: { 200: jsonResponse("The settings", schema.teamSettings), ...problems(401, 404) },
});

const changeSettings = createRoute({
  method: "patch",
  path: "/teams/{teamId}/settings",
  tags,
  summary: "Change what a team's owners decide about it",
  middleware: guards,
  request: { params: schema.teamPath, ...jsonBody(schema.teamSettingsChange) },
  responses: { 200: jsonResponse("The settings now", schema.teamSettings), ...problems(400, 401, 403, 404) },
});

const showMail = createRoute({
  method: "get",
  path: "/teams/{teamId}/mail",
  tags,
  summary: "Where connectors' mail for the whole team goes",
  middleware: guards,
  request: { params: schema.teamPath },
  responses: { 200: jsonResponse("The address", schema.teamMail), ...problems(401, 404) },
});

const setMail = createRoute({
  method: "put",
  path: "/teams/{teamId}/mail",
  tags,
  summary: "Set where connectors' mail for the whole team goes",
  middleware: guards,
  request: { params: schema.teamPath, ...jsonBody(schema.teamMail) },
  responses: { 200: jsonResponse("The address", schema.teamMail), ...problems(400, 401, 403, 404) },
});

const listMembers = createRoute({
  method: "get",
  path: "/teams/{teamId}/members",
  tags,
  summary: "Members of a team, by name",
  middleware: guards,
  request: { params: schema.teamPath, query: pageQuery },
  responses: { 200: jsonResponse("A page", schema.members), ...problems(401, 404) },
});

const putMember = createRoute({
  method: "post",
  path: "/teams/{teamId}/members",
  tags,
  summary: "Add somebody to a team, or change their role",
  middleware: guards,
  request: { params: schema.teamPath, ...jsonBody(schema.newMember) },
  responses: { 204: { description: "Done" }, ...problems(400, 401, 403, 404, 409) },
});

const removeMember = createRoute({
  method: "delete",
  path: "/teams/{teamId}/members/{personId}",
  tags,
  summary: "Take somebody out of a team",
  middleware: guards,
  request: { params: schema.memberPath },
  responses: { 204: { description: "Done" }, ...problems(401, 403, 404, 409) },
});

export function teamRoutes(
  teams: TeamService,
  namesOf: (tenantId: string, ids: readonly string[]) => Promise<Map<string, string>>,
) {
  async function presentSettings(tenantId: string, { membersMayUpload }: TeamSettings, mayChange: boolean) {
    const { value, setBy, setAt } = membersMayUpload;
    const names = setBy === null ? undefined : await namesOf(tenantId, [setBy]);
    const set = { setBy, setByName: names?.get(setBy ?? "") ?? null, since: setAt?.toISOString() ?? null };
    return { membersMayUpload: value, set: { membersMayUpload: set }, mayChange };
  }

  async function present(identity: Identity, teamId: string) {
    const { role, ...team } = await teams.see(identity, teamId);
    return { ...team, role: role ?? null, channels: await teams.channels(identity.tenantId, teamId) };
  }

  return createRouter()
    .openapi(list, async (c) => {
      const { identity } = c.var;
      const { limit, cursor, search, all } = c.req.valid("query");
      if (all && !isAdministrator(identity)) throw new ParvisError("access/administrator-only");
      const rows = await teams.list(identity, { limit, after: decodeCursor(cursor, 2), search, all });
      const page = cutPage(rows, limit, (row) => [row.displayName.toLowerCase(), row.id]);
      const standing = (role: "owner" | "member" | null) => ({
        role: role ?? undefined,
        administrator: isAdministrator(identity),
      });
      return c.json(
        { ...page, items: page.items.map((team) => ({ ...team, mayManage: mayManageTeam(standing(team.role)) })) },
        200,
      );
    })
    .openapi(create, async (c) => {
      const wanted = c.req.valid("json");
      const owners = wanted.owners.length === 0 ? [c.var.identity.personId] : wanted.owners;
      const made = await teams.create(originOf(c.var.identity, c.var.requestId), { ...wanted, owners });
      return c.json(await present(c.var.identity, made.id), 201);
    })
    .openapi(show, async (c) => c.json(await present(c.var.identity, c.req.valid("param").teamId), 200))
    .openapi(addChannel, async (c) => {
      const { teamId } = c.req.valid("param");
      await teams.manage(c.var.identity, teamId);
      const made = await teams.addChannel(
        originOf(c.var.identity, c.var.requestId),
        teamId,
        c.req.valid("json").displayName,
      );
      return c.json(made, 201);
    })
    .openapi(showSettings, async (c) => {
      const { mayManage, id } = await teams.see(c.var.identity, c.req.valid("param").teamId);
      const { tenantId } = c.var.identity;
      return c.json(await presentSettings(tenantId, await teams.settings(tenantId, id), mayManage), 200);
    })
    .openapi(changeSettings, async (c) => {
      const { identity } = c.var;
      const { id } = await teams.manage(identity, c.req.valid("param").teamId);
      const now = await teams.changeSettings(originOf(identity, c.var.requestId), id, c.req.valid("json"));
      return c.json(await presentSettings(identity.tenantId, now, true), 200);
    })
    .openapi(showMail, async (c) => {
      const { teamId } = c.req.valid("param");
      await teams.see(c.var.identity, teamId);
      return c.json({ address: await teams.mailAddress(c.var.identity.tenantId, teamId) }, 200);
    })
    .openapi(setMail, async (c) => {
      const { identity } = c.var;
      const { teamId } = c.req.valid("param");
      const { address } = c.req.valid("json");
      await teams.manage(identity, teamId);
      await teams.setMailAddress(originOf(identity, c.var.requestId), teamId, address);
      return c.json({ address }, 200);
    })
    .openapi(listMembers, async (c) => {
      const { teamId } = c.req.valid("param");
      const { limit, cursor } = c.req.valid("query");
      await teams.see(c.var.identity, teamId);
      const rows = await teams.members(c.var.identity.tenantId, teamId, { limit, after: decodeCursor(cursor, 2) });
      return c.json(
        cutPage(rows, limit, (row) => [row.displayName.toLowerCase(), row.personId]),
        200,
      );
    })
    .openapi(putMember, async (c) => {
      const { teamId } = c.req.valid("param");
      const { upn, role } = c.req.valid("json");
      await teams.manage(c.var.identity, teamId);
      await teams.putMember(originOf(c.var.identity, c.var.requestId), teamId, { upn }, role);
      return c.body(null, 204);
    })
    .openapi(removeMember, async (c) => {
      const { teamId, personId } = c.req.valid("param");
      await teams.manage(c.var.identity, teamId);
      await teams.removeMember(originOf(c.var.identity, c.var.requestId), teamId, personId);
      return c.body(null, 204);
    });
}
