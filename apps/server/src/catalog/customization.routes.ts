import { createRoute } from "@hono/zod-openapi";
import { administrator, signedIn } from "../platform/http/guards.ts";
import { jsonBody, jsonResponse, problems } from "../platform/http/openapi.ts";
import { createRouter } from "../platform/http/router.ts";
import { originOf } from "../platform/identity.ts";
import { iconAddress } from "./app.presenter.ts";
import { appPath } from "./app.schema.ts";
import * as schema from "./customization.schema.ts";
import type { CustomizationInForce, CustomizationService } from "./customization.service.ts";
import { type CatalogNames, nameIn } from "./names.ts";

const tags = ["Manage apps"];
const guards = [signedIn(), administrator()];

const show = createRoute({
  method: "get",
  path: "/apps/{appId}/customization",
  tags,
  summary: "What of an app is the organisation's own, and what may be",
  middleware: guards,
  request: { params: appPath },
  responses: { 200: jsonResponse("The customization", schema.customization), ...problems(401, 403, 404) },
});

const publish = createRoute({
  method: "put",
  path: "/apps/{appId}/customization",
  tags,
  summary: "Publish names, texts and icons of the organisation's own for an app",
  description:
    "Only what the manifest's `configurableProperties` offers. When a new version withdraws one, it reverts.",
  middleware: guards,
  request: { params: appPath, headers: schema.ifMatch, ...jsonBody(schema.customizationChange) },
  responses: { 200: jsonResponse("Published", schema.customization), ...problems(400, 401, 403, 404, 409, 412, 422) },
});

const reset = createRoute({
  method: "delete",
  path: "/apps/{appId}/customization",
  tags,
  summary: "Give an app back its publisher's names, texts and icons",
  middleware: guards,
  request: { params: appPath },
  responses: { 204: { description: "Reset" }, ...problems(401, 403, 404) },
});

export function customizationRoutes(customizations: CustomizationService, names: CatalogNames) {
  async function present(tenantId: string, now: CustomizationInForce) {
    const { app, allowed, publisher, publisherIcons, overrides, changedBy, changedAt, tag } = now;
    return {
      customizable: [...allowed],
      publisher,
      overrides,
      icons: { color: iconAddress(app.colorIcon), outline: iconAddress(app.outlineIcon) },
      publisherIcons: {
        color: iconAddress(publisherIcons.colorIcon),
        outline: iconAddress(publisherIcons.outlineIcon),
      },
      overriddenIcons: (["colorIcon", "outlineIcon"] as const).filter((name) => now[name] !== null),
      changedBy: nameIn(await names.people(tenantId, [changedBy]), changedBy),
      changedAt: changedAt?.toISOString() ?? null,
      etag: tag,
    };
  }
  const bytesOf = (base64: string | null | undefined) =>
    base64 === undefined || base64 === null ? base64 : new Uint8Array(Buffer.from(base64, "base64"));

  return createRouter()
    .openapi(show, async (c) => {
      const { tenantId } = c.var.identity;
      const now = await customizations.get(tenantId, c.req.valid("param").appId);
      return c.json(await present(tenantId, now), 200, { ETag: now.tag });
    })
    .openapi(publish, async (c) => {
      const { texts, colorIcon, outlineIcon } = c.req.valid("json");
      const now = await customizations.publish(
        originOf(c.var.identity, c.var.requestId),
        c.req.valid("param").appId,
        { texts, colorIcon: bytesOf(colorIcon), outlineIcon: bytesOf(outlineIcon) },
        c.req.valid("header")["if-match"],
      );
      return c.json(await present(c.var.identity.tenantId, now), 200, { ETag: now.tag });
    })
    .openapi(reset, async (c) => {
      await customizations.reset(originOf(c.var.identity, c.var.requestId), c.req.valid("param").appId);
      return c.body(null, 204);
    });
}
