import { createRoute, z } from "@hono/zod-openapi";
import type { HonoRequest } from "hono";
import type { AppService } from "../catalog/index.ts";
import type { ChatService, PersonService } from "../directory/index.ts";
import { signedIn } from "../platform/http/guards.ts";
import { languageOf } from "../platform/http/language.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor, pageQuery } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { originOf } from "../platform/identity.ts";
import { consentOf } from "./given-consent.ts";
import { installationPresenter } from "./installation.presenter.ts";
import * as schema from "./installation.schema.ts";
import type { InstallationService } from "./installation.service.ts";

const middleware = [signedIn()];
const tags = ["Installations"];
const chatPath = z.object({ chatId: z.uuid() });
const installationPath = chatPath.extend({ installationId: z.uuid() });
const placeOf = (chatId: string) => ({ scope: "chat", id: chatId }) as const;

const list = createRoute({
  method: "get",
  path: "/chats/{chatId}/installations",
  tags,
  summary: "Apps of a chat",
  middleware,
  request: { params: chatPath, query: pageQuery },
  responses: { 200: jsonResponse("A page", schema.installations), ...problems(400, 401, 404) },
});

const add = createRoute({
  method: "post",
  path: "/chats/{chatId}/installations",
  tags,
  summary: "Add an app to a chat; anybody in it may",
  middleware,
  request: { params: chatPath, ...jsonBody(schema.newInstallation) },
  responses: { 201: jsonResponse("Installed", schema.installation), ...problems(400, 401, 403, 404, 409) },
});

const upgrade = createRoute({
  method: "post",
  path: "/chats/{chatId}/installations/{installationId}/upgrade",
  tags,
  summary: "Accept the newest version of an app for a chat",
  middleware,
  request: { params: installationPath, ...jsonBody(schema.acceptance) },
  responses: { 200: jsonResponse("Accepted", schema.installation), ...problems(400, 401, 403, 404, 409) },
});

const remove = createRoute({
  method: "delete",
  path: "/chats/{chatId}/installations/{installationId}",
  tags,
  summary: "Take an app off a chat",
  middleware,
  request: { params: installationPath },
  responses: { 204: { description: "Removed" }, ...problems(401, 404) },
});

export function chatInstallationRoutes(
  installations: InstallationService,
  chats: Pick<ChatService, "see">,
  apps: Pick<AppService, "definitions">,
  people: Pick<PersonService, "names">,
) {
  const { present, presentOne } = installationPresenter(apps, people);
  /** Everybody in a chat manages its apps. */
  const readerOf = (request: HonoRequest) => ({ language: languageOf(request), mayManage: () => true });

  return createRouter()
    .openapi(list, async (c) => {
      const { tenantId } = c.var.identity;
      const { chatId } = c.req.valid("param");
      const { limit, cursor } = c.req.valid("query");
      await chats.see(c.var.identity, chatId);
      const rows = await installations.list(tenantId, placeOf(chatId), { limit, after: decodeCursor(cursor, 1) });
      const page = cutPage(rows, limit, (row) => [row.id]);
      const items = await present(tenantId, await installations.running(tenantId, page.items), readerOf(c.req));
      return c.json({ ...page, items }, 200);
    })
    .openapi(add, async (c) => {
      const { identity, requestId } = c.var;
      const { chatId } = c.req.valid("param");
      const { appId, consent } = c.req.valid("json");
      await chats.see(identity, chatId);
      const origin = originOf(identity, requestId);
      const made = await installations.add(origin, placeOf(chatId), appId, consentOf(identity, consent));
      return c.json(await presentOne(identity.tenantId, made, readerOf(c.req)), 201);
    })
    .openapi(upgrade, async (c) => {
      const { identity, requestId } = c.var;
      const { chatId, installationId } = c.req.valid("param");
      await chats.see(identity, chatId);
      const consent = consentOf(identity, c.req.valid("json").consent);
      const origin = originOf(identity, requestId);
      const now = await installations.upgrade(origin, placeOf(chatId), installationId, consent);
      return c.json(await presentOne(identity.tenantId, now, readerOf(c.req)), 200);
    })
    .openapi(remove, async (c) => {
      const { chatId, installationId } = c.req.valid("param");
      await chats.see(c.var.identity, chatId);
      await installations.remove(originOf(c.var.identity, c.var.requestId), placeOf(chatId), installationId);
      return c.body(null, 204);
    });
}
