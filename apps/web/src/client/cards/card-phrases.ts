import type { CardPhrases } from "@parvis/cards";
import { useMemo } from "react";
import { useText } from "../../shared/language/text.ts";

/** The words that showing a card adds to it, in the reader's language. */
export function useCardPhrases(): CardPhrases {
  const t = useText();
  return useMemo(
    () => ({
      "unsafe-link": t("client.card.unsafeLink"),
      "outlook-only": t("client.card.outlookOnly"),
      "no-receiver": t("client.card.noReceiver"),
      "unknown-action": t("client.card.unknownAction"),
      inputRequired: t("client.card.inputRequired"),
      time: t("client.card.time"),
    }),
    [t],
  );
}
