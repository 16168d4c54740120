import { isObject, type JsonObject, type JsonValue, textOf } from "../json.ts";
import type { AdaptiveCardJson, CardReader } from "../payload.ts";
import { type CardPhrases, englishPhrases } from "../phrases.ts";
import { safeImage, safeLink } from "../safe-url.ts";
import { answerTarget } from "./answer-target.ts";
import { type Mentions, mentionsOf, withNames } from "./mentions.ts";
import { unavailableAction } from "./unavailable-action.ts";

/** What the renderer puts on the screen as text, and takes as strings only. */
const textFields = new Set([
  "text",
  "title",
  "value",
  "label",
  "altText",
  "placeholder",
  "errorMessage",
  "tooltip",
  "fallbackText",
  "speak",
  "valueOn",
  "valueOff",
]);
const mediaFields = new Set(["url", "iconUrl", "poster"]);
const elementFields = new Set(["body", "items"]);
const actionFields = new Set(["selectAction", "inlineAction"]);

/**
 * The renderer calls `hasOwnProperty` of what it parses, a copy must not change its own prototype, and `parvis` is
 * what this package adds: no sender may pretend to it.
 */
const refusedFields = new Set([
  "__proto__",
  "constructor",
  "prototype",
  "hasOwnProperty",
  "toString",
  "valueOf",
  "parvis",
]);

interface Copying {
  mentions: Mentions;
  phrases: CardPhrases;
  hasReceiver: boolean;
  /** Every action that sends an answer, in the order of the card: its number is what names it. */
  answers: AnswerAction[];
  scope: InputScope;
}

/** The inputs of one card; a card inside another sees the outer one's too, as the renderer has it. */
interface InputScope {
  readonly inputs: JsonObject[];
  readonly outer: InputScope | undefined;
}

/** An `Action.Submit` or `Action.Execute` as its sender wrote it, with the inputs that go along. */
export interface AnswerAction {
  readonly action: JsonObject;
  readonly inputs: () => JsonObject[];
}

/**
 * An Adaptive Card as it can be given to the renderer: a copy with names for mentions, without addresses that must not
 * be followed, with numbers in text fields as text, and without what makes the renderer throw (names it calls, nulls
 * in lists, text runs outside and other elements inside a RichTextBlock). All else stays as it was sent.
 */
export function displayableCard(card: JsonObject, phrases: CardPhrases, reader: CardReader = {}): AdaptiveCardJson {
  return copyCard(card, phrases, reader.hasReceiver === true).card;
}

/** The actions of a card that send an answer; the place of one in this list is its number in the copy. */
export function answerActions(card: JsonObject): AnswerAction[] {
  return copyCard(card, englishPhrases, true).answers;
}

function copyCard(card: JsonObject, phrases: CardPhrases, hasReceiver: boolean) {
  const scope: InputScope = { inputs: [], outer: undefined };
  const copying: Copying = { mentions: mentionsOf(card), phrases, hasReceiver, answers: [], scope };
  const copy = copyFields(card, copying);
  const { body } = copy;
  const displayable: AdaptiveCardJson = {
    ...copy,
    type: "AdaptiveCard",
    version: versionOf(card.version),
    body: Array.isArray(body) ? body : [],
  };
  return { card: displayable, answers: copying.answers };
}

/** A missing or unreadable version counts as 1.5, the newest that Teams knows. */
function versionOf(version: JsonValue | undefined): string {
  if (typeof version === "number" && Number.isInteger(version) && version > 0) return `${version}.0`;
  const text = textOf(version).trim();
  return /^\d{1,3}\.\d{1,3}\b/.test(text) ? text : "1.5";
}

function copyValue(value: JsonValue, copying: Copying): JsonValue {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map((item) => copyValue(item, copying));
  return isObject(value) ? copyObject(value, copying) : value;
}

function copyObject(source: JsonObject, copying: Copying): JsonObject {
  if (source.type === "AdaptiveCard") {
    return copyFields(source, { ...copying, scope: { inputs: [], outer: copying.scope } });
  }
  if (typeof source.type === "string" && source.type.startsWith("Input.")) copying.scope.inputs.push(source);
  return copyFields(source, copying);
}

function copyFields(source: JsonObject, copying: Copying): JsonObject {
  const copy: JsonObject = {};
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value === undefined || refusedFields.has(key)) continue;
    const copied = copyField(key, value, source, copying);
    if (copied !== undefined) copy[key] = copied;
  }
  return copy;
}

function copyField(key: string, value: JsonValue, owner: JsonObject, copying: Copying): JsonValue | undefined {
  if (textFields.has(key)) return copyText(value, owner, copying);
  if (mediaFields.has(key) || (key === "backgroundImage" && typeof value === "string")) {
    return typeof value === "string" ? safeImage(value) : undefined;
  }
  if (actionFields.has(key)) return isObject(value) ? copySilentAction(value, copying) : undefined;
  if (key === "actions") {
    return Array.isArray(value) ? value.filter(isObject).map((action) => copyAction(action, copying)) : undefined;
  }
  if (key === "inlines") return Array.isArray(value) ? copyInlines(value, copying) : undefined;
  if (elementFields.has(key)) return Array.isArray(value) ? copyElements(value, copying) : undefined;
  if (key === "fallback" && isObject(value)) {
    return textOf(value.type).startsWith("Action.") ? copyAction(value, copying) : copyElements([value], copying)[0];
  }
  return copyValue(value, copying);
}

function copyText(value: JsonValue, owner: JsonObject, copying: Copying): JsonValue {
  if (typeof value === "string") return withNames(value, copying.mentions);
  if (isObject(value)) return copyObject(value, copying);
  return value === null || owner.type === "Input.Number" ? value : textOf(value);
}

/** Anything but an object is nothing; a text run can stand in a RichTextBlock only, and is given one. */
function copyElements(elements: JsonValue[], copying: Copying): JsonObject[] {
  return elements.filter(isObject).map((element) => {
    const copy = copyObject(element, copying);
    return copy.type === "TextRun" ? { type: "RichTextBlock", inlines: [copy] } : copy;
  });
}

/** Text and text runs; another element that has a text becomes a run with it. */
function copyInlines(inlines: JsonValue[], copying: Copying): JsonValue[] {
  const runs: JsonValue[] = [];
  for (const inline of inlines) {
    if (isObject(inline)) {
      if (inline.type === "TextRun") runs.push(copyObject(inline, copying));
      else if (typeof inline.text === "string")
        runs.push({ type: "TextRun", text: withNames(inline.text, copying.mentions) });
    } else if (inline !== null) runs.push(withNames(textOf(inline), copying.mentions));
  }
  return runs;
}

/**
 * A button. `Action.Submit` and `Action.Execute` send an answer: to the target that the card names, else to the one that
 * its connector's registration names. Without either, or with an address that must not be followed, the button stays on
 * the card, disabled.
 */
function copyAction(action: JsonObject, copying: Copying): JsonObject {
  if (action.type === "Action.Submit" || action.type === "Action.Execute") return copyAnswer(action, copying);
  if (action.type !== "Action.OpenUrl") return copyObject(action, copying);
  const url = safeLink(textOf(action.url));
  return url === undefined ? disabled(action, "unsafe-link", copying) : { ...copyObject(action, copying), url };
}

/** The data of an answer stays on the server: the browser names the action by its number. */
function copyAnswer(action: JsonObject, copying: Copying): JsonObject {
  const { answers, scope } = copying;
  const at = `/answer/${answers.length}`;
  answers.push({
    action,
    inputs: () => (textOf(action.associatedInputs).toLowerCase() === "none" ? [] : inputsOf(scope)),
  });
  const named = answerTarget(action);
  if (named === undefined && !copying.hasReceiver) return disabled(action, "no-receiver", copying);
  if (named === "unsafe") return disabled(action, "unsafe-link", copying);
  const { data: _, verb: __, fallback: ___, requires: ____, ...shown } = action;
  return { ...copyObject(shown, copying), type: "Action.Submit", data: { parvis: { post: at } } };
}

function inputsOf({ inputs, outer }: InputScope): JsonObject[] {
  return outer === undefined ? inputs : [...inputs, ...inputsOf(outer)];
}

function disabled(action: JsonObject, reason: "no-receiver" | "unsafe-link", copying: Copying): JsonObject {
  const { title, mode, id } = action;
  const button = unavailableAction(withNames(textOf(title), copying.mentions), reason, copying.phrases);
  return { ...button, ...(mode === undefined ? {} : { mode }), ...(id === undefined ? {} : { id }) };
}

/** The action behind a picture or a container: with no button to show disabled, it goes. */
function copySilentAction(action: JsonObject, copying: Copying): JsonObject | undefined {
  const copy = copyAction(action, copying);
  return copy.isEnabled === false && copy.parvis !== undefined ? undefined : copy;
}
