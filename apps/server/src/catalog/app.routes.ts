import { createRoute, z } from "@hono/zod-openapi";
import type { AppStatus } from "../governance/index.ts";
import { ParvisError } from "../platform/errors.ts";
import { readLimited } from "../platform/http/body.ts";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { languageOf } from "../platform/http/language.ts";
import { jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { isAdministrator, originOf } from "../platform/identity.ts";
import { presentApp, presentDetails } from "./app.presenter.ts";
import * as schema from "./app.schema.ts";
import type { AppRow, AppService } from "./app.service.ts";
import { largestPackage } from "./package-reader.ts";

const tags = ["Apps"];
const people = [signedIn()];
const administrators = [signedIn(), administrator()];

const list = createRoute({
  method: "get",
  path: "/apps",
  tags,
  summary: "Apps of the organisation, by name",
  middleware: people,
  request: { query: schema.appsQuery },
  responses: { 200: jsonResponse("A page", schema.apps), ...problems(401, 403) },
});

const upload = createRoute({
  method: "post",
  path: "/apps",
  tags,
  summary: "Upload a new app",
  description: "Published at once. Refused with every finding at once, in the language of Accept-Language.",
  middleware: administrators,
  request: schema.packageBody,
  responses: { 201: jsonResponse("Published", schema.app), ...problems(401, 403, 409, 413, 422) },
});

const update = createRoute({
  method: "post",
  path: "/apps/{appId}/definitions",
  tags,
  summary: "Publish a new version of an app",
  middleware: administrators,
  request: { params: schema.appPath, ...schema.packageBody },
  responses: { 200: jsonResponse("Published", schema.app), ...problems(401, 403, 404, 409, 413, 422) },
});

const show = createRoute({
  method: "get",
  path: "/apps/{appId}",
  tags,
  summary: "An app with its details",
  middleware: people,
  request: { params: schema.appPath },
  responses: { 200: jsonResponse("The app", schema.appDetails), ...problems(401, 404) },
});

const icon = createRoute({
  method: "get",
  path: "/icons/{sha256}",
  tags,
  summary: "A picture",
  middleware: people,
  request: { params: schema.iconPath },
  responses: {
    200: {
      description: "The picture",
      content: { "image/*": { schema: z.string().openapi({ format: "binary" }) } },
    },
    ...problems(401, 404),
  },
});

/** What the routes ask of others: the status of apps, who may use them, and names of people. */
export interface AppRoutePorts {
  statuses(tenantId: string, apps: readonly AppRow[]): Promise<Map<string, AppStatus>>;
  mayUse(tenantId: string, personId: string, app: AppRow): Promise<boolean>;
  names(tenantId: string, ids: readonly string[]): Promise<Map<string, string>>;
}

export function appRoutes(apps: AppService, ports: AppRoutePorts) {
  const statusOf = async (tenantId: string, app: AppRow) =>
    (await ports.statuses(tenantId, [app])).get(app.id) ?? "allowed";

  return createRouter()
    .openapi(list, async (c) => {
      const { identity } = c.var;
      const { limit, cursor, search, kind, feature, view } = c.req.valid("query");
      const forAdministrator = view === "manage";
      if (forAdministrator && !isAdministrator(identity)) throw new ParvisError("access/administrator-only");
      const asked = { limit, after: decodeCursor(cursor, 2), search, kind, feature };
      const { rows, approximate } = forAdministrator
        ? { rows: await apps.list(identity.tenantId, asked, undefined), approximate: false }
        : await apps.find(identity.tenantId, identity.personId, asked);
      const page = cutPage(rows, limit, (row) => [row.displayName.toLowerCase(), row.id]);
      const statuses = await ports.statuses(identity.tenantId, page.items);
      return c.json(
        { ...page, approximate, items: page.items.map((row) => presentApp(row, statuses.get(row.id) ?? "allowed")) },
        200,
      );
    })
    .openapi(upload, async (c) => {
      const bytes = await readLimited(c.req, largestPackage, "An app package");
      const made = await apps.upload(originOf(c.var.identity, c.var.requestId), bytes, languageOf(c.req));
      return c.json(presentApp(made, await statusOf(c.var.identity.tenantId, made)), 201);
    })
    .openapi(update, async (c) => {
      const { appId } = c.req.valid("param");
      const bytes = await readLimited(c.req, largestPackage, "An app package");
      const made = await apps.update(originOf(c.var.identity, c.var.requestId), appId, bytes, languageOf(c.req));
      return c.json(presentApp(made, await statusOf(c.var.identity.tenantId, made)), 200);
    })
    .openapi(show, async (c) => {
      const { identity } = c.var;
      const app = await apps.get(identity.tenantId, c.req.valid("param").appId);
      // For whoever may not use it, the app is not there; an administrator manages it all the same (contracts.md B.1).
      if (!isAdministrator(identity) && !(await ports.mayUse(identity.tenantId, identity.personId, app)))
        throw new ParvisError("app/not-found");
      const [definition, versions, status] = await Promise.all([
        apps.definition(identity.tenantId, app.definitionId),
        apps.versions(identity.tenantId, app.id),
        statusOf(identity.tenantId, app),
      ]);
      const publishers = await ports.names(
        identity.tenantId,
        versions.flatMap((version) => version.createdBy ?? []),
      );
      return c.json(presentDetails(app, status, definition.manifest, versions, publishers), 200);
    })
    .openapi(icon, async (c) => {
      const { bytes, mediaType } = await apps.icon(c.var.identity.tenantId, c.req.valid("param").sha256);
      return c.body(new Uint8Array(bytes), 200, {
        "Content-Type": mediaType,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, max-age=31536000, immutable",
        "Content-Security-Policy": "default-src 'none'",
      });
    });
}
