import { flagOf, type JsonObject, objectsOf, textOf } from "../json.ts";
import type { VisibleText } from "../payload.ts";
import { literal, processed } from "./shown-text.ts";

/** The texts of an input: its label, and those of its choices that can be seen. Undefined when it is no input. */
export function inputTexts(element: JsonObject, hidden: boolean): { texts: VisibleText[]; gaveUp: false } | undefined {
  const label = literal(textOf(element.label), hidden);
  switch (element.type) {
    case "Input.Date":
    case "Input.Time":
    case "Input.Number":
      return { texts: label, gaveUp: false };
    case "Input.Text":
      return { texts: [...label, ...inlineActionTexts(element, hidden)], gaveUp: false };
    case "Input.Toggle":
      return { texts: [...label, ...processed(textOf(element.title), hidden)], gaveUp: false };
    case "Input.ChoiceSet":
      return { texts: [...label, ...choiceTexts(element, hidden)], gaveUp: false };
    default:
      return undefined;
  }
}

/** The button at the end of a text input shows its icon, or its title when it has none. */
function inlineActionTexts({ inlineAction }: JsonObject, hidden: boolean): VisibleText[] {
  return objectsOf(inlineAction).flatMap(({ type, title, iconUrl }) =>
    type === "Action.ShowCard" || iconUrl !== undefined ? [] : literal(textOf(title), hidden),
  );
}

/** Choices stand on the card when expanded, or when several may be chosen; otherwise in a list to open. */
function choiceTexts(element: JsonObject, hidden: boolean): VisibleText[] {
  const style = textOf(element.style).toLowerCase();
  const isOpen = style === "expanded" || (flagOf(element.isMultiSelect, false) && style !== "filtered");
  const prompt = isOpen ? [] : literal(textOf(element.placeholder), true);
  const choices = objectsOf(element.choices).flatMap(({ title }) => {
    const text = textOf(title);
    return isOpen ? processed(text, hidden) : literal(text, true);
  });
  return [...prompt, ...choices];
}
