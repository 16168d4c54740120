import { maximumPayloadBytes, readWebhookPayload, refuse } from "@parvis/cards";
import { type Context, Hono } from "hono";
import { type ConnectorService, incomingWebhook, providerFor } from "../../connectors/index.ts";
import type { MessageService } from "../../conversation/index.ts";
import { readAtMost } from "../../platform/http/body.ts";
import { asParvisError } from "../../platform/http/problem.ts";
import type { RequestEnvironment } from "../../platform/http/router.ts";
import { isId, newId } from "../../platform/identifiers.ts";
import type { Platform } from "../../platform/platform.ts";

const textPlain = "text/plain; charset=utf-8";

/**
 * The addresses senders post cards to (contracts.md D.1, D.2). Every answer is text and carries `request-id`, which
 * some senders keep as the message's id (D.7): so it is. The address is a secret and is never logged.
 */
export function webhookRoutes(
  platform: Pick<Platform, "log" | "metrics">,
  connectors: ConnectorService,
  messages: MessageService,
): Hono<RequestEnvironment> {
  const { log, metrics } = platform;
  const routes = new Hono<RequestEnvironment>();

  function answer(
    c: Context<RequestEnvironment>,
    requestId: string,
    outcome: string,
    status: 200 | 400 | 404 | 405 | 410 | 413 | 429 | 500 | 503,
    body: string,
    headers?: Record<string, string>,
  ) {
    metrics.webhookPosts.inc({ outcome });
    return c.body(body, status, { "Content-Type": textPlain, "request-id": requestId, ...headers });
  }

  for (const path of ["/webhookb2/:place/:provider/:key/:owner", "/webhook/:place/:provider/:key/:owner"]) {
    routes.post(path, async (c) => {
      const requestId = newId();
      try {
        const { place, provider, key } = c.req.param() as { place: string; provider: string; key: string };
        const tenantId = place.slice(place.indexOf("@") + 1);
        const target = isId(tenantId) ? await connectors.resolve(tenantId, key) : undefined;
        if (target === undefined || !place.startsWith(`${target.teamId}@`)) {
          return answer(
            c,
            requestId,
            "unknown",
            404,
            "Webhook not found. The address is not one that Parvis gave out, or its configuration was never saved.",
          );
        }
        if (target.revoked)
          return answer(c, requestId, "revoked", 410, "Gone. This connector was removed from its channel.");
        if (provider !== incomingWebhook && provider !== providerFor(target.connectorId)) {
          return answer(c, requestId, "unknown", 404, `Unknown Connector provider ${provider}`);
        }
        const body = await readAtMost(c.req, maximumPayloadBytes);
        const payload =
          body === undefined
            ? refuse("too-large")
            : readWebhookPayload(body, { contentType: c.req.header("content-type") ?? "" });
        if (!payload.accepted) return answer(c, requestId, payload.reason, payload.status as 400, payload.body);
        const { configurationId, teamId, channelId, appId, authorName, authorIcon } = target;
        const { summary, canonical } = payload;
        await messages.post(tenantId, {
          teamId,
          channelId,
          appId,
          configurationId,
          authorName,
          authorIcon,
          summary,
          body: canonical,
          id: requestId,
        });
        return answer(c, requestId, "accepted", 200, "1");
      } catch (thrown) {
        const error = asParvisError(thrown);
        if (error.code === "server/unexpected") log.error({ requestId, err: thrown }, "A webhook post failed");
        const headers =
          error.parts.retryAfterSeconds === undefined ? {} : { "Retry-After": String(error.parts.retryAfterSeconds) };
        return answer(c, requestId, error.code, error.status as 503, `${error.message} Nothing was posted.`, headers);
      }
    });
    routes.all(path, (c) =>
      answer(c, newId(), "wrong-method", 405, `Invalid webhook request - ${c.req.method} not supported`, {
        Allow: "POST",
      }),
    );
  }
  return routes;
}
