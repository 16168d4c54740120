import { createRoute, z } from "@hono/zod-openapi";
import type { PersonService } from "../directory/index.ts";
import { signedIn } from "../platform/http/guards.ts";
import { languageOf } from "../platform/http/language.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { cutPage, decodeCursor } from "../platform/http/page.ts";
import { createRouter } from "../platform/http/router.ts";
import { type Identity, originOf } from "../platform/identity.ts";
import { packageVersion } from "./registration.rules.ts";
import * as schema from "./registration.schema.ts";
import type { GivenPictures, Registration, RegistrationService } from "./registration.service.ts";

const guards = [signedIn()];
const tags = ["Connector registrations"];
const params = schema.registrationPath;

const list = createRoute({
  method: "get",
  path: "/connector-registrations",
  tags,
  summary: "Registered connectors, by name",
  middleware: guards,
  request: { query: schema.registrationsQuery },
  responses: { 200: jsonResponse("A page", schema.registrations), ...problems(400, 401) },
});

const register = createRoute({
  method: "post",
  path: "/connector-registrations",
  tags,
  summary: "Register a connector",
  description: "Gives the connectorId, and a package that is ready to upload. Refused when that would not be valid.",
  middleware: guards,
  request: jsonBody(schema.registrationBody),
  responses: { 201: jsonResponse("Registered", schema.registration), ...problems(400, 401, 422) },
});

const show = createRoute({
  method: "get",
  path: "/connector-registrations/{connectorId}",
  tags,
  summary: "A registered connector with its manifest and use",
  middleware: guards,
  request: { params },
  responses: { 200: jsonResponse("The registration", schema.registrationDetails), ...problems(401, 404) },
});

const change = createRoute({
  method: "put",
  path: "/connector-registrations/{connectorId}",
  tags,
  summary: "Change a registered connector",
  description: "For whoever registered it, and administrators. The package's version rises when the package changes.",
  middleware: guards,
  request: { params, ...jsonBody(schema.registrationBody) },
  responses: { 200: jsonResponse("Changed", schema.registration), ...problems(400, 401, 403, 404, 422) },
});

const remove = createRoute({
  method: "delete",
  path: "/connector-registrations/{connectorId}",
  tags,
  summary: "Delete a connector's registration",
  description:
    "Its sign-in from websites ends, its cards' buttons stop. Apps and configured connectors stay, and go on posting.",
  middleware: guards,
  request: { params },
  responses: { 204: { description: "Deleted" }, ...problems(401, 403, 404) },
});

const binary = z.string().openapi({ format: "binary" });

const logo = createRoute({
  method: "get",
  path: "/connector-registrations/{connectorId}/logo",
  tags,
  summary: "A registered connector's logo",
  middleware: guards,
  request: { params },
  responses: { 200: { description: "The picture", content: { "image/*": { schema: binary } } }, ...problems(401, 404) },
});

const download = createRoute({
  method: "get",
  path: "/connector-registrations/{connectorId}/package",
  tags,
  summary: "A registered connector's app package",
  middleware: guards,
  request: { params },
  responses: {
    200: { description: "The package", content: { "application/zip": { schema: binary } } },
    ...problems(401, 404),
  },
});

const bytesOf = (given: string | null | undefined) => (given == null ? given : Buffer.from(given, "base64"));

function picturesIn({ logo, colorIcon }: { logo?: string | null | undefined; colorIcon?: string | null | undefined }) {
  return { logo: bytesOf(logo), colorIcon: bytesOf(colorIcon) } satisfies GivenPictures;
}

/** Changes when the picture does; null where there is none. */
export function logoAddress({ connectorId, logoHash }: Pick<Registration, "connectorId" | "logoHash">): string | null {
  return logoHash === null ? null : `/api/connector-registrations/${connectorId}/logo?v=${logoHash.slice(0, 8)}`;
}

export function registrationRoutes(registrations: RegistrationService, people: Pick<PersonService, "names">) {
  /** Presents many with one question for the names. */
  async function presentAll(identity: Identity, rows: readonly Registration[]) {
    const ids = rows.flatMap(({ createdBy, changedBy }) => [createdBy, changedBy].filter((id) => id !== null));
    const names = await people.names(identity.tenantId, [...new Set(ids)]);
    return rows.map(({ appId: _, logoHash, revision, createdBy, changedBy, createdAt, changedAt, ...row }) => ({
      ...row,
      validDomains: [...row.validDomains],
      callbackUrls: [...row.callbackUrls],
      logo: logoAddress({ connectorId: row.connectorId, logoHash }),
      version: packageVersion(revision),
      mayEdit: registrations.mayEdit({ createdBy }, identity),
      createdBy: names.get(createdBy ?? "") ?? null,
      createdAt: createdAt.toISOString(),
      changedBy: names.get(changedBy ?? "") ?? null,
      changedAt: changedAt.toISOString(),
    }));
  }

  async function present(identity: Identity, row: Registration) {
    const [presented] = await presentAll(identity, [row]);
    if (presented === undefined) throw new Error("One row is presented as one.");
    return presented;
  }

  return createRouter()
    .openapi(list, async (c) => {
      const { identity } = c.var;
      const { limit, cursor, search } = c.req.valid("query");
      const after = decodeCursor(cursor, 2);
      const rows = await registrations.list(identity.tenantId, { limit, after, search });
      const page = cutPage(rows, limit, (row) => [row.name.toLowerCase(), row.connectorId]);
      return c.json({ ...page, items: await presentAll(identity, page.items) }, 200);
    })
    .openapi(register, async (c) => {
      const { identity } = c.var;
      const { logo, colorIcon, ...text } = c.req.valid("json");
      const origin = originOf(identity, c.var.requestId);
      const made = await registrations.register(origin, text, picturesIn({ logo, colorIcon }), languageOf(c.req));
      return c.json(await present(identity, made), 201);
    })
    .openapi(show, async (c) => {
      const { identity } = c.var;
      const { tenantId } = identity;
      const found = await registrations.find(tenantId, c.req.valid("param").connectorId);
      const offered = await registrations.package(found, tenantId);
      const [presented, findings, use] = await Promise.all([
        present(identity, found),
        registrations.findings(offered, languageOf(c.req)),
        registrations.use(tenantId, found),
      ]);
      const { manifest, fileName: packageName } = offered;
      return c.json({ ...presented, manifest, packageName, findings: [...findings], use }, 200);
    })
    .openapi(change, async (c) => {
      const { identity } = c.var;
      const { connectorId } = c.req.valid("param");
      await registrations.edit(identity, connectorId);
      const { logo, colorIcon, ...text } = c.req.valid("json");
      const origin = originOf(identity, c.var.requestId);
      const pictures = picturesIn({ logo, colorIcon });
      const changed = await registrations.change(origin, connectorId, text, pictures, languageOf(c.req));
      return c.json(await present(identity, changed), 200);
    })
    .openapi(remove, async (c) => {
      const { connectorId } = c.req.valid("param");
      await registrations.edit(c.var.identity, connectorId);
      await registrations.remove(originOf(c.var.identity, c.var.requestId), connectorId);
      return c.body(null, 204);
    })
    .openapi(logo, async (c) => {
      const { bytes, type } = await registrations.logo(c.var.identity.tenantId, c.req.valid("param").connectorId);
      return c.body(new Uint8Array(bytes), 200, {
        "Content-Type": type,
        "Cache-Control": "private, max-age=31536000, immutable",
        "Content-Security-Policy": "default-src 'none'",
        "X-Content-Type-Options": "nosniff",
      });
    })
    .openapi(download, async (c) => {
      const { tenantId } = c.var.identity;
      const found = await registrations.find(tenantId, c.req.valid("param").connectorId);
      const { bytes, fileName } = await registrations.package(found, tenantId);
      return c.body(new Uint8Array(bytes), 200, {
        "Content-Type": "application/zip",
        "Content-Disposition": `attachment; filename="${fileName}"`,
        "Cache-Control": "no-store",
      });
    });
}
