import { Hono } from "hono";
import type { TeamService } from "../directory/index.ts";
import { type EmbeddingService, makeHostDocument } from "../embedding/index.ts";
import { ParvisError } from "../platform/errors.ts";
import { signedIn } from "../platform/http/guards.ts";
import type { RequestEnvironment } from "../platform/http/router.ts";
import { isId } from "../platform/identifiers.ts";
import { mayLoad } from "./configuration.rules.ts";
import type { ConnectorService } from "./connector.service.ts";

/** The document that hosts a connector's page. */
export function connectorPageRoutes(
  connectors: ConnectorService,
  teams: TeamService,
  embedding: Pick<EmbeddingService, "modeOf" | "originsFor">,
  hostDocument: () => Promise<string>,
): Hono<RequestEnvironment> {
  const routes = new Hono<RequestEnvironment>();
  routes.get("/embed/connectors/:configurationId", signedIn(), async (c) => {
    const { identity } = c.var;
    const { tenantId } = identity;
    const id = c.req.param("configurationId");
    if (!isId(id)) throw new ParvisError("connector/not-found");
    const configuration = await connectors.find(tenantId, id);
    await teams.seeChannel(identity, configuration.channelId);
    const { appId, settings } = configuration;
    if (appId === null) throw new ParvisError("connector/no-page");
    const { declaration, validDomains } = await connectors.declaredIn(tenantId, configuration.teamId, appId);
    const source = { configurationUrl: declaration.configurationUrl, validDomains };
    const addresses = [source.configurationUrl, settings.contentUrl, settings.removeUrl].filter(
      (address) => address !== undefined && mayLoad(source, address),
    );
    const app = { tenantId, appId, source };
    const { html, headers } = await makeHostDocument(
      embedding,
      await hostDocument(),
      app,
      addresses.flatMap((address) => address ?? []),
    );
    return c.html(html, 200, headers);
  });
  return routes;
}
