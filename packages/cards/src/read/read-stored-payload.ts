import type { JsonValue } from "../json.ts";
import type { ReadCard } from "../payload.ts";
import { recognise } from "./recognise.ts";
import { summarise } from "./summarise.ts";

/**
 * Reads back what `readWebhookPayload` gave as `canonical`: the same summary and the same cards.
 * @throws SyntaxError when the text was not written by `readWebhookPayload`.
 */
export function readStoredPayload(canonical: string): { summary: string; cards: ReadCard[] } {
  const recognised = recognise(JSON.parse(canonical) as JsonValue, false);
  if ("reason" in recognised) throw new SyntaxError(`Not a stored payload: ${recognised.reason}`);
  return { summary: summarise(recognised.cards, recognised.summary), cards: recognised.cards };
}
