import { createRoute } from "@hono/zod-openapi";
import type { Directory, TeamService } from "../directory/index.ts";
import { type EmbeddingService, openedPage, pageToOpen } from "../embedding/index.ts";
import type { AccessService } from "../governance/index.ts";
import { ParvisError } from "../platform/errors.ts";
import { signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { createRouter } from "../platform/http/router.ts";
import type { Identity } from "../platform/identity.ts";
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

const token = createRoute({
  method: "post",
  path: "/connectors/{configurationId}/token",
  tags: ["Connectors"],
  summary: "A token that says to the app's own server who is looking at its page",
  description: "For apps whose manifest has webApplicationInfo, in the version that the team has agreed to.",
  middleware: [signedIn()],
  request: { params: schema.configurationPath },
  responses: { 201: jsonResponse("The token", schema.pageToken), ...problems(401, 403, 404, 409) },
});

/** @param clientSession hash of the session that a cookie header holds. */
export function connectorOpeningRoutes(
  connectors: Pick<ConnectorService, "find" | "declaredIn">,
  teams: Pick<TeamService, "seeChannel">,
  access: Pick<AccessService, "require">,
  tokens: Pick<Directory["tokens"], "forAppPage">,
  embedding: Pick<EmbeddingService, "open">,
  clientSession: (cookies: string | undefined) => Buffer | undefined,
) {
  /** What the team runs of the app behind a page that somebody may see. @throws ParvisError connector/not-found, connector/no-page */
  async function seePage(identity: Identity, configurationId: string) {
    const { tenantId } = identity;
    const { channelId, teamId, appId } = await connectors.find(tenantId, configurationId);
    await teams.seeChannel(identity, channelId);
    if (appId === null) throw new ParvisError("connector/no-page");
    return { appId, ...(await connectors.declaredIn(tenantId, teamId, appId)) };
  }

  return createRouter()
    .openapi(open, async (c) => {
      const { tenantId, personId } = c.var.identity;
      const session = clientSession(c.req.header("cookie"));
      if (session === undefined) throw new ParvisError("session/required");
      const page = await seePage(c.var.identity, c.req.valid("param").configurationId);
      const source = { configurationUrl: page.declaration.configurationUrl, validDomains: page.validDomains };
      const opener = { tenantId, personId, clientSession: session };
      return c.json(await embedding.open(opener, page.appId, source, c.req.valid("json").url), 201);
    })
    .openapi(token, async (c) => {
      const { identity } = c.var;
      const { installation } = await seePage(identity, c.req.valid("param").configurationId);
      await access.require(identity.tenantId, identity.personId, installation.app);
      const { webApplicationInfo } = installation.definition.manifest;
      if (webApplicationInfo === undefined) {
        throw new ParvisError("app/no-identity", {
          detail: `${installation.app.displayName} has no webApplicationInfo in its manifest, in the version that this team has agreed to.`,
        });
      }
      return c.json(await tokens.forAppPage(identity.tenantId, webApplicationInfo, identity), 201);
    });
}
