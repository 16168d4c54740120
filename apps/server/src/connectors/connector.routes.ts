import { createRoute } from "@hono/zod-openapi";
import type { AppService } from "../catalog/index.ts";
import type { PersonService, TeamService } from "../directory/index.ts";
import { signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { createRouter } from "../platform/http/router.ts";
import { type Identity, originOf } from "../platform/identity.ts";
import { nameOf } from "./configuration.rules.ts";
import { type ConnectorPresenter, presentAppOf } from "./connector.presenter.ts";
import * as schema from "./connector.schema.ts";
import type { ConnectorService } from "./connector.service.ts";

const guards = [signedIn()];
const tags = ["Connectors"];

const overview = createRoute({
  method: "get",
  path: "/channels/{channelId}/connectors",
  tags,
  summary: "Connectors of a channel: what can be configured, and what is",
  middleware: guards,
  request: { params: schema.channelPath },
  responses: { 200: jsonResponse("The connectors", schema.overview), ...problems(401, 404) },
});

const begin = createRoute({
  method: "post",
  path: "/channels/{channelId}/connectors",
  tags,
  summary: "Begin to configure a connector",
  description: "Makes a draft with its webhook. Save it within an hour, or it is given up.",
  middleware: guards,
  request: { params: schema.channelPath, ...jsonBody(schema.newConfiguration) },
  responses: { 201: jsonResponse("The draft", schema.configuration), ...problems(400, 401, 403, 404) },
});

const show = createRoute({
  method: "get",
  path: "/connectors/{configurationId}",
  tags,
  summary: "A connector's configuration",
  middleware: guards,
  request: { params: schema.configurationPath },
  responses: { 200: jsonResponse("The configuration", schema.configuration), ...problems(401, 404) },
});

const origin = createRoute({
  method: "get",
  path: "/channels/{channelId}/connectors/{configurationId}/origin",
  tags,
  summary: "Which connector posted a message, and who configured it; also after it was removed",
  middleware: guards,
  request: { params: schema.channelPath.extend(schema.configurationPath.shape) },
  responses: { 200: jsonResponse("The origin", schema.origin), ...problems(401, 404) },
});

const save = createRoute({
  method: "put",
  path: "/connectors/{configurationId}",
  tags,
  summary: "Save a connector's configuration",
  middleware: guards,
  request: { params: schema.configurationPath, ...jsonBody(schema.savedConfiguration) },
  responses: { 200: jsonResponse("Saved", schema.configuration), ...problems(400, 401, 403, 404, 409) },
});

const remove = createRoute({
  method: "delete",
  path: "/connectors/{configurationId}",
  tags,
  summary: "Remove a connector; its webhook stops working",
  middleware: guards,
  request: { params: schema.configurationPath },
  responses: { 204: { description: "Removed" }, ...problems(401, 403, 404) },
});

export function connectorRoutes(
  connectors: ConnectorService,
  teams: TeamService,
  apps: Pick<AppService, "many">,
  people: Pick<PersonService, "names">,
  presenter: ConnectorPresenter,
) {
  /** A configuration for somebody who may see its channel. @throws ParvisError connector/not-found, channel/not-found */
  async function see(identity: Identity, configurationId: string) {
    const configuration = await connectors.find(identity.tenantId, configurationId);
    return { configuration, place: await teams.seeChannel(identity, configuration.channelId) };
  }

  return createRouter()
    .openapi(overview, async (c) => {
      const { identity } = c.var;
      const { tenantId } = identity;
      const { channel } = await teams.seeChannel(identity, c.req.valid("param").channelId);
      const [available, configured] = await Promise.all([
        connectors.available(tenantId, channel.teamId),
        connectors.list(tenantId, channel.id),
      ]);
      return c.json(
        {
          available: available.map(({ app, declaration }) => ({
            ...presentAppOf(app),
            connectorId: declaration.connectorId,
            distribution: app.distribution,
          })),
          configured: await presenter.many(tenantId, configured, () => ({})),
        },
        200,
      );
    })
    .openapi(begin, async (c) => {
      const { identity } = c.var;
      const place = await teams.seeChannel(identity, c.req.valid("param").channelId);
      const draft = await connectors.begin(originOf(identity, c.var.requestId), place, c.req.valid("json").appId);
      return c.json(await presenter.one(identity.tenantId, draft, place), 201);
    })
    .openapi(show, async (c) => {
      const { configuration, place } = await see(c.var.identity, c.req.valid("param").configurationId);
      return c.json(await presenter.one(c.var.identity.tenantId, configuration, place), 200);
    })
    .openapi(origin, async (c) => {
      const { identity } = c.var;
      const { channelId, configurationId } = c.req.valid("param");
      await teams.seeChannel(identity, channelId);
      const author = await connectors.authorIn(identity.tenantId, channelId, configurationId);
      const [rows, names] = await Promise.all([
        apps.many(identity.tenantId, author.appId === null ? [] : [author.appId]),
        people.names(identity.tenantId, author.configuredBy === null ? [] : [author.configuredBy]),
      ]);
      const app = rows.get(author.appId ?? "");
      const configuredBy = names.get(author.configuredBy ?? "") ?? null;
      return c.json(
        {
          name: nameOf(author.settings, author.authorName),
          kind: author.kind,
          app: app === undefined ? null : presentAppOf(app),
          configuredBy,
        },
        200,
      );
    })
    .openapi(save, async (c) => {
      const { configurationId } = c.req.valid("param");
      const { configuration, place } = await see(c.var.identity, configurationId);
      await connectors.permit("configure", c.var.identity.tenantId, place.team, configuration);
      const saved = await connectors.save(
        originOf(c.var.identity, c.var.requestId),
        configurationId,
        c.req.valid("json").settings,
      );
      return c.json(await presenter.one(c.var.identity.tenantId, saved, place), 200);
    })
    .openapi(remove, async (c) => {
      const { configurationId } = c.req.valid("param");
      const { configuration, place } = await see(c.var.identity, configurationId);
      await connectors.permit("remove", c.var.identity.tenantId, place.team, configuration);
      await connectors.remove(originOf(c.var.identity, c.var.requestId), configurationId);
      return c.body(null, 204);
    });
}
