import { type Context, Hono } from "hono";
import { z } from "zod";
import type { GovernanceService } from "../../governance/index.ts";
import { ParvisError } from "../../platform/errors.ts";
import { bearer } from "../../platform/http/bearer.ts";
import type { RequestEnvironment } from "../../platform/http/router.ts";
import { originOfBearer } from "../../platform/identity.ts";
import { askedUrl } from "./graph-router.ts";
import { resources } from "./resources.ts";

const readable = ["TeamworkAppSettings.Read.All", "TeamworkAppSettings.ReadWrite.All"];
const read = bearer({ audience: resources.graph, delegated: readable });
const write = bearer({
  audience: resources.graph,
  delegated: ["TeamworkAppSettings.ReadWrite.All"],
  administrator: true,
});

/** The official sample sends the Boolean as a text (contracts.md A.6). */
const lenient = z
  .union([z.boolean(), z.stringFormat("boolean", /^(true|false)$/i).transform((text) => text.toLowerCase() === "true")])
  .optional();
const change = z.object({
  allowUserRequestsForAppAccess: lenient,
  isUserPersonalScopeResourceSpecificConsentEnabled: lenient,
  isChatResourceSpecificConsentEnabled: lenient,
});

type C = Context<RequestEnvironment>;

/** `/teamwork/teamsAppSettings` (contracts.md A.6): what of the organisation's settings Graph knows. */
export function teamsAppSettingsRoutes(
  governance: Pick<GovernanceService, "settings" | "changeSettings">,
  publicUrl: () => string,
): Hono<RequestEnvironment> {
  async function present(c: C) {
    const settings = await governance.settings(c.var.bearer.tenantId);
    const asked = new URL(askedUrl(c, publicUrl()));
    const version = asked.pathname.split("/")[1];
    return {
      "@odata.context": `${asked.origin}/${version}/$metadata#teamwork/teamsAppSettings/$entity`,
      id: c.var.bearer.tenantId,
      allowUserRequestsForAppAccess: settings.allowUserRequests,
      isUserPersonalScopeResourceSpecificConsentEnabled: settings.personalResourceConsent,
      ...(version === "beta" ? { isChatResourceSpecificConsentEnabled: settings.chatResourceConsent } : {}),
    };
  }

  return new Hono<RequestEnvironment>()
    .get("/teamwork/teamsAppSettings", read, async (c) => c.json(await present(c)))
    .patch("/teamwork/teamsAppSettings", write, async (c) => {
      const body = change.safeParse(await c.req.json().catch(() => undefined));
      if (!body.success)
        throw new ParvisError("request/invalid", {
          detail: body.error.issues.map(({ path, message }) => `${path.join(".") || "body"}: ${message}`).join("; "),
        });
      const {
        allowUserRequestsForAppAccess: allowUserRequests,
        isUserPersonalScopeResourceSpecificConsentEnabled: personalResourceConsent,
        isChatResourceSpecificConsentEnabled: chatResourceConsent,
      } = body.data;
      await governance.changeSettings(originOfBearer(c.var.bearer, c.var.requestId), {
        allowUserRequests,
        personalResourceConsent,
        chatResourceConsent,
      });
      return c.body(null, 204);
    });
}
