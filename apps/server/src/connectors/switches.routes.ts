import { createRoute } from "@hono/zod-openapi";
import type { TeamService } from "../directory/index.ts";
import { ParvisError } from "../platform/errors.ts";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { createRouter } from "../platform/http/router.ts";
import { type Identity, isAdministrator, originOf } from "../platform/identity.ts";
import { availableIn, type SwitchInForce, switchNames } from "./switches.rules.ts";
import * as schema from "./switches.schema.ts";
import type { SwitchesService } from "./switches.service.ts";

const tags = ["Connectors"];

const showOrganisation = createRoute({
  method: "get",
  path: "/connector-switches",
  tags,
  summary: "The organisation's connector switches, who set them, and what they concern",
  description: "Change them with `PATCH /api/settings`.",
  middleware: [signedIn(), administrator()],
  responses: { 200: jsonResponse("The switches", schema.organisationSwitches), ...problems(401, 403) },
});

const showTeam = createRoute({
  method: "get",
  path: "/teams/{teamId}/connector-switches",
  tags,
  summary: "A team's connector switches, and whether the asking person may configure connectors there",
  middleware: [signedIn()],
  request: { params: schema.teamPath },
  responses: { 200: jsonResponse("The switches", schema.teamSwitches), ...problems(401, 404) },
});

const changeTeam = createRoute({
  method: "patch",
  path: "/teams/{teamId}/connector-switches",
  tags,
  summary: "Change a team's connector switches",
  description: "`connectorsEnabled` is an administrator's, `allowMemberConnectors` an owner's too.",
  middleware: [signedIn()],
  request: { params: schema.teamPath, ...jsonBody(schema.teamSwitchesChange) },
  responses: { 200: jsonResponse("The switches now", schema.teamSwitches), ...problems(400, 401, 403, 404) },
});

/** @param names of people and applications by their ids. */
export function switchRoutes(
  switches: SwitchesService,
  teams: Pick<TeamService, "see" | "manage">,
  names: (tenantId: string, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>,
) {
  /** Something that was set, with the name of who did. */
  function present({ setBy, setAt }: Pick<SwitchInForce, "setBy" | "setAt">, known: ReadonlyMap<string, string>) {
    return { setBy: setBy === null ? null : (known.get(setBy) ?? null), setAt: setAt?.toISOString() ?? null };
  }

  async function presentTeam(identity: Identity, teamId: string) {
    const { tenantId } = identity;
    const administers = isAdministrator(identity);
    const team = await teams.see(identity, teamId);
    const question = { act: "configure", workload: "teams", connectorId: null, manages: team.mayManage } as const;
    const [{ cloud }, { connectorsEnabled, allowMemberConnectors }, refusal, { webhooks }] = await Promise.all([
      switches.organisation(tenantId),
      switches.team(tenantId, teamId),
      switches.refusal(tenantId, teamId, question),
      switches.inUse(tenantId, teamId),
    ]);
    const setters = [connectorsEnabled, allowMemberConnectors, refusal].flatMap((held) => held?.setBy ?? []);
    const known = await names(tenantId, setters);
    return {
      connectorsEnabled: { value: connectorsEnabled.value, ...present(connectorsEnabled, known) },
      allowMemberConnectors: { value: allowMemberConnectors.value, ...present(allowMemberConnectors, known) },
      webhooks,
      refusal: refusal === undefined ? null : { ...refusal, ...present(refusal, known) },
      customConnectors: availableIn(cloud, ""),
      mayChange: { connectorsEnabled: administers, allowMemberConnectors: team.mayManage },
    };
  }

  return createRouter()
    .openapi(showOrganisation, async (c) => {
      const { tenantId } = c.var.identity;
      const [{ cloud, switches: held }, inUse, teamsOff] = await Promise.all([
        switches.organisation(tenantId),
        switches.inUse(tenantId),
        switches.teamsOff(tenantId),
      ]);
      const known = await names(
        tenantId,
        switchNames.flatMap((name) => held[name].setBy ?? []),
      );
      return c.json(
        {
          cloud,
          customConnectors: availableIn(cloud, ""),
          switches: switchNames.map((name) => ({ name, value: held[name].value, ...present(held[name], known) })),
          inUse: { ...inUse, teamsOff },
        },
        200,
      );
    })
    .openapi(showTeam, async (c) => c.json(await presentTeam(c.var.identity, c.req.valid("param").teamId), 200))
    .openapi(changeTeam, async (c) => {
      const { identity } = c.var;
      const { teamId } = c.req.valid("param");
      const change = c.req.valid("json");
      await teams.manage(identity, teamId);
      if (change.connectorsEnabled !== undefined && !isAdministrator(identity))
        throw new ParvisError("access/administrator-only", {
          detail: "connectorsEnabled of a team is an administrator's. Owners decide whether members add connectors.",
        });
      await switches.changeTeam(originOf(identity, c.var.requestId), teamId, change);
      return c.json(await presentTeam(identity, teamId), 200);
    });
}
