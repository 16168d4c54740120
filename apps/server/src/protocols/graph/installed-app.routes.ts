import { type Context, Hono } from "hono";
import { z } from "zod";
import type { ConsentService, InstalledApp, InstalledAppService } from "../../installation/index.ts";
import { ParvisError } from "../../platform/errors.ts";
import { decodeCursor, encodeCursor } from "../../platform/http/page.ts";
import type { RequestEnvironment } from "../../platform/http/router.ts";
import { isAdministrator, originOfBearer } from "../../platform/identity.ts";
import { askedUrl, collection, readPage } from "./graph-router.ts";
import { appNamedBy, filterable, installationId, presentInstallation, wireAppId } from "./installed-app.presenter.ts";
import { fits, readFilter } from "./odata-filter.ts";
import { type QueryOptions, readOptions } from "./odata-options.ts";
import {
  chatWireId,
  type GraphPlace,
  installationGuard,
  type PlaceKind,
  type PlaceServices,
  placeAt,
  type Reach,
  reachOf,
} from "./places.ts";

type C = Context<RequestEnvironment>;

const mostInstallations = 200;

const permissionSet = z.object({
  resourceSpecificPermissions: z
    .array(z.object({ permissionValue: z.string().max(200), permissionType: z.string().max(40) }))
    .max(500),
});
/** The address may be of v1.0 or beta, on any host (contracts.md A.4). */
const newInstallation = z.object({
  "teamsApp@odata.bind": z
    .string()
    .max(2_048)
    .regex(/\/appCatalogs\/teamsApps(\/[^/?#]+|\('[^']+'\))$/i, "expected …/appCatalogs/teamsApps/{id}"),
  consentedPermissionSet: permissionSet.nullish(),
});
const upgraded = z.object({ consentedPermissionSet: permissionSet.nullish() });

async function bodyOf<S extends z.ZodType>(c: C, schema: S): Promise<z.infer<S>> {
  const text = await c.req.text();
  let given: unknown;
  try {
    given = text.trim() === "" ? {} : JSON.parse(text);
  } catch {
    throw new ParvisError("request/invalid", { detail: "The body is no JSON." });
  }
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw new ParvisError("request/invalid", {
    detail: read.error.issues.map(({ path, message }) => `${path.join(".") || "body"}: ${message}`).join("; "),
  });
}

function setOf(given: z.infer<typeof permissionSet> | null | undefined) {
  return given?.resourceSpecificPermissions.map(({ permissionValue, permissionType }) => ({
    name: permissionValue,
    type: permissionType,
  }));
}

/** `…ReadWriteSelfFor…` reaches the app of the calling application alone. */
function reaches({ allApps, clientId }: Reach, { manifest }: Pick<InstalledApp, "manifest">): boolean {
  return allApps || manifest.webApplicationInfo?.id?.toLowerCase() === clientId;
}

/** @throws ParvisError token/permission-missing */
function assertReaches(reach: Reach, app: Pick<InstalledApp, "manifest">): void {
  if (reaches(reach, app)) return;
  throw new ParvisError("token/permission-missing", {
    detail: "The token's permissions are about the app of the calling application alone (webApplicationInfo.id).",
  });
}

const segments: Readonly<Record<PlaceKind, string>> = {
  user: "/users/:placeId/teamwork/installedApps",
  team: "/teams/:placeId/installedApps",
  chat: "/chats/:placeId/installedApps",
};

function contextOf(place: GraphPlace): string {
  if (place.scope === "personal") return `users('${place.id}')/teamwork/installedApps`;
  if (place.scope === "team") return `teams('${place.id}')/installedApps`;
  return `chats('${chatWireId(place.id)}')/installedApps`;
}

export interface InstalledAppServices extends PlaceServices {
  readonly installed: InstalledAppService;
  readonly consents: Pick<ConsentService, "grantsIn">;
}

/** Apps of people, teams and chats (contracts.md A.4). */
export function installedAppRoutes(services: InstalledAppServices, publicUrl: () => string): Hono<RequestEnvironment> {
  const { installed, consents } = services;

  const consentOf = (c: C, kind: PlaceKind, app: InstalledApp, given: ReturnType<typeof setOf>) => {
    const { mayConsent, clientId } = reachOf(kind, "write", c.var.bearer);
    const own = app.manifest.webApplicationInfo?.id?.toLowerCase() === clientId;
    return {
      byAdministrator: c.var.bearer.person === undefined || isAdministrator(c.var.bearer.person),
      mayConsent: mayConsent.allApps || (mayConsent.own && own),
      permissions: given,
    };
  };

  async function grantsOf(tenantId: string, place: GraphPlace, options: QueryOptions) {
    return options.select?.has("consentedpermissionset") === true ? await consents.grantsIn(tenantId, place) : [];
  }

  async function find(c: C, kind: PlaceKind, place: GraphPlace, access: "read" | "write"): Promise<InstalledApp> {
    const named = appNamedBy(place, c.req.param("installationId") ?? "");
    if (named === undefined) throw new ParvisError("installation/not-found");
    const found = (await installed.allIn(c.var.bearer.tenantId, place)).find((one) => wireAppId(one.app) === named);
    if (found === undefined) throw new ParvisError("installation/not-found");
    assertReaches(reachOf(kind, access, c.var.bearer), found);
    return found;
  }

  function serve(routes: Hono<RequestEnvironment>, kind: PlaceKind, path: string): void {
    const read = installationGuard(kind, "read");
    const write = installationGuard(kind, "write");
    routes
      .get(path, read, async (c) => {
        const { tenantId } = c.var.bearer;
        const place = await placeAt(c, kind, "read", services);
        const options = readOptions((name) => c.req.query(name));
        const filter = c.req.query("$filter") ?? c.req.query("filter");
        const wanted = filter === undefined ? undefined : readFilter(filter);
        const { limit, token } = readPage((name) => c.req.query(name), mostInstallations);
        const after = decodeCursor(token, 1)?.[0] ?? "";
        const reach = reachOf(kind, "read", c.var.bearer);
        // Some dozens: an app is in a place once.
        const rows = (await installed.allIn(tenantId, place))
          .filter((one) => reaches(reach, one) && one.app.id > after)
          .filter((one) => wanted === undefined || fits(wanted, filterable(place, one)))
          .toSorted((a, b) => (a.app.id < b.app.id ? -1 : 1));
        const page = rows.slice(0, limit);
        const grants = await grantsOf(tenantId, place, options);
        const value = page.map((one) =>
          presentInstallation(
            place,
            one,
            grants.filter(({ appId }) => appId === one.app.id),
            options,
          ),
        );
        const next = rows.length > limit ? encodeCursor([page.at(-1)?.app.id ?? ""]) : undefined;
        return c.json(collection(askedUrl(c, publicUrl()), contextOf(place), value, next));
      })
      .post(path, write, async (c) => {
        const { tenantId } = c.var.bearer;
        const place = await placeAt(c, kind, "write", services);
        const body = await bodyOf(c, newInstallation);
        const [, last = ""] = /teamsApps(?:\/|\(')([^/?#']+)/i.exec(body["teamsApp@odata.bind"]) ?? [];
        const app = await installed.offered(tenantId, last);
        // An app that nobody knows is a fault of the body, not of the address.
        if (app === undefined)
          throw new ParvisError("request/invalid", { detail: `There is no app '${last}' in the catalogue.` });
        assertReaches(reachOf(kind, "write", c.var.bearer), app);
        const origin = originOfBearer(c.var.bearer, c.var.requestId);
        await installed.add(origin, place, app, consentOf(c, kind, app, setOf(body.consentedPermissionSet)));
        const asked = new URL(askedUrl(c, publicUrl()));
        const id = encodeURIComponent(installationId(place, app.app));
        return c.body(null, 201, { Location: `${asked.origin}${asked.pathname}/${id}` });
      })
      .get(`${path}/:installationId`, read, async (c) => {
        const place = await placeAt(c, kind, "read", services);
        const one = await find(c, kind, place, "read");
        const options = readOptions((name) => c.req.query(name));
        const grants = await grantsOf(c.var.bearer.tenantId, place, options);
        const asked = new URL(askedUrl(c, publicUrl()));
        return c.json({
          "@odata.context": `${asked.origin}/${asked.pathname.split("/")[1]}/$metadata#${contextOf(place)}/$entity`,
          ...presentInstallation(
            place,
            one,
            grants.filter(({ appId }) => appId === one.app.id),
            options,
          ),
        });
      })
      .post(`${path}/:installationId/upgrade`, write, async (c) => {
        const place = await placeAt(c, kind, "write", services);
        const body = await bodyOf(c, upgraded);
        const one = await find(c, kind, place, "write");
        const origin = originOfBearer(c.var.bearer, c.var.requestId);
        const newest = (await installed.offered(c.var.bearer.tenantId, wireAppId(one.app))) ?? one;
        await installed.upgrade(origin, place, newest, consentOf(c, kind, newest, setOf(body.consentedPermissionSet)));
        return c.body(null, 204);
      })
      .delete(`${path}/:installationId`, write, async (c) => {
        const place = await placeAt(c, kind, "write", services);
        const one = await find(c, kind, place, "write");
        await installed.remove(originOfBearer(c.var.bearer, c.var.requestId), place, one);
        return c.body(null, 204);
      });
  }

  const routes = new Hono<RequestEnvironment>();
  for (const kind of ["user", "team", "chat"] as const) serve(routes, kind, segments[kind]);
  serve(routes, "user", "/me/teamwork/installedApps");
  return routes;
}
