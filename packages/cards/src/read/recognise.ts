import { hasText, isDeeperThan, isObject, type JsonObject, type JsonValue, objectsOf, property } from "../json.ts";
import type { ReadCard } from "../payload.ts";
import type { RefusalReason } from "../refusals.ts";
import type { NativeSender } from "../senders/native-card.ts";
import { isSlackAttachments, recogniseSender } from "../senders/recognise-sender.ts";
import { readAttachment } from "./attachment.ts";

/** The cards in a payload, and the summary its sender gave the message as a whole; or why there are none. */
export type Recognition = { cards: ReadCard[]; summary: JsonValue | undefined } | { reason: RefusalReason };

/** No sender's card comes near; what is deeper was made to hurt a reader that recurses. */
const maximumDepth = 100;

/**
 * Tells the shapes of contracts.md D.2 and D.7 apart: a message with attachments (with or without `type`), one
 * attachment alone, a bare Adaptive Card, a MessageCard (with or without `@type`), a text. What
 * has the marks of another system is taken as that system's payload.
 * @param requireText apply D.2's rule that a MessageCard needs a summary or a text. It holds for what is posted to a
 *   webhook, not for a card inside an attachment, for what is already stored, nor for a card that replaces another.
 */
export function recognise(value: JsonValue, requireText: boolean): Recognition {
  if (!isObject(value)) return { reason: "unknown-shape" };
  if (isDeeperThan(value, maximumDepth)) return { reason: "too-deep" };
  if (value["@type"] === "MessageCard") return recogniseMessageCard(value, requireText);
  if (value.attachments !== undefined || value.Attachments !== undefined) {
    return isSlackAttachments(value) ? native(value, "slack") : recogniseMessage(value, requireText);
  }
  // Not in the list of D.2, and the retired service refused it. But it is what every card designer exports, senders
  // post it by mistake, and there is no doubt about what they mean.
  if (value.type === "AdaptiveCard") return { cards: [{ kind: "adaptive", card: value }], summary: value.summary };
  if (typeof value.contentType === "string" && value.content !== undefined) {
    return recogniseMessage({ attachments: [value] }, requireText);
  }
  const sender = recogniseSender(value);
  return sender === undefined ? recogniseMessageCard(value, requireText) : native(value, sender);
}

function native(card: JsonObject, sender: NativeSender): Recognition {
  return { cards: [{ kind: "native", sender, card }], summary: undefined };
}

/** An activity: its text, if it has one, then every attachment that is a card; other attachments are left out. */
function recogniseMessage(message: JsonObject, requireText: boolean): Recognition {
  const cards: ReadCard[] = [];
  let trouble: RefusalReason | undefined;
  for (const attachment of objectsOf(property(message, "attachments"))) {
    const read = readAttachment(attachment);
    if ("card" in read) cards.push(read);
    else trouble ??= read.reason;
  }
  // Senders of other systems' payloads, and bots with nothing attached: what Teams shows is the text.
  if (cards.length === 0)
    return isMessageCard(message) ? recogniseMessageCard(message, requireText) : { reason: trouble ?? "unknown-shape" };
  const summary = property(message, "summary");
  const text = property(message, "text");
  if (text !== undefined && hasText(text)) cards.unshift({ kind: "text", card: { text } });
  return { cards, summary };
}

function recogniseMessageCard(card: JsonObject, requireText: boolean): Recognition {
  const summary = property(card, "summary");
  if (requireText && !hasText(card.text) && !hasText(summary) && !hasText(property(card, "text"))) {
    return { reason: isMessageCard(card) ? "no-text-or-summary" : "unknown-shape" };
  }
  if (!requireText && !isMessageCard(card)) return { reason: "unknown-shape" };
  return { cards: [{ kind: isTextOnly(card) ? "text" : "messageCard", card }], summary };
}

function isTextOnly(card: JsonObject): boolean {
  return (
    card["@type"] === undefined &&
    property(card, "sections") === undefined &&
    property(card, "potentialAction") === undefined
  );
}

const messageCardFields = ["@type", "text", "summary", "title", "sections", "potentialAction", "themeColor"];

/** Does it have a field that only a MessageCard has? */
function isMessageCard(card: JsonObject): boolean {
  return messageCardFields.some((name) => property(card, name) !== undefined);
}
