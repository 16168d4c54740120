import { Hono } from "hono";
import type { ConsentService } from "../../installation/index.ts";
import { ParvisError } from "../../platform/errors.ts";
import type { RequestEnvironment } from "../../platform/http/router.ts";
import { askedUrl } from "./graph-router.ts";
import { installationGuard, type PlaceKind, type PlaceServices, placeAt } from "./places.ts";

/** Microsoft Graph's own application id, which the permissions are of. */
const graphAppId = "00000003-0000-0000-c000-000000000000";

/** Resource-specific permissions that apps have on one team, chat or person (contracts.md A.5). */
export function permissionGrantRoutes(
  services: PlaceServices & { readonly consents: Pick<ConsentService, "grantsIn"> },
  publicUrl: () => string,
): Hono<RequestEnvironment> {
  const routes = new Hono<RequestEnvironment>();
  const kinds: readonly (readonly [string, PlaceKind])[] = [
    ["users", "user"],
    ["teams", "team"],
    ["groups", "team"],
    ["chats", "chat"],
  ];
  for (const [segment, kind] of kinds) {
    routes.get(`/${segment}/:placeId/permissionGrants`, installationGuard(kind, "read"), async (c) => {
      const option = Object.keys(c.req.query()).find((name) => name.startsWith("$"));
      if (option !== undefined)
        throw new ParvisError("request/invalid", { detail: `permissionGrants take no ${option}.` });
      const place = await placeAt(c, kind, "read", services);
      const asked = new URL(askedUrl(c, publicUrl()));
      const grants = await services.consents.grantsIn(c.var.bearer.tenantId, place);
      return c.json({
        "@odata.context": `${asked.origin}/${asked.pathname.split("/")[1]}/$metadata#permissionGrants`,
        value: grants.map(({ appId, clientId, name, type }) => ({
          id: Buffer.from(`${clientId ?? appId}##${name}##${type}`).toString("base64"),
          deletedDateTime: null,
          clientAppId: clientId ?? null,
          resourceAppId: graphAppId,
          clientId: clientId ?? appId,
          permissionType: type,
          permission: name,
        })),
      });
    });
  }
  return routes;
}
