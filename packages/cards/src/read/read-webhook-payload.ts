import { decodeBody, exceedsBytes } from "../body/decode-body.ts";
import { parseBody } from "../body/parse-body.ts";
import type { AcceptedPayload, ReadCard, RefusedPayload } from "../payload.ts";
import { refuse } from "../refusals.ts";
import { lightened } from "../senders/lighten.ts";
import { recognise } from "./recognise.ts";
import { summarise } from "./summarise.ts";

/** Largest card taken, in bytes as sent (contracts.md D.2: 28 KB documented). */
export const maximumPayloadBytes = 28 * 1024;

/** Largest body looked at: events of GitHub and groups of alerts are often larger than any card may be. */
export const maximumBodyBytes = 512 * 1024;

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
  const exceeds = (limit: number) => (isText ? exceedsBytes(body, limit) : body.byteLength > limit);
  if (exceeds(maximumBodyBytes)) return refuse("too-large");
  const isLarge = exceeds(maximumPayloadBytes);
  const parsed = parseBody(isText ? body : decodeBody(body, options.contentType), options.contentType);
  if ("reason" in parsed) return refuse(isLarge ? "too-large" : parsed.reason);
  const recognised = recognise(parsed.value, options.purpose !== "update");
  if ("reason" in recognised) return refuse(isLarge ? "too-large" : recognised.reason);
  const { cards, summary } = recognised;
  if (isLarge) return readLarge(cards);
  return { accepted: true, summary: summarise(cards, summary), cards, canonical: parsed.json };
}

/** More than a card may have is taken only from other systems, and kept without what nobody sees. */
function readLarge(cards: ReadCard[]): AcceptedPayload | RefusedPayload {
  const [first, ...others] = cards;
  if (first?.kind !== "native" || others.length > 0) return refuse("too-large");
  const card = lightened(first.card, maximumPayloadBytes);
  if (card === undefined) return refuse("too-large");
  const light: ReadCard[] = [{ ...first, card }];
  return { accepted: true, summary: summarise(light, undefined), cards: light, canonical: JSON.stringify(card) };
}
