import { displayableCard } from "./adaptive/displayable-card.ts";
import { adaptiveFromMessageCard } from "./message-card/to-adaptive-card.ts";
import type { AdaptiveCardJson, CardReader, ReadCard, TeamsCard } from "./payload.ts";
import { type CardPhrases, englishPhrases } from "./phrases.ts";
import { nativeToAdaptive } from "./senders/index.ts";
import { type SayPhrase, sayInEnglish } from "./senders/sender-phrases.ts";

/**
 * A card as the `adaptivecards` renderer takes it: a MessageCard converted field by field (contracts.md D.3), an
 * Adaptive Card copied and made safe to show, another system's payload told as a card. The card given is not changed.
 * Never throws, never makes HTML: text stays Markdown, which the renderer processes with HTML switched off.
 *
 * Two things are added under the name `parvis`: `accentColor` on the card (from `themeColor`), and on buttons either
 * `unavailable` (why it is disabled) or `data.parvis.post` (what to hand to `findCardAction`).
 * @param phrases the words that conversion adds, in the reader's language.
 * @param say the words of cards from other systems, likewise.
 */
export function toAdaptiveCard(
  card: ReadCard,
  phrases: CardPhrases = englishPhrases,
  reader: CardReader = {},
  say: SayPhrase = sayInEnglish,
): AdaptiveCardJson {
  return card.kind === "native" ? nativeToAdaptive(card, phrases, say) : teamsToAdaptive(card, phrases, reader);
}

/** `toAdaptiveCard` for cards written for Teams alone: a browser loads what the other systems need when it needs it. */
export function teamsToAdaptive(
  { kind, card }: TeamsCard,
  phrases: CardPhrases,
  reader: CardReader = {},
): AdaptiveCardJson {
  return kind === "adaptive"
    ? displayableCard(card, phrases, reader)
    : adaptiveFromMessageCard(card, phrases, reader.system);
}
