import type { IncomingMessage, ServerResponse } from "node:http";
import { maximumBodyBytes } from "@parvis/cards";
import { type ConnectorService, incomingWebhook, providerFor, type WebhookTarget } from "../../connectors/index.ts";
import { answerTo, type DeliveryService, type PostAnswer, plainText, problemAnswer } from "../../conversation/index.ts";
import { asParvisError, type ErrorCode } from "../../platform/errors.ts";
import { isId, newId } from "../../platform/identifiers.ts";
import type { Platform } from "../../platform/platform.ts";
import { readRequest } from "./read-request.ts";

/** `/webhookb2/<group>@<tenant>/<provider>/<key>/<owner>`, and the older `/webhook/…` (contracts.md D.1); a query is ignored. */
const addressPattern = /^\/webhook(?:b2)?\/([^/@]+)@([^/@]+)\/([^/]+)\/([^/?]+)\/[^/?]+\/?(?:\?|$)/;

interface Answer extends PostAnswer {
  /** For the metrics: what became of the post. */
  readonly outcome: string;
}

/** A refusal at the door: the text that senders know, or in strict mode a problem document. */
interface Refusal {
  readonly code: ErrorCode;
  readonly status: number;
  readonly text: string;
  readonly outcome: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const notFound: Refusal = {
  code: "webhook/not-found",
  status: 404,
  text: "Webhook not found. The address is not one that Parvis gave out, or its configuration was never saved.",
  outcome: "unknown",
};
const gone = { code: "webhook/gone", status: 410, outcome: "revoked" } as const;
const removed: Refusal = { ...gone, text: "Gone. This connector was removed from its channel." };
const replaced: Refusal = {
  ...gone,
  text: "Gone. This address was replaced; the channel's connectors dialog shows the new one.",
};

function wrongMethod(method: string): Refusal {
  const text = `Invalid webhook request - ${method} not supported`;
  return { code: "request/wrong-method", status: 405, text, outcome: "wrong-method", headers: { Allow: "POST" } };
}

function unknownProvider(provider: string): Refusal {
  const text = `Unknown Connector provider ${provider}`;
  return { code: "webhook/unknown-provider", status: 404, text, outcome: "unknown" };
}

/**
 * The addresses senders post cards to (contracts.md D.1, D.2). Every answer carries `request-id`, which some senders keep
 * as the message's id (D.7): so it is. The address is a secret and is never logged.
 *
 * This is Node's own request and response, past the router: of a card's cost, the web-standard objects in between were
 * a fifth (decision 8).
 * @returns a listener that says whether the request was one of these and is being answered.
 */
export function webhookListener(
  platform: Pick<Platform, "log" | "metrics" | "now">,
  connectors: Pick<ConnectorService, "resolve" | "used">,
  deliveries: Pick<DeliveryService, "receive">,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const { log, metrics, now } = platform;

  /** What an address leads to, or why not; in strict mode once the webhook is known. */
  async function resolve(
    url: string,
  ): Promise<{ tenantId: string; key: string; target: WebhookTarget | undefined; refusal: Refusal | undefined }> {
    const [, groupId, tenantId = "", provider = "", key = ""] = addressPattern.exec(url) ?? [];
    const found = isId(tenantId) ? await connectors.resolve(tenantId, key) : undefined;
    const target = groupId === found?.groupId ? found : undefined;
    const refusalOf = (): Refusal | undefined => {
      if (target === undefined) return notFound;
      if (target.revoked) return removed;
      if (target.expiresAt !== null && target.expiresAt <= now()) return replaced;
      const known = provider === incomingWebhook || provider === providerFor(target.connectorId);
      return known ? undefined : unknownProvider(provider);
    };
    return { tenantId, key, target, refusal: refusalOf() };
  }

  async function answer(request: IncomingMessage, id: string): Promise<Answer> {
    const { url = "", method = "", headers } = request;
    // Read first, whatever the answer: a sender that is still writing would miss it.
    const body = await readRequest(request, maximumBodyBytes);
    const { tenantId, key, target, refusal } = await resolve(url).catch((thrown: unknown) => {
      if (method === "POST") throw thrown;
      return { tenantId: "", key: "", target: undefined, refusal: undefined };
    });
    const mode = target?.mode ?? "compatible";
    const refuse = ({ code, status, text, outcome, headers: more = {} }: Refusal): Answer =>
      mode === "strict"
        ? { ...problemAnswer(code, id, text, more), outcome }
        : { status, contentType: plainText, text, headers: more, outcome };
    if (method !== "POST") return refuse(wrongMethod(method));
    if (refusal !== undefined || target === undefined) return refuse(refusal ?? notFound);
    connectors.used(tenantId, key);
    try {
      const outcome = await deliveries.receive(tenantId, target, {
        id,
        body: body.bytes,
        size: body.length,
        contentType: headers["content-type"] ?? null,
        userAgent: headers["user-agent"] ?? null,
      });
      return { ...answerTo(outcome, mode, id), outcome: outcome.turnedAway ?? "accepted" };
    } catch (thrown) {
      return refuse(failed(thrown, id));
    }
  }

  /** What is wrong on our side is a real status in both modes: a sender must not take it for done (docs/guides/senders.md). */
  function failed(thrown: unknown, requestId: string): Refusal {
    const error = asParvisError(thrown);
    if (error.code === "server/unexpected") log.error({ requestId, err: thrown }, "A webhook post failed");
    const { retryAfterSeconds } = error.parts;
    const headers = retryAfterSeconds === undefined ? {} : { "Retry-After": String(retryAfterSeconds) };
    const text = `${error.message} Nothing was posted.`;
    return { code: error.code, status: error.status, text, outcome: error.code, headers };
  }

  function send(response: ServerResponse, requestId: string, { status, contentType, text, outcome, headers }: Answer) {
    metrics.webhookPosts.inc({ outcome });
    response.writeHead(status, {
      "Content-Type": contentType,
      "Content-Length": Buffer.byteLength(text),
      "request-id": requestId,
      ...headers,
    });
    response.end(text);
  }

  return (request, response) => {
    if (!request.url?.startsWith("/webhook")) return false;
    const requestId = newId();
    answer(request, requestId).then(
      (given) => send(response, requestId, given),
      (thrown: unknown) => {
        // A sender that hung up has nobody to answer to.
        if (request.destroyed && !request.complete) return void response.destroy();
        const failure = failed(thrown, requestId);
        send(response, requestId, { ...failure, contentType: plainText, headers: failure.headers ?? {} });
      },
    );
    return true;
  };
}
