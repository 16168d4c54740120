import { isObject, type JsonObject, type JsonValue, property, textOf } from "../json.ts";
import type { ReadCard } from "../payload.ts";
import type { RefusalReason } from "../refusals.ts";
import { adaptiveFromBotCard } from "./bot-card.ts";

/**
 * One attachment of a message as a card (contracts.md D.2 and D.7). Adaptive Cards and O365 connector cards are taken
 * as they are; hero and thumbnail cards become Adaptive Cards. Content may be the card's JSON in a string, as flow
 * designers produce it. Otherwise the reason it is none.
 */
export function readAttachment(attachment: JsonObject): ReadCard | { reason: RefusalReason } {
  const content = contentOf(attachment);
  switch (textOf(property(attachment, "contentType")).trim().toLowerCase()) {
    case "application/vnd.microsoft.card.adaptive":
      return isAdaptive(content) ? { kind: "adaptive", card: content } : { reason: "adaptive-not-a-card" };
    case "application/vnd.microsoft.teams.card.o365connector":
      return isObject(content) ? { kind: "messageCard", card: content } : { reason: "unknown-attachment" };
    case "application/vnd.microsoft.card.hero":
    case "application/vnd.microsoft.card.thumbnail":
      return isObject(content)
        ? { kind: "adaptive", card: adaptiveFromBotCard(content) }
        : { reason: "unknown-attachment" };
    default:
      return { reason: "unknown-attachment" };
  }
}

/** `type` may be missing inside an attachment that is declared adaptive; another type means another thing. */
function isAdaptive(content: JsonValue | undefined): content is JsonObject {
  if (!isObject(content)) return false;
  return content.type === "AdaptiveCard" || (content.type === undefined && Array.isArray(content.body));
}

function contentOf(attachment: JsonObject): JsonValue | undefined {
  const content = property(attachment, "content");
  if (typeof content !== "string" || !content.trimStart().startsWith("{")) return content;
  try {
    return JSON.parse(content) as JsonValue;
  } catch {
    return content;
  }
}
