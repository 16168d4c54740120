import { createRoute } from "@hono/zod-openapi";
import type { TeamService } from "../directory/index.ts";
import { type EmbeddingService, openedPage, pageToOpen } from "../embedding/index.ts";
import { ParvisError } from "../platform/errors.ts";
import { signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { createRouter } from "../platform/http/router.ts";
import * as schema from "./connector.schema.ts";
import type { ConnectorService } from "./connector.service.ts";

const open = createRoute({
  method: "post",
  path: "/connectors/{configurationId}/page",
  tags: ["Connectors"],
  summary: "Open a connector's page through Parvis, for an app whose pages are shown that way",
  middleware: [signedIn()],
  request: { params: schema.configurationPath, ...jsonBody(pageToOpen) },
  responses: { 201: jsonResponse("The page, to be shown once", openedPage), ...problems(400, 401, 404, 409) },
});

/** @param clientSession hash of the session that a cookie header holds. */
export function connectorOpeningRoutes(
  connectors: Pick<ConnectorService, "find" | "declaredIn">,
  teams: Pick<TeamService, "seeChannel">,
  embedding: Pick<EmbeddingService, "open">,
  clientSession: (cookies: string | undefined) => Buffer | undefined,
) {
  return createRouter().openapi(open, async (c) => {
    const { identity } = c.var;
    const { tenantId, personId } = identity;
    const session = clientSession(c.req.header("cookie"));
    if (session === undefined) throw new ParvisError("session/required");
    const { channelId, teamId, appId } = await connectors.find(tenantId, c.req.valid("param").configurationId);
    await teams.seeChannel(identity, channelId);
    if (appId === null) throw new ParvisError("connector/no-page");
    const { declaration, validDomains } = await connectors.declaredIn(tenantId, teamId, appId);
    const source = { configurationUrl: declaration.configurationUrl, validDomains };
    const opener = { tenantId, personId, clientSession: session };
    return c.json(await embedding.open(opener, appId, source, c.req.valid("json").url), 201);
  });
}
