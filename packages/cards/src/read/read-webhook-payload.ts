import { decodeBody, exceedsBytes } from "../body/decode-body.ts";
import { parseBody } from "../body/parse-body.ts";
import type { AcceptedPayload, RefusedPayload } from "../payload.ts";
import { refuse } from "../refusals.ts";
import { recognise } from "./recognise.ts";
import { summarise } from "./summarise.ts";

/** Largest body taken, in bytes as sent (contracts.md D.2: 28 KB documented). */
export const maximumPayloadBytes = 28 * 1024;

export interface ReadOptions {
  /** The request's Content-Type. Of little weight: the body decides (contracts.md D.7). */
  contentType?: string | undefined;
  /**
   * `update` is a card that replaces another (`CARD-UPDATE-IN-BODY`, contracts.md D.3): it needs no summary or text,
   * because nobody is notified of it. `post`, the default, is what arrives at a webhook.
   */
  purpose?: "post" | "update" | undefined;
}

/**
 * Reads the body of a request to a connector webhook and decides whether it is a message (contracts.md D.2, D.7).
 * Never throws: whatever arrives is accepted with its cards, or refused with status and wire text.
 */
export function readWebhookPayload(
  body: string | Uint8Array,
  options: ReadOptions = {},
): AcceptedPayload | RefusedPayload {
  const isText = typeof body === "string";
  if (isText ? exceedsBytes(body, maximumPayloadBytes) : body.byteLength > maximumPayloadBytes) {
    return refuse("too-large");
  }
  const parsed = parseBody(isText ? body : decodeBody(body, options.contentType), options.contentType);
  if ("reason" in parsed) return refuse(parsed.reason);
  const recognised = recognise(parsed.value, options.purpose !== "update");
  if ("reason" in recognised) return refuse(recognised.reason);
  const { cards, summary } = recognised;
  return { accepted: true, summary: summarise(cards, summary), cards, canonical: parsed.json };
}
