import { flagOf, type JsonObject, objectsOf, property, textOf } from "../json.ts";
import type { CardPhrases } from "../phrases.ts";
import { typeOf } from "./fields.ts";

/** The time half of a DateInput that includes time travels under this id; `fillHttpPost` puts the halves together. */
export function timeInputId(id: string): string {
  return `${id}#time`;
}

/** The id of an input. One without is given its number, so that the renderer keeps it apart; no target can name it. */
export function inputId(input: JsonObject, index: number): string {
  return textOf(property(input, "id")) || `input-${index}`;
}

/** The inputs of an ActionCard (contracts.md D.3) as Adaptive inputs. One of an unknown type is a text input. */
export function adaptiveInputs(action: JsonObject, phrases: CardPhrases): JsonObject[] {
  return objectsOf(property(action, "inputs")).flatMap((input, index) => {
    const isRequired = flagOf(property(input, "isRequired"), false);
    const common: JsonObject = {
      id: inputId(input, index),
      label: textOf(property(input, "title")),
      ...(isRequired ? { isRequired, errorMessage: phrases.inputRequired } : {}),
    };
    switch (typeOf(input)) {
      case "dateinput":
        return dateInputs(input, common, phrases);
      case "multichoiceinput":
        return [choiceInput(input, common)];
      default:
        return [textInput(input, common)];
    }
  });
}

function textInput(input: JsonObject, common: JsonObject): JsonObject {
  const maxLength = Number(property(input, "maxLength"));
  return {
    type: "Input.Text",
    ...common,
    value: textOf(property(input, "value")),
    isMultiline: flagOf(property(input, "isMultiline"), false),
    ...(Number.isInteger(maxLength) && maxLength > 0 ? { maxLength } : {}),
  };
}

function dateInputs(input: JsonObject, common: JsonObject, phrases: CardPhrases): JsonObject[] {
  const [, date = "", time = ""] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(textOf(property(input, "value"))) ?? [];
  const day = { type: "Input.Date", ...common, value: date };
  if (!flagOf(property(input, "includeTime"), false)) return [day];
  return [day, { type: "Input.Time", ...common, id: timeInputId(textOf(common.id)), label: phrases.time, value: time }];
}

/** D.3: compact by default, expanded when several may be chosen. */
function choiceInput(input: JsonObject, common: JsonObject): JsonObject {
  const isMultiSelect = flagOf(property(input, "isMultiSelect"), false);
  const isExpanded = isMultiSelect || textOf(property(input, "style")).toLowerCase() === "expanded";
  const choices = objectsOf(property(input, "choices")).map((choice) => ({
    title: textOf(property(choice, "display")),
    value: textOf(property(choice, "value")),
  }));
  const value = textOf(property(input, "value"));
  const style = isExpanded ? "expanded" : "compact";
  return { type: "Input.ChoiceSet", ...common, value, isMultiSelect, style, wrap: true, choices };
}
