import type { IncomingMessage, ServerResponse } from "node:http";
import { maximumBodyBytes, readWebhookPayload, refuse } from "@parvis/cards";
import { type ConnectorService, incomingWebhook, providerFor, type WebhookMode } from "../../connectors/index.ts";
import type { MessageService } from "../../conversation/index.ts";
import { asParvisError } from "../../platform/errors.ts";
import { isId, newId } from "../../platform/identifiers.ts";
import type { Platform } from "../../platform/platform.ts";
import { readRequest } from "./read-request.ts";

/** `/webhookb2/<group>@<tenant>/<provider>/<key>/<owner>`, and the older `/webhook/…` (contracts.md D.1); a query is ignored. */
const addressPattern = /^\/webhook(?:b2)?\/([^/@]+)@([^/@]+)\/([^/]+)\/([^/?]+)\/[^/?]+\/?(?:\?|$)/;

interface Answer {
  readonly status: number;
  readonly text: string;
  /** For the metrics: what became of the post. */
  readonly outcome: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const notFound: Answer = {
  status: 404,
  text: "Webhook not found. The address is not one that Parvis gave out, or its configuration was never saved.",
  outcome: "unknown",
};
const revoked: Answer = { status: 410, text: "Gone. This connector was removed from its channel.", outcome: "revoked" };
const replaced: Answer = {
  status: 410,
  text: "Gone. This address was replaced; the channel's connectors dialog shows the new one.",
  outcome: "revoked",
};
const switchedOffText =
  "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 403 with ContextId tcid=0. Connectors are disabled here by an administrator.";
/** In the compatible way 200 with 403 in the text: many senders give a webhook up at any other status (D.2). */
const switchedOff: Readonly<Record<WebhookMode, Answer>> = {
  compatible: { status: 200, text: switchedOffText, outcome: "switched-off" },
  strict: { status: 403, text: switchedOffText, outcome: "switched-off" },
};
const accepted: Answer = { status: 200, text: "1", outcome: "accepted" };

/**
 * The addresses senders post cards to (contracts.md D.1, D.2). Every answer is text and carries `request-id`, which
 * some senders keep as the message's id (D.7): so it is. The address is a secret and is never logged.
 *
 * This is Node's own request and response, past the router: of a card's cost, the web-standard objects in between were
 * a fifth (decision 8).
 * @returns a listener that says whether the request was one of these and is being answered.
 */
export function webhookListener(
  platform: Pick<Platform, "log" | "metrics" | "now">,
  connectors: Pick<ConnectorService, "resolve" | "refusalToPost">,
  messages: Pick<MessageService, "post">,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const { log, metrics } = platform;

  async function post(request: IncomingMessage, requestId: string): Promise<Answer> {
    const [, groupId, tenantId = "", provider = "", key = ""] = addressPattern.exec(request.url ?? "") ?? [];
    // Read first, whatever the answer: a sender that is still writing would miss it.
    const body = await readRequest(request, maximumBodyBytes);
    const target = isId(tenantId) ? await connectors.resolve(tenantId, key) : undefined;
    if (target === undefined || groupId !== target.teamId) return notFound;
    if (target.revoked) return revoked;
    if (target.expiresAt !== null && target.expiresAt <= platform.now()) return replaced;
    if (provider !== incomingWebhook && provider !== providerFor(target.connectorId)) {
      return { status: 404, text: `Unknown Connector provider ${provider}`, outcome: "unknown" };
    }
    if ((await connectors.refusalToPost(tenantId, target)) !== undefined) return switchedOff[target.mode];
    const payload =
      body === undefined
        ? refuse("too-large")
        : readWebhookPayload(body, { contentType: request.headers["content-type"] ?? "" });
    if (!payload.accepted) return { status: payload.status, text: payload.body, outcome: payload.reason };
    const { configurationId, teamId, channelId, appId, authorName, authorIcon } = target;
    const { summary, canonical } = payload;
    const message = {
      id: requestId,
      teamId,
      channelId,
      appId,
      configurationId,
      authorName,
      authorIcon,
      summary,
      body: canonical,
      hasTargets: target.hasTargets,
    };
    await messages.post(tenantId, message);
    return accepted;
  }

  function failed(thrown: unknown, requestId: string): Answer {
    const error = asParvisError(thrown);
    if (error.code === "server/unexpected") log.error({ requestId, err: thrown }, "A webhook post failed");
    const { retryAfterSeconds } = error.parts;
    const headers = retryAfterSeconds === undefined ? {} : { "Retry-After": String(retryAfterSeconds) };
    return { status: error.status, text: `${error.message} Nothing was posted.`, outcome: error.code, headers };
  }

  function send(response: ServerResponse, requestId: string, { status, text, outcome, headers }: Answer): void {
    metrics.webhookPosts.inc({ outcome });
    response.writeHead(status, {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Length": Buffer.byteLength(text),
      "request-id": requestId,
      ...headers,
    });
    response.end(text);
  }

  return (request, response) => {
    const { url = "", method = "" } = request;
    if (!url.startsWith("/webhook")) return false;
    const requestId = newId();
    if (method !== "POST") {
      const text = `Invalid webhook request - ${method} not supported`;
      send(response, requestId, { status: 405, text, outcome: "wrong-method", headers: { Allow: "POST" } });
      return true;
    }
    post(request, requestId).then(
      (answer) => send(response, requestId, answer),
      // A sender that hung up has nobody to answer to.
      (thrown: unknown) =>
        void (request.destroyed && !request.complete
          ? response.destroy()
          : send(response, requestId, failed(thrown, requestId))),
    );
    return true;
  };
}
