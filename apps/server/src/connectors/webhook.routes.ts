import { createRoute, type z } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import type { TeamService } from "../directory/index.ts";
import { ParvisError } from "../platform/errors.ts";
import { signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { type Identity, originOf } from "../platform/identity.ts";
import type { ConnectorPresenter } from "./connector.presenter.ts";
import * as schema from "./connector.schema.ts";
import type { ConnectorService } from "./connector.service.ts";
import type { WebhookService } from "./webhook.service.ts";

const guards = [signedIn()];
const tags = ["Webhooks"];

/** A picture in base64 and some words. */
const withPicture = bodyLimit({
  maxSize: 512 * 1024,
  onError: (c) => {
    // What is still on its way would be taken for the next request.
    c.header("Connection", "close");
    throw new ParvisError("request/too-large", { detail: "A webhook with its picture may be 512 KB at most." });
  },
});

const create = createRoute({
  method: "post",
  path: "/channels/{channelId}/webhooks",
  tags,
  summary: "Make a webhook directly in a channel",
  middleware: [...guards, withPicture],
  request: { params: schema.channelPath, ...jsonBody(schema.newWebhook) },
  responses: { 201: jsonResponse("The webhook", schema.configuration), ...problems(400, 401, 403, 404, 413, 422) },
});

const change = createRoute({
  method: "patch",
  path: "/connectors/{configurationId}",
  tags,
  summary: "Change a webhook's name, picture, way of answering or limits",
  middleware: [...guards, withPicture],
  request: { params: schema.configurationPath, ...jsonBody(schema.changedWebhook) },
  responses: { 200: jsonResponse("Changed", schema.configuration), ...problems(400, 401, 403, 404, 409, 413, 422) },
});

const rotate = createRoute({
  method: "post",
  path: "/connectors/{configurationId}/rotate",
  tags,
  summary: "Give a webhook a new address; the old one works on for a while",
  middleware: guards,
  request: { params: schema.configurationPath, ...jsonBody(schema.rotation) },
  responses: { 200: jsonResponse("With its new address", schema.configuration), ...problems(400, 401, 403, 404) },
});

const revokePrevious = createRoute({
  method: "delete",
  path: "/connectors/{configurationId}/previous-addresses",
  tags,
  summary: "End the addresses that were replaced, before their time",
  middleware: guards,
  request: { params: schema.configurationPath },
  responses: { 200: jsonResponse("As it stands now", schema.configuration), ...problems(401, 403, 404) },
});

const listOfTeam = createRoute({
  method: "get",
  path: "/teams/{teamId}/connectors",
  tags,
  summary: "Connectors and webhooks of all channels of a team, oldest first",
  middleware: guards,
  request: { params: schema.teamPath, query: schema.teamConnectorsQuery },
  responses: { 200: jsonResponse("A page", schema.teamConnectors), ...problems(401, 404) },
});

/** The bytes of a `data:` URL, whose form the schema has checked. */
function pictureOf(address: string | null | undefined): Uint8Array | null | undefined {
  return address ? Buffer.from(address.slice(address.indexOf(",") + 1), "base64") : (address as null | undefined);
}

/** What is wrong with some configurations, by their ids. */
export type ProblemsOf = (
  tenantId: string,
  configurationIds: readonly string[],
) => Promise<ReadonlyMap<string, readonly z.infer<typeof schema.problem>[]>>;

export function webhookRoutes(
  connectors: ConnectorService,
  webhooks: WebhookService,
  teams: TeamService,
  presenter: ConnectorPresenter,
  problemsOf: ProblemsOf,
) {
  /**
   * The channel of a configuration, for somebody who may change it.
   * @throws ParvisError connector/not-found, channel/not-found, and those of permit
   */
  async function manage(identity: Identity, configurationId: string, act: "configure" | "remove") {
    const configuration = await connectors.find(identity.tenantId, configurationId);
    const place = await teams.seeChannel(identity, configuration.channelId);
    await connectors.permit(act, identity.tenantId, place.team, configuration);
    return place;
  }

  async function present(identity: Identity, configurationId: string, place: Awaited<ReturnType<typeof manage>>) {
    const configuration = await connectors.find(identity.tenantId, configurationId);
    return await presenter.one(identity.tenantId, configuration, place);
  }

  return createRouter()
    .openapi(create, async (c) => {
      const { identity } = c.var;
      const place = await teams.seeChannel(identity, c.req.valid("param").channelId);
      await connectors.permit("configure", identity.tenantId, place.team, { appId: null, connectorId: "" });
      const { picture, ...choices } = c.req.valid("json");
      const origin = originOf(identity, c.var.requestId);
      const id = await webhooks.create(origin, place.channel, { ...choices, picture: pictureOf(picture) });
      return c.json(await present(identity, id, place), 201);
    })
    .openapi(change, async (c) => {
      const { identity } = c.var;
      const { configurationId } = c.req.valid("param");
      const place = await manage(identity, configurationId, "configure");
      const { picture, ...choices } = c.req.valid("json");
      const origin = originOf(identity, c.var.requestId);
      await webhooks.change(origin, configurationId, { ...choices, picture: pictureOf(picture) });
      return c.json(await present(identity, configurationId, place), 200);
    })
    .openapi(rotate, async (c) => {
      const { identity } = c.var;
      const { configurationId } = c.req.valid("param");
      const place = await manage(identity, configurationId, "configure");
      const { graceSeconds } = c.req.valid("json");
      await webhooks.rotate(originOf(identity, c.var.requestId), configurationId, graceSeconds);
      return c.json(await present(identity, configurationId, place), 200);
    })
    .openapi(revokePrevious, async (c) => {
      const { identity } = c.var;
      const { configurationId } = c.req.valid("param");
      const place = await manage(identity, configurationId, "remove");
      await webhooks.revokePrevious(originOf(identity, c.var.requestId), configurationId);
      return c.json(await present(identity, configurationId, place), 200);
    })
    .openapi(listOfTeam, async (c) => {
      const { identity } = c.var;
      const { teamId } = c.req.valid("param");
      const { limit, cursor, channelId } = c.req.valid("query");
      await teams.see(identity, teamId);
      const after = decodeCursor(cursor, 1)?.[0];
      const [rows, channels] = await Promise.all([
        connectors.listOfTeam(identity.tenantId, teamId, { limit, after, channelId }),
        teams.channels(identity.tenantId, teamId),
      ]);
      const page = cutPage(rows, limit, (row) => [row.id]);
      const byId = new Map(channels.map(({ id, displayName, isGeneral }) => [id, { id, displayName, isGeneral }]));
      const unknown = (id: string) => ({ id, displayName: "", isGeneral: false });
      const problems = await problemsOf(
        identity.tenantId,
        page.items.map(({ id }) => id),
      );
      const items = await presenter.many(identity.tenantId, page.items, ({ id, channelId: at }) => ({
        channel: byId.get(at) ?? unknown(at),
        problems: [...(problems.get(id) ?? [])],
      }));
      return c.json({ ...page, items }, 200);
    });
}
