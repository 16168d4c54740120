import { createRoute } from "@hono/zod-openapi";
import { Hono } from "hono";
import type { TeamService } from "../directory/index.ts";
import { signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { createRouter, type RequestEnvironment } from "../platform/http/router.ts";
import { originOf } from "../platform/identity.ts";
import type { ConnectionRequest } from "./connection.rules.ts";
import * as schema from "./connection.schema.ts";
import type { ConnectionService } from "./connection.service.ts";
import { channelPath } from "./connector.schema.ts";
import { logoAddress } from "./registration.routes.ts";

const tags = ["Connectors"];

const ask = createRoute({
  method: "get",
  path: "/connector-connections",
  tags,
  summary: "Who asks for a connection by a link to /connectors/Connect",
  middleware: [signedIn()],
  request: { query: schema.asked },
  responses: { 200: jsonResponse("What is asked for", schema.connectionAsked), ...problems(400, 401, 404) },
});

const make = createRoute({
  method: "post",
  path: "/channels/{channelId}/connections",
  tags,
  summary: "Connect a registered connector to a channel, as its site asked",
  description: "The answer says where to send the person's browser; the webhook's address goes with it.",
  middleware: [signedIn()],
  request: { params: channelPath, ...jsonBody(schema.connectionToMake) },
  responses: { 201: jsonResponse("Connected", schema.connection), ...problems(400, 401, 403, 404) },
});

export function connectionRoutes(connections: ConnectionService, teams: Pick<TeamService, "seeChannel">) {
  const requestOf = (asked: { connectorId: string; callbackUrl: string; state?: string | undefined }) =>
    ({ ...asked, state: asked.state }) satisfies ConnectionRequest;
  return createRouter()
    .openapi(ask, async (c) => {
      const { registration, site, declineUrl } = await connections.asked(
        c.var.identity.tenantId,
        requestOf(c.req.valid("query")),
      );
      const { connectorId, name, shortDescription, companyName } = registration;
      const connector = { connectorId, name, shortDescription, companyName, logo: logoAddress(registration) };
      return c.json({ connector, site, declineUrl }, 200);
    })
    .openapi(make, async (c) => {
      const { identity, requestId } = c.var;
      const place = await teams.seeChannel(identity, c.req.valid("param").channelId);
      const request = requestOf(c.req.valid("json"));
      return c.json(await connections.make(originOf(identity, requestId), identity.personId, place, request), 201);
    });
}

/**
 * The address that sites link to. What it asks for goes on to the client in one piece, so that nothing on the way, the client's
 * router and the sign-in page among it, takes a state for a number or spells it anew.
 */
export function connectAddress(): Hono<RequestEnvironment> {
  const routes = new Hono<RequestEnvironment>();
  routes.get("/connectors/:page{[Cc]onnect}", (c) => {
    const { search } = new URL(c.req.url);
    const request = Buffer.from(search.slice(1)).toString("base64url");
    return c.body(null, 302, {
      Location: `/connect${request === "" ? "" : `?request=${request}`}`,
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
    });
  });
  return routes;
}
