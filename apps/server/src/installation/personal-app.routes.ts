import { createRoute } from "@hono/zod-openapi";
import type { Language } from "@parvis/manifest";
import { iconAddress } from "../catalog/index.ts";
import { signedIn } from "../platform/http/guards.ts";
import { languageOf } from "../platform/http/language.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { type Identity, originOf } from "../platform/identity.ts";
import { consentOf } from "./given-consent.ts";
import { acceptance, newInstallation } from "./installation.schema.ts";
import { presentPersonalApp } from "./personal-app.presenter.ts";
import * as schema from "./personal-app.schema.ts";
import type { PersonalAppService } from "./personal-app.service.ts";

const middleware = [signedIn()];
const tags = ["Own apps"];
const one = jsonResponse("The app", schema.personalApp);

const list = createRoute({
  method: "get",
  path: "/me/apps",
  tags,
  summary: "Apps that the asking person has: added, installed or pinned by policy",
  middleware,
  request: { query: schema.personalAppsQuery },
  responses: { 200: jsonResponse("A page, by name", schema.personalApps), ...problems(400, 401) },
});

const show = createRoute({
  method: "get",
  path: "/me/apps/{appId}",
  tags,
  summary: "An app that the asking person has",
  middleware,
  request: { params: schema.appPath },
  responses: { 200: one, ...problems(401, 403, 404) },
});

const add = createRoute({
  method: "post",
  path: "/me/apps",
  tags,
  summary: "Add an app for oneself",
  middleware,
  request: jsonBody(newInstallation),
  responses: { 201: one, ...problems(400, 401, 403, 404, 409) },
});

const upgrade = createRoute({
  method: "post",
  path: "/me/apps/{appId}/upgrade",
  tags,
  summary: "Accept the newest version of an app, or agree anew after withdrawing",
  middleware,
  request: { params: schema.appPath, ...jsonBody(acceptance) },
  responses: { 200: one, ...problems(400, 401, 403, 404, 409) },
});

const open = createRoute({
  method: "post",
  path: "/me/apps/{appId}/open",
  tags,
  summary: "An app to be opened now; one that a policy gave is written down as used",
  middleware,
  request: { params: schema.appPath },
  responses: { 200: one, ...problems(401, 403, 404, 409) },
});

const remove = createRoute({
  method: "delete",
  path: "/me/apps/{appId}",
  tags,
  summary: "Remove an app for oneself, with what was agreed to; what a policy installs stays",
  middleware,
  request: { params: schema.appPath },
  responses: { 204: { description: "Removed" }, ...problems(401, 403, 404) },
});

const showBar = createRoute({
  method: "get",
  path: "/me/app-bar",
  tags,
  summary: "What stands in the asking person's app bar: the administrator's pins, then their own",
  middleware,
  responses: { 200: jsonResponse("The app bar", schema.appBar), ...problems(401) },
});

const setBar = createRoute({
  method: "put",
  path: "/me/app-bar",
  tags,
  summary: "Set one's own pins in order, and which of the administrator's to leave out",
  middleware,
  request: jsonBody(schema.appBarChange),
  responses: { 200: jsonResponse("The app bar", schema.appBar), ...problems(400, 401, 403, 404) },
});

export function personalAppRoutes(personal: PersonalAppService) {
  async function bar({ tenantId, personId }: Identity, language: Language) {
    const { policy, items, unpinned } = await personal.appBar(tenantId, personId);
    const { allowUserPinning, id, name } = policy;
    return {
      allowUserPinning,
      policy: { id, name },
      items: items.map((item) => {
        const { pinnedBy, mayUnpin } = item;
        return { ...presentPersonalApp(item, language), pinnedBy, mayUnpin };
      }),
      unpinned: unpinned.map((app) => ({ id: app.id, displayName: app.displayName, icon: iconAddress(app.colorIcon) })),
    };
  }

  return createRouter()
    .openapi(list, async (c) => {
      const { tenantId, personId } = c.var.identity;
      const { limit, cursor, search, waiting } = c.req.valid("query");
      const rows = await personal.list(tenantId, personId, { limit, after: decodeCursor(cursor, 2), search, waiting });
      const page = cutPage(rows, limit, ({ app }) => [app.displayName.toLowerCase(), app.id]);
      return c.json({ ...page, items: page.items.map((one) => presentPersonalApp(one, languageOf(c.req))) }, 200);
    })
    .openapi(show, async (c) => {
      const { tenantId, personId } = c.var.identity;
      return c.json(
        presentPersonalApp(await personal.one(tenantId, personId, c.req.valid("param").appId), languageOf(c.req)),
        200,
      );
    })
    .openapi(add, async (c) => {
      const { identity, requestId } = c.var;
      const { appId, consent } = c.req.valid("json");
      const origin = originOf(identity, requestId);
      const made = await personal.add(origin, identity.personId, appId, consentOf(identity, consent));
      return c.json(presentPersonalApp(made, languageOf(c.req)), 201);
    })
    .openapi(upgrade, async (c) => {
      const { identity, requestId } = c.var;
      const consent = consentOf(identity, c.req.valid("json").consent);
      const origin = originOf(identity, requestId);
      const now = await personal.upgrade(origin, identity.personId, c.req.valid("param").appId, consent);
      return c.json(presentPersonalApp(now, languageOf(c.req)), 200);
    })
    .openapi(open, async (c) => {
      const { identity, requestId } = c.var;
      const { appId } = c.req.valid("param");
      return c.json(
        presentPersonalApp(
          await personal.open(originOf(identity, requestId), identity.personId, appId),
          languageOf(c.req),
        ),
        200,
      );
    })
    .openapi(remove, async (c) => {
      const { identity, requestId } = c.var;
      await personal.remove(originOf(identity, requestId), identity.personId, c.req.valid("param").appId);
      return c.body(null, 204);
    })
    .openapi(showBar, async (c) => c.json(await bar(c.var.identity, languageOf(c.req)), 200))
    .openapi(setBar, async (c) => {
      const { identity, requestId } = c.var;
      await personal.setAppBar(originOf(identity, requestId), identity.personId, c.req.valid("json"));
      return c.json(await bar(identity, languageOf(c.req)), 200);
    });
}
