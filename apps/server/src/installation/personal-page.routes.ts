import { createRoute, z } from "@hono/zod-openapi";
import { Hono } from "hono";
import type { Directory } from "../directory/index.ts";
import { type EmbeddingService, makeHostDocument, openedPage, pageToOpen } from "../embedding/index.ts";
import { ParvisError } from "../platform/errors.ts";
import { signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { createRouter, type RequestEnvironment } from "../platform/http/router.ts";
import { isId } from "../platform/identifiers.ts";
import { consentWithdrawn } from "./installation.service.ts";
import type { PersonalAppService } from "./personal-app.service.ts";
import { personalTabs } from "./place.rules.ts";

const tags = ["Own apps"];
const middleware = [signedIn()];
const params = z.object({ appId: z.uuid(), entityId: z.string().max(1_024) });

const describe = createRoute({
  method: "get",
  path: "/me/apps/{appId}/pages/{entityId}",
  tags,
  summary: "A page of an app that the asking person has, to be shown in a frame",
  middleware,
  request: { params },
  responses: {
    200: jsonResponse(
      "The page",
      z
        .object({
          entityId: z.string(),
          contentUrl: z.string().openapi({ description: "With places to fill in, as the manifest has it" }),
          validDomains: z.array(z.string()),
        })
        .openapi("PersonalPage"),
    ),
    ...problems(401, 403, 404, 409),
  },
});

const open = createRoute({
  method: "post",
  path: "/me/apps/{appId}/pages/{entityId}/open",
  tags,
  summary: "Open a page of an app through Parvis, for an app whose pages are shown that way",
  middleware,
  request: { params, ...jsonBody(pageToOpen) },
  responses: { 201: jsonResponse("The page, to be shown once", openedPage), ...problems(400, 401, 403, 404, 409) },
});

const token = createRoute({
  method: "post",
  path: "/me/apps/{appId}/token",
  tags,
  summary: "A token that says to the app's own server who is looking at its page",
  description: "For apps whose manifest has webApplicationInfo, in the version that the person runs.",
  middleware,
  request: { params: params.pick({ appId: true }) },
  responses: {
    201: jsonResponse(
      "The token",
      z.object({ token: z.string(), expiresInSeconds: z.int() }).openapi("PersonalPageToken"),
    ),
    ...problems(401, 403, 404, 409),
  },
});

type Pages = ReturnType<typeof personalPages>;

/** The pages of somebody's apps, as the version that they run declares them. */
function personalPages(personal: Pick<PersonalAppService, "one">) {
  async function running(tenantId: string, personId: string, appId: string) {
    const found = await personal.one(tenantId, personId, appId);
    if (found.installation?.stopped === true) throw consentWithdrawn(found.app);
    return found;
  }
  return {
    running,
    /** @throws ParvisError app/no-such-page, and what the app itself is refused with */
    async page(tenantId: string, personId: string, appId: string, entityId: string) {
      const { app, manifest } = await running(tenantId, personId, appId);
      const tab = personalTabs(manifest).find((one) => one.entityId === entityId);
      if (tab === undefined)
        throw new ParvisError("app/no-such-page", { detail: `${app.displayName} has no page “${entityId}” now.` });
      const validDomains = manifest.validDomains ?? [];
      return { tab, source: { configurationUrl: tab.contentUrl, validDomains } };
    },
  };
}

/** The document that hosts a page of somebody's app. */
export function personalPageDocuments(
  personal: Pick<PersonalAppService, "one">,
  embedding: Pick<EmbeddingService, "modeOf" | "originsFor">,
  hostDocument: () => Promise<string>,
): Hono<RequestEnvironment> {
  const pages: Pages = personalPages(personal);
  const routes = new Hono<RequestEnvironment>();
  routes.get("/embed/personal/:appId/:entityId", signedIn(), async (c) => {
    const { tenantId, personId } = c.var.identity;
    const { appId, entityId } = c.req.param();
    if (!isId(appId)) throw new ParvisError("app/not-found");
    const { source } = await pages.page(tenantId, personId, appId, entityId);
    const app = { tenantId, appId, source };
    const { html, headers } = await makeHostDocument(embedding, await hostDocument(), app, [source.configurationUrl]);
    return c.html(html, 200, headers);
  });
  return routes;
}

/** @param clientSession hash of the session that a cookie header holds. */
export function personalPageRoutes(
  personal: Pick<PersonalAppService, "one">,
  embedding: Pick<EmbeddingService, "open">,
  tokens: Pick<Directory["tokens"], "forAppPage">,
  clientSession: (cookies: string | undefined) => Buffer | undefined,
) {
  const pages: Pages = personalPages(personal);
  return createRouter()
    .openapi(describe, async (c) => {
      const { tenantId, personId } = c.var.identity;
      const { appId, entityId } = c.req.valid("param");
      const { tab, source } = await pages.page(tenantId, personId, appId, entityId);
      return c.json({ entityId, contentUrl: tab.contentUrl, validDomains: [...source.validDomains] }, 200);
    })
    .openapi(open, async (c) => {
      const { tenantId, personId } = c.var.identity;
      const session = clientSession(c.req.header("cookie"));
      if (session === undefined) throw new ParvisError("session/required");
      const { appId, entityId } = c.req.valid("param");
      const { source } = await pages.page(tenantId, personId, appId, entityId);
      const opener = { tenantId, personId, clientSession: session };
      return c.json(await embedding.open(opener, appId, source, c.req.valid("json").url), 201);
    })
    .openapi(token, async (c) => {
      const { identity } = c.var;
      const { app, manifest } = await pages.running(identity.tenantId, identity.personId, c.req.valid("param").appId);
      if (manifest.webApplicationInfo === undefined)
        throw new ParvisError("app/no-identity", {
          detail: `${app.displayName} has no webApplicationInfo in its manifest, in the version that you run.`,
        });
      return c.json(await tokens.forAppPage(identity.tenantId, manifest.webApplicationInfo, identity), 201);
    });
}
