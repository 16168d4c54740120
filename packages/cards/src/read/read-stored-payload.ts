import type { JsonValue } from "../json.ts";
import type { ReadCard } from "../payload.ts";
import { recognise } from "./recognise.ts";
import { summarise } from "./summarise.ts";

/**
 * Reads back what `readWebhookPayload` gave as `canonical`: the same summary and the same cards.
 * @throws SyntaxError when the text was not written by `readWebhookPayload`.
 */
export function readStoredPayload(canonical: string): { summary: string; cards: ReadCard[] } {
  const { cards, summary } = stored(canonical);
  return { summary: summarise(cards, summary), cards };
}

/** The cards alone, as `readStoredPayload` has them. */
export function readStoredCards(canonical: string): ReadCard[] {
  return stored(canonical).cards;
}

function stored(canonical: string) {
  const recognised = recognise(JSON.parse(canonical) as JsonValue, false);
  if ("reason" in recognised) throw new SyntaxError(`Not a stored payload: ${recognised.reason}`);
  return recognised;
}
