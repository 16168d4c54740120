import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import type { ReadCard } from "../payload.ts";
import { toAdaptiveCard } from "../to-adaptive-card.ts";

/** Names of what this package adds to a card for clients of its own, which nobody else understands. */
const own = "parvis";

/**
 * Cards as a Teams Workflows webhook takes them (contracts.md D.2): a message with Adaptive Cards. An Adaptive Card goes as
 * its sender wrote it, mentions included. A MessageCard is converted; buttons that only Parvis can press are left out,
 * because Workflows would answer them with an error.
 */
export function workflowsMessage(cards: readonly ReadCard[]): JsonObject {
  return {
    type: "message",
    attachments: cards.map((card) => ({
      contentType: "application/vnd.microsoft.card.adaptive",
      contentUrl: null,
      content: card.kind === "adaptive" ? { version: "1.5", ...card.card, type: "AdaptiveCard" } : converted(card),
    })),
  };
}

function converted(card: ReadCard): JsonObject {
  const adaptive = toAdaptiveCard(card);
  const { actions, body, ...rest } = without(adaptive);
  const elements = Array.isArray(body) ? body : [];
  // A card without anything to see is refused.
  return { ...rest, body: elements, ...(Array.isArray(actions) && actions.length > 0 ? { actions } : {}) };
}

/** A copy without buttons that send to Parvis, without sets of buttons that became empty, and without our own fields. */
function without(source: JsonObject): JsonObject {
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(source)) {
    if (key === own) continue;
    copy[key] = Array.isArray(value) ? kept(value) : isObject(value) ? without(value) : value;
  }
  return copy;
}

function kept(list: readonly JsonValue[]): JsonValue[] {
  return list.flatMap((item): JsonValue[] => {
    if (!isObject(item)) return [item];
    if (item.type === "Action.Submit") return [];
    const copy = without(item);
    const { actions } = isObject(copy.card) ? copy.card : copy;
    const isHolder = item.type === "ActionSet" || item.type === "Action.ShowCard";
    return isHolder && (!Array.isArray(actions) || actions.length === 0) ? [] : [copy];
  });
}
