import { type AdaptiveCardJson, type CardReader, type ReadCard, teamsToAdaptive } from "@parvis/cards";
import { use, useMemo } from "react";
import { useText } from "../../shared/language/text.ts";
import { patiently } from "../../shared/patient-import.ts";
import { useCardPhrases } from "./card-phrases.ts";

type NativeCards = Pick<typeof import("../senders/native-cards.ts"), "nativeToAdaptive" | "sayWith">;

let nativeCards: Promise<NativeCards> | undefined;

/** What payloads of other systems need to be shown: most channels have none, so it comes with the first. */
const loadNativeCards = patiently(async () => {
  const { loadSenderMessages, nativeToAdaptive, sayWith } = await import("../senders/native-cards.ts");
  await loadSenderMessages();
  return { nativeToAdaptive, sayWith };
});

/** A card as the renderer takes it, in the reader's language. Suspends while what it needs is loaded. */
export function useAdaptiveCard(card: ReadCard, reader?: CardReader): AdaptiveCardJson {
  const t = useText();
  const phrases = useCardPhrases();
  if (card.kind === "native") nativeCards ??= loadNativeCards();
  const native = card.kind === "native" && nativeCards !== undefined ? use(nativeCards) : undefined;
  return useMemo(() => {
    if (card.kind !== "native") return teamsToAdaptive(card, phrases, reader);
    if (native === undefined) throw new Error("What shows payloads of other systems is not loaded.");
    return native.nativeToAdaptive(card, phrases, native.sayWith(t));
  }, [card, phrases, reader, native, t]);
}
