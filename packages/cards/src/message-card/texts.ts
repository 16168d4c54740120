import { flagOf, isObject, type JsonObject, type JsonValue, objectsOf, property, textOf } from "../json.ts";
import { plainText } from "../markdown/plain-text.ts";
import type { MessageCard, VisibleText } from "../payload.ts";
import { englishPhrases } from "../phrases.ts";
import { actionsOf, innerActionsOf, markdownOf, nameOf, sectionsOf, typeOf } from "./fields.ts";
import { adaptiveFromMessageCard } from "./to-adaptive-card.ts";

/** The texts of a MessageCard (contracts.md D.3), in reading order. */
export function messageCardTexts(card: MessageCard): VisibleText[] {
  const texts: VisibleText[] = [];
  const add = (value: JsonValue | undefined, markdown = true) => {
    const text = plainText(markdownOf(textOf(value), markdown));
    if (/\S/.test(text)) texts.push({ text, hidden: false });
  };
  add(property(card, "title"));
  add(property(card, "text"));
  for (const section of sectionsOf(card)) {
    const markdown = flagOf(property(section, "markdown"), true);
    for (const name of ["title", "activityTitle", "activitySubtitle", "activityText", "text"]) {
      add(property(section, name), markdown);
    }
    for (const fact of objectsOf(property(section, "facts"))) {
      add(property(fact, "name"), markdown);
      add(property(fact, "value"), markdown);
    }
    texts.push(...actionTexts(section));
  }
  texts.push(...actionTexts(card));
  if (texts.length === 0) add(summaryShown(card));
  return texts;
}

function actionTexts(owner: JsonObject): VisibleText[] {
  const texts: VisibleText[] = [];
  const add = (text: string, hidden: boolean) => {
    if (/\S/.test(text)) texts.push({ text, hidden });
  };
  for (const action of actionsOf(owner)) {
    add(nameOf(action), false);
    if (typeOf(action) !== "actioncard") continue;
    for (const input of objectsOf(property(action, "inputs"))) {
      add(textOf(property(input, "title")), true);
      if (typeOf(input) !== "multichoiceinput") continue;
      for (const choice of objectsOf(property(input, "choices"))) add(textOf(property(choice, "display")), true);
    }
    for (const inner of innerActionsOf(action)) add(nameOf(inner), true);
  }
  return texts;
}

/** The summary, where it is all there is to show: no text in the card, and no picture either. */
function summaryShown(card: MessageCard): JsonValue | undefined {
  const { body } = adaptiveFromMessageCard(card, englishPhrases);
  const [first] = body;
  return body.length === 1 && isObject(first) && first.type === "TextBlock" ? property(card, "summary") : undefined;
}
