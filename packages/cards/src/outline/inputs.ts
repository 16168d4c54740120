import { flagOf, type JsonObject, objectsOf, textOf } from "../json.ts";
import type { Block } from "./outline.ts";

/** An input as something to read: its label, and what it holds. Undefined when it is no input. */
export function inputBlocks(element: JsonObject): readonly Block[] | undefined {
  const label = textOf(element.label);
  const value = textOf(element.value);
  switch (element.type) {
    case "Input.Text":
      return [...field(label, value), ...inlineButton(element)];
    case "Input.Number":
    case "Input.Date":
    case "Input.Time":
      return field(label, value);
    case "Input.Toggle":
      return field(label, textOf(element.title));
    case "Input.ChoiceSet":
      return choices(element, label, value);
    default:
      return undefined;
  }
}

/** The button at the end of a text input, when it has a name rather than an icon. */
function inlineButton({ inlineAction }: JsonObject): Block[] {
  const [action] = objectsOf(inlineAction);
  const title = textOf(action?.title);
  if (action === undefined || action.type === "Action.ShowCard" || action.iconUrl !== undefined || !/\S/.test(title))
    return [];
  return [{ kind: "links", links: [], others: [title] }];
}

function field(label: string, value: string): Block[] {
  return /\S/.test(label + value) ? [{ kind: "field", label, value }] : [];
}

/** Choices that stand on the card; of a list to open, what is chosen. */
function choices(element: JsonObject, label: string, value: string): Block[] {
  const style = textOf(element.style).toLowerCase();
  const isOpen = style === "expanded" || (flagOf(element.isMultiSelect, false) && style !== "filtered");
  const all = objectsOf(element.choices);
  if (isOpen) return [{ kind: "list", label, items: all.map(({ title }) => textOf(title)) }];
  const chosen = all.find((choice) => textOf(choice.value) === value);
  return field(label, textOf(chosen?.title));
}
