import type { JsonValue } from "../json.ts";
import type { AcceptedPayload, ReadCard } from "../payload.ts";
import { toAdaptiveCard } from "../to-adaptive-card.ts";
import { readStoredPayload } from "./read-stored-payload.ts";
import { summarise } from "./summarise.ts";

/**
 * A stored message in which one card gave way to another (`CARD-UPDATE-IN-BODY`, contracts.md D.3); a message of several
 * cards keeps the others. What replaces it is a payload of `readWebhookPayload` with purpose `update`.
 * @param index of the card to be replaced.
 * @throws SyntaxError when `canonical` was not stored by `readWebhookPayload`.
 */
export function replaceCard(
  canonical: string,
  index: number,
  update: AcceptedPayload,
): { summary: string; canonical: string } {
  const { cards } = readStoredPayload(canonical);
  if (cards.length === 1 && index === 0) return { summary: update.summary, canonical: update.canonical };
  const mixed = cards.toSpliced(index, 1, ...update.cards);
  const message = { type: "message", attachments: mixed.map(attachmentOf) };
  return { summary: summarise(mixed, undefined), canonical: JSON.stringify(message) };
}

function attachmentOf(read: ReadCard): Record<string, JsonValue> {
  // A message of several cards has place for cards written for Teams alone.
  const { kind, card } = read.kind === "native" ? { kind: "adaptive", card: toAdaptiveCard(read) } : read;
  const name =
    kind === "adaptive"
      ? "application/vnd.microsoft.card.adaptive"
      : "application/vnd.microsoft.teams.card.o365connector";
  // The declared type is what the attachment is read back by; an Adaptive Card without one keeps having none.
  return { contentType: name, content: card };
}
