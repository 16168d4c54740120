import { createRoute } from "@hono/zod-openapi";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { originOf } from "../platform/identity.ts";
import { knownPermissions } from "./app-registration.rules.ts";
import * as schema from "./app-registration.schema.ts";
import type { AppRegistration, AppRegistrationService } from "./app-registration.service.ts";

const tags = ["App registrations"];
const middleware = [signedIn(), administrator()];

const list = createRoute({
  method: "get",
  path: "/app-registrations",
  tags,
  summary: "Programs that may ask for tokens, by name",
  middleware,
  request: { query: schema.appRegistrationsQuery },
  responses: { 200: jsonResponse("A page", schema.appRegistrations), ...problems(401, 403) },
});

const listPermissions = createRoute({
  method: "get",
  path: "/app-permissions",
  tags,
  summary: "Permissions that registrations can be given",
  middleware,
  responses: { 200: jsonResponse("The permissions", schema.appPermissions), ...problems(401, 403) },
});

const create = createRoute({
  method: "post",
  path: "/app-registrations",
  tags,
  summary: "Register a program",
  middleware,
  request: jsonBody(schema.newAppRegistration),
  responses: { 201: jsonResponse("Registered", schema.appRegistration), ...problems(400, 401, 403, 409) },
});

const show = createRoute({
  method: "get",
  path: "/app-registrations/{clientId}",
  tags,
  summary: "An app registration",
  middleware,
  request: { params: schema.clientPath },
  responses: { 200: jsonResponse("The registration", schema.appRegistration), ...problems(401, 403, 404) },
});

const change = createRoute({
  method: "patch",
  path: "/app-registrations/{clientId}",
  tags,
  summary: "Change a registration; permissions taken away hold at once",
  middleware,
  request: { params: schema.clientPath, ...jsonBody(schema.appRegistrationChange) },
  responses: { 200: jsonResponse("Changed", schema.appRegistration), ...problems(400, 401, 403, 404) },
});

const remove = createRoute({
  method: "delete",
  path: "/app-registrations/{clientId}",
  tags,
  summary: "Delete a registration; its tokens stop working",
  middleware,
  request: { params: schema.clientPath },
  responses: { 204: { description: "Deleted" }, ...problems(401, 403, 404) },
});

const addSecret = createRoute({
  method: "post",
  path: "/app-registrations/{clientId}/secrets",
  tags,
  summary: "Make a secret, shown once",
  description: "Two may stand side by side: to replace one, make the new, hand it out, remove the old.",
  middleware,
  request: { params: schema.clientPath, ...jsonBody(schema.newSecret) },
  responses: { 201: jsonResponse("Made", schema.madeSecret), ...problems(400, 401, 403, 404, 409) },
});

const removeSecret = createRoute({
  method: "delete",
  path: "/app-registrations/{clientId}/secrets/{secretId}",
  tags,
  summary: "Remove a secret",
  middleware,
  request: { params: schema.secretPath },
  responses: { 204: { description: "Removed" }, ...problems(401, 403, 404) },
});

export function appRegistrationRoutes(
  registrations: AppRegistrationService,
  names: (tenantId: string, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>,
) {
  /** Registrations with their secrets and the names of who made them, in two queries. */
  async function present(tenantId: string, rows: readonly AppRegistration[]) {
    const secrets = await registrations.secrets(
      tenantId,
      rows.map((row) => row.clientId),
    );
    const known = await names(
      tenantId,
      [...rows, ...secrets].flatMap((each) => each.createdBy ?? []),
    );
    const by = (id: string | null) => (id === null ? null : (known.get(id) ?? null));
    return rows.map(({ clientId, displayName, publicClient, redirectUris, appRoles, createdBy, createdAt }) => ({
      clientId,
      displayName,
      publicClient,
      redirectUris: [...redirectUris],
      appRoles: [...appRoles],
      secrets: secrets
        .filter((secret) => secret.clientId === clientId)
        .map((secret) => ({
          id: secret.id,
          hint: secret.hint,
          createdBy: by(secret.createdBy),
          createdAt: secret.createdAt.toISOString(),
          expiresAt: secret.expiresAt?.toISOString() ?? null,
        })),
      createdBy: by(createdBy),
      createdAt: createdAt.toISOString(),
    }));
  }

  async function presentOne(tenantId: string, row: AppRegistration) {
    const [shown] = await present(tenantId, [row]);
    if (shown === undefined) throw new Error("One row became none.");
    return shown;
  }

  return createRouter()
    .openapi(list, async (c) => {
      const { tenantId } = c.var.identity;
      const { limit, cursor, search } = c.req.valid("query");
      const rows = await registrations.list(tenantId, { limit, after: decodeCursor(cursor, 2), search });
      const page = cutPage(rows, limit, (row) => [row.displayName.toLowerCase(), row.clientId]);
      return c.json({ ...page, items: await present(tenantId, page.items) }, 200);
    })
    .openapi(listPermissions, (c) => c.json({ permissions: [...knownPermissions] }, 200))
    .openapi(create, async (c) => {
      const made = await registrations.create(originOf(c.var.identity, c.var.requestId), c.req.valid("json"));
      return c.json(await presentOne(c.var.identity.tenantId, made), 201);
    })
    .openapi(show, async (c) => {
      const { tenantId } = c.var.identity;
      return c.json(await presentOne(tenantId, await registrations.get(tenantId, c.req.valid("param").clientId)), 200);
    })
    .openapi(change, async (c) => {
      const { clientId } = c.req.valid("param");
      const origin = originOf(c.var.identity, c.var.requestId);
      const changed = await registrations.change(origin, clientId, c.req.valid("json"));
      return c.json(await presentOne(c.var.identity.tenantId, changed), 200);
    })
    .openapi(remove, async (c) => {
      await registrations.remove(originOf(c.var.identity, c.var.requestId), c.req.valid("param").clientId);
      return c.body(null, 204);
    })
    .openapi(addSecret, async (c) => {
      const { expiresAt } = c.req.valid("json");
      const origin = originOf(c.var.identity, c.var.requestId);
      const { clientId } = c.req.valid("param");
      const made = await registrations.makeSecret(origin, clientId, expiresAt === null ? null : new Date(expiresAt));
      return c.json(made, 201);
    })
    .openapi(removeSecret, async (c) => {
      const { clientId, secretId } = c.req.valid("param");
      await registrations.removeSecret(originOf(c.var.identity, c.var.requestId), clientId, secretId);
      return c.body(null, 204);
    });
}
