import type { JsonObject, JsonValue } from "./json.ts";
import type { RefusalReason } from "./refusals.ts";
import type { NativeSender } from "./senders/native-card.ts";

/**
 * - `text`: only text, and perhaps a title; the simplest payload of contracts.md D.2, or bare text.
 * - `messageCard`: a MessageCard, declared or recognised by its fields.
 * - `adaptive`: an Adaptive Card; hero and thumbnail cards of bots are read as one.
 * - `native`: the payload of a system that does not write for Teams, such as a group of alerts or an event of GitHub.
 */
export type CardKind = "text" | "messageCard" | "adaptive" | "native";

/** Fields of a MessageCard (contracts.md D.3). Types are as sent, so each is read with `textOf`, `flagOf` and the like. */
export interface MessageCard extends JsonObject {}

/** A card in one of the shapes of contracts.md D.2. */
export type TeamsCard = { kind: "text" | "messageCard"; card: MessageCard } | { kind: "adaptive"; card: JsonObject };

/** The payload of another system. */
export interface NativeCard {
  kind: "native";
  sender: NativeSender;
  card: JsonObject;
}

/** One card as its sender wrote it: nothing added, nothing removed. Show it through `toAdaptiveCard`. */
export type ReadCard = TeamsCard | NativeCard;

export interface AcceptedPayload {
  accepted: true;
  /** One line of plain text for notifications and lists, at most `maximumSummaryLength` characters. */
  summary: string;
  /** At least one, in the sender's order. */
  cards: ReadCard[];
  /** JSON text to store; `readStoredPayload` reads it. The sender's own text wherever that was JSON already. */
  canonical: string;
}

export interface RefusedPayload {
  accepted: false;
  reason: RefusalReason;
  /** HTTP status in strict mode; in compatible mode contracts.md D.2 says which of these go out as 200. */
  status: number;
  /** The text on the wire that senders match on (contracts.md D.2). */
  body: string;
  /** One sentence for logs and the delivery view. */
  explanation: string;
}

/** What `toAdaptiveCard` returns: always these three, whatever was sent. */
export interface AdaptiveCardJson extends JsonObject {
  type: "AdaptiveCard";
  version: string;
  body: JsonValue[];
}

export interface VisibleText {
  /** As displayed: Markdown processed, names in place of mentions, one line a paragraph. */
  text: string;
  /** True when a person must act to see it: open a button's card, a list of choices, a menu, or toggle an element. */
  hidden: boolean;
}

/** Systems that an OpenUri can name a target for (contracts.md D.3). */
export type ReaderSystem = "default" | "windows" | "iOS" | "android";

/** Where a card is shown; without it, it is shown to nobody in particular. */
export interface CardReader {
  /** The reader's system; `default` for those that D.3 does not name. */
  system?: ReaderSystem | undefined;
  /** Whether answers of an Adaptive Card have somewhere to go even when the card itself names no target. */
  hasReceiver?: boolean | undefined;
}
