import { frameSources } from "@parvis/host";
import { Hono } from "hono";
import type { TeamService } from "../directory/index.ts";
import type { EmbeddingService } from "../embedding/index.ts";
import { ParvisError } from "../platform/errors.ts";
import { signedIn } from "../platform/http/guards.ts";
import type { RequestEnvironment } from "../platform/http/router.ts";
import { isId } from "../platform/identifiers.ts";
import { mayLoad } from "./configuration.rules.ts";
import type { ConnectorService } from "./connector.service.ts";

/**
 * The document that hosts a connector's page. It is one of its own because a Content-Security-Policy belongs to a
 * document: this one may frame the app's configuration host and valid domains and nothing else, so that the page
 * cannot wander off to another site inside our dialog. The client's own document frames only this.
 */
export function connectorPageRoutes(
  connectors: ConnectorService,
  teams: TeamService,
  embedding: Pick<EmbeddingService, "modeOf" | "originsFor">,
  hostDocument: () => Promise<string>,
): Hono<RequestEnvironment> {
  const routes = new Hono<RequestEnvironment>();
  routes.get("/embed/connectors/:configurationId", signedIn(), async (c) => {
    const { identity } = c.var;
    const id = c.req.param("configurationId");
    if (!isId(id)) throw new ParvisError("connector/not-found");
    const configuration = await connectors.find(identity.tenantId, id);
    await teams.seeChannel(identity, configuration.channelId);
    if (configuration.appId === null) throw new ParvisError("connector/no-page");
    const { declaration, validDomains } = await connectors.declaredIn(
      identity.tenantId,
      configuration.teamId,
      configuration.appId,
    );
    const source = { configurationUrl: declaration.configurationUrl, validDomains };
    const { mode } = await embedding.modeOf(identity.tenantId, configuration.appId);
    const { contentUrl, removeUrl } = configuration.settings;
    const addresses = [source.configurationUrl, contentUrl, removeUrl].filter(
      (address) => address !== undefined && mayLoad(source, address),
    );
    const sources =
      mode === "legacy"
        ? embedding.originsFor(configuration.appId, source, addresses)
        : frameSources(source.configurationUrl, validDomains);
    const policy = [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "connect-src 'self'",
      "img-src 'self' data:",
      `frame-src ${sources.length === 0 ? "'none'" : sources.join(" ")}`,
      "frame-ancestors 'self'",
      "base-uri 'none'",
      "form-action 'none'",
    ];
    const document = (await hostDocument()).replace("<body", `<body data-embedding="${mode}"`);
    return c.html(document, 200, {
      "Content-Security-Policy": policy.join("; "),
      "Cache-Control": "no-store",
      "Referrer-Policy": "strict-origin-when-cross-origin",
      "X-Content-Type-Options": "nosniff",
    });
  });
  return routes;
}
