import { answerTarget, answerTargetName } from "../adaptive/answer-target.ts";
import { answerActions } from "../adaptive/displayable-card.ts";
import { isObject, type JsonObject, property, textOf } from "../json.ts";
import { findHttpPost, type HttpPost } from "../message-card/http-post.ts";
import type { ReadCard } from "../payload.ts";
import { type InputRule, inputRules } from "./input-rules.ts";

/** An `Action.Submit` or `Action.Execute` as its sender wrote it. */
export interface CardAnswer {
  type: "Action.Submit" | "Action.Execute";
  title: string;
  id: string;
  /** Of an `Action.Execute`. */
  verb: string;
  /** Without the target. Anything but an object, as bots also take it, is under `data`. */
  data: JsonObject;
  /** The address that the card names; undefined when it leaves that to its connector's registration. */
  target: string | undefined;
}

/** What a pressed button does, and what may be filled in for it. */
export type CardAction =
  | { kind: "post"; title: string; post: HttpPost; inputs: InputRule[] }
  | { kind: "answer"; title: string; answer: CardAnswer; inputs: InputRule[] };

/**
 * Finds what a pressed button does, in the card as it was stored: `at` is `data.parvis.post` of its `Action.Submit`, as
 * `toAdaptiveCard` made it. Undefined for anything that is no such action of this card.
 */
export function findCardAction(card: ReadCard, at: string): CardAction | undefined {
  if (card.kind === "adaptive") return findAnswer(card.card, at);
  const post = findHttpPost(card, at);
  return post === undefined ? undefined : { kind: "post", title: post.name, post, inputs: inputRules(post.inputs) };
}

function findAnswer(card: JsonObject, at: string): CardAction | undefined {
  const number = /^\/answer\/(\d{1,4})$/.exec(at)?.[1];
  const found = number === undefined ? undefined : answerActions(card)[Number(number)];
  if (found === undefined) return undefined;
  const { action } = found;
  const target = answerTarget(action);
  if (target === "unsafe") return undefined;
  const given = action.data;
  const { [answerTargetName]: _, ...data } = isObject(given) ? given : given === undefined ? {} : { data: given };
  const title = textOf(action.title);
  const answer: CardAnswer = {
    type: action.type === "Action.Execute" ? "Action.Execute" : "Action.Submit",
    title,
    id: textOf(action.id),
    verb: textOf(action.verb),
    data,
    target,
  };
  return { kind: "answer", title, answer, inputs: inputRules(found.inputs()) };
}

/** The people a card expects to press its buttons (contracts.md D.3), in lower case; none when anybody may. */
export function expectedActors({ card }: ReadCard): string[] {
  const list = property(card, "expectedActors");
  return (Array.isArray(list) ? list : []).map((actor) => textOf(actor).trim().toLowerCase()).filter(Boolean);
}

/** The sender's own number for a card (contracts.md D.3). */
export function correlationId({ card }: ReadCard): string {
  return textOf(property(card, "correlationId"));
}
