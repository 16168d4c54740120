import { type CardAction, fillHttpPost } from "@parvis/cards";

/** What the platform itself says in a request (contracts.md D.3). */
export interface CardRequestFrame {
  /** Made for `audience` of the same address. */
  readonly token: string;
  readonly correlationId: string;
  readonly requestId: string;
  readonly actorId: string;
  readonly tenantId: string;
}

export interface CardRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Headers that are the connection's, or the platform's own: a card cannot set them. */
const ownHeaders = new Set([
  "host",
  "connection",
  "content-length",
  "content-type",
  "transfer-encoding",
  "te",
  "trailer",
  "upgrade",
  "expect",
  "keep-alive",
  "cookie",
  "action-authorization",
  "action-request-id",
  "card-correlation-id",
]);
const mostHeaders = 50;

/** The sender's headers by lower-case name; what no request can carry is left out, and the last of a name wins. */
function sendersHeaders(headers: readonly { name: string; value: string }[]): Map<string, string> {
  const kept = new Map<string, string>();
  for (const { name, value } of headers) {
    const key = name.trim().toLowerCase();
    if (!/^[\w!#$%&'*+.^`|~-]{1,100}$/.test(key) || ownHeaders.has(key) || key.startsWith("proxy-")) continue;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a header with one would be two headers
    if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(value)) continue;
    // Headers are bytes; UTF-8 is what the other side expects beyond ASCII.
    if (kept.size < mostHeaders || kept.has(key)) kept.set(key, Buffer.from(value.trim(), "utf8").toString("latin1"));
  }
  return kept;
}

/** Where a press goes. @param actionsUrl of the connector's registration, for answers that name no address. */
export function addressOf(
  action: CardAction,
  inputs: Readonly<Record<string, string>>,
  actionsUrl: string | null,
): string | undefined {
  return action.kind === "post"
    ? fillHttpPost(action.post, inputs).url
    : (action.answer.target ?? actionsUrl ?? undefined);
}

/**
 * The request a pressed button makes (contracts.md D.3). The token goes into `Authorization`; where the card has a header
 * of that name, empty or not, into `Action-Authorization`.
 */
export function cardRequest(
  action: CardAction,
  url: string,
  inputs: Readonly<Record<string, string>>,
  frame: CardRequestFrame,
): CardRequest {
  const { token, correlationId, requestId } = frame;
  const headers = action.kind === "post" ? sendersHeaders(action.post.headers) : new Map<string, string>();
  const ownAuthorization = headers.get("authorization");
  if (ownAuthorization === "") headers.delete("authorization");
  headers.set(ownAuthorization === undefined ? "authorization" : "action-authorization", `Bearer ${token}`);
  headers.set("action-request-id", requestId);
  if (correlationId !== "")
    headers.set("card-correlation-id", Buffer.from(oneLine(correlationId), "utf8").toString("latin1"));
  headers.set("content-type", action.kind === "post" ? action.post.bodyContentType : "application/json");
  const body = action.kind === "post" ? fillHttpPost(action.post, inputs).body : answerBody(action, inputs, frame);
  return { url, headers: Object.fromEntries(headers), body };
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a header with one would be two headers
  return text.replace(/[\u0000-\u001f\u007f]+/g, " ").slice(0, 200);
}

/**
 * An `Action.Submit` sends its data and the inputs as one object. An `Action.Execute` sends the activity that a bot gets
 * for it, so that a bot's handler can be behind the address.
 */
function answerBody(
  { answer }: Extract<CardAction, { kind: "answer" }>,
  inputs: Readonly<Record<string, string>>,
  { actorId, tenantId }: CardRequestFrame,
): string {
  const data = { ...answer.data, ...inputs };
  if (answer.type === "Action.Submit") return JSON.stringify(data);
  const { id, verb, title } = answer;
  return JSON.stringify({
    type: "invoke",
    name: "adaptiveCard/action",
    from: { id: actorId, aadObjectId: actorId },
    channelData: { tenant: { id: tenantId } },
    value: { action: { type: answer.type, id, title, verb, data }, trigger: "manual" },
  });
}
