import { nativeToAdaptive, type SayPhrase } from "@parvis/cards";
import { addCatalogue } from "../../shared/language/language-store.ts";
import type { TextOf } from "../../shared/language/text.ts";
import { senderMessages } from "./locales/index.ts";
import { senderMessageIds } from "./sender-message-ids.ts";

export { nativeToAdaptive };

/** The words of such cards in the language of the screen. */
export function sayWith(t: TextOf): SayPhrase {
  return (phrase, values) => t(senderMessageIds[phrase], values);
}

export async function loadSenderMessages(): Promise<void> {
  await addCatalogue(senderMessages);
}
