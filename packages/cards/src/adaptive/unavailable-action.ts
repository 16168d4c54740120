import type { JsonObject } from "../json.ts";
import type { CardPhrases, UnavailableReason } from "../phrases.ts";

/**
 * A button that is shown, disabled, and says why: in its tooltip, and as a code in `parvis.unavailable` for a client
 * that words it itself. Better than leaving it out: the reader sees what the sender offered.
 */
export function unavailableAction(title: string, reason: UnavailableReason, phrases: CardPhrases): JsonObject {
  return {
    type: "Action.Submit",
    title,
    isEnabled: false,
    tooltip: phrases[reason],
    associatedInputs: "none",
    parvis: { unavailable: reason },
  };
}
