import { displayableCard } from "./adaptive/displayable-card.ts";
import { adaptiveTexts } from "./adaptive/texts.ts";
import { messageCardTexts } from "./message-card/texts.ts";
import type { ReadCard, VisibleText } from "./payload.ts";
import { englishPhrases } from "./phrases.ts";
import { toAdaptiveCard } from "./to-adaptive-card.ts";

/**
 * Every text of a card that a person can see, in reading order. Dates that the renderer words by locale
 * (`{{DATE(...)}}`) are left out of the texts around them. For a MessageCard this is taken from its own fields, not
 * from its conversion, so that the one can be checked by the other.
 */
export function visibleText(read: ReadCard): VisibleText[] {
  if (read.kind === "native") return adaptiveTexts(toAdaptiveCard(read));
  const { kind, card } = read;
  return kind === "adaptive" ? adaptiveTexts(displayableCard(card, englishPhrases)) : messageCardTexts(card);
}
