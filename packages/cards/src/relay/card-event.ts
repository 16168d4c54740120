import type { JsonObject } from "../json.ts";
import { mailPhrases } from "../mail/phrases.ts";
import { textOfBlocks } from "../mail/text.ts";
import { outlineOf } from "../outline/outline-of.ts";
import type { CardKind, ReadCard } from "../payload.ts";
import { toAdaptiveCard } from "../to-adaptive-card.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A post for programs: what stands in the body of a plain JSON relay. */
export interface CardEvent {
  /** The same in every attempt to deliver it. */
  readonly id: string;
  readonly time: string;
  readonly connector: Named;
  readonly team: Named | null;
  readonly channel: Named | null;
  readonly summary: string;
  /** All there is to read, as plain text. */
  readonly text: string;
  readonly cards: readonly {
    readonly kind: CardKind;
    /** As its sender wrote it. */
    readonly card: JsonObject;
    /** The same as an Adaptive Card, safe to show. */
    readonly adaptiveCard: JsonObject;
  }[];
}

export function cardEvent(
  post: Omit<CardEvent, "text" | "cards"> & { readonly cards: readonly ReadCard[] },
): CardEvent {
  const { cards, id, time, connector, team, channel, summary } = post;
  const text = cards
    .map((card) => textOfBlocks(outlineOf(card, "en").blocks, mailPhrases.en, false))
    .filter((each) => each !== "")
    .join("\n\n");
  return {
    id,
    time,
    connector,
    team,
    channel,
    summary,
    text,
    cards: cards.map((card) => ({ kind: card.kind, card: card.card, adaptiveCard: toAdaptiveCard(card) })),
  };
}
