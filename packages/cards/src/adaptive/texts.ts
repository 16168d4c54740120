import { flagOf, isObject, type JsonObject, type JsonValue, objectsOf, textOf } from "../json.ts";
import type { VisibleText } from "../payload.ts";
import { inputTexts } from "./input-texts.ts";
import { literal, processed } from "./shown-text.ts";

/** What an element shows; `gaveUp` when it must be replaced by a fallback, its own or that of what holds it. */
interface Shown {
  texts: VisibleText[];
  gaveUp: boolean;
}

/**
 * The texts that the renderer `adaptivecards` 3.0.6 shows for a card that `displayableCard` made, in reading order.
 * Follows its rules for what is unknown: an element it does not know, or whose `requires` nobody meets, gives way to
 * its `fallback`, else to that of the nearest holder that has one, else to nothing.
 */
export function adaptiveTexts(card: JsonObject): VisibleText[] {
  const shown = cardContent(card, false);
  return shown.gaveUp && isObject(card.fallback) ? elementTexts(card.fallback, false).texts : shown.texts;
}

function cardContent(card: JsonObject, hidden: boolean): Shown {
  const body = together(objectsOf(card.body).map((element) => elementTexts(element, hidden)));
  return together([body, actionsTexts(card.actions, hidden)], hasRequirements(card));
}

function elementTexts(element: JsonObject, outerHidden: boolean): Shown {
  const hidden = outerHidden || !flagOf(element.isVisible, true);
  const shown = knownElement(element, hidden);
  return withFallback(element, shown, (fallback) => elementTexts(fallback, outerHidden));
}

function withFallback(owner: JsonObject, shown: Shown, read: (fallback: JsonObject) => Shown): Shown {
  const gaveUp = shown.gaveUp || hasRequirements(owner);
  const { fallback } = owner;
  if (!gaveUp || fallback === undefined || fallback === null) return { texts: shown.texts, gaveUp };
  if (typeof fallback === "string")
    return { texts: fallback.toLowerCase() === "drop" ? [] : shown.texts, gaveUp: false };
  return isObject(fallback) ? read(fallback) : { texts: shown.texts, gaveUp: false };
}

/** Clients of ours declare no capabilities, so no requirement is met. */
function hasRequirements({ requires }: JsonObject): boolean {
  return isObject(requires) && Object.values(requires).some((version) => /^(?:\*$|\d+.\d+)/.test(textOf(version)));
}

function knownElement(element: JsonObject, hidden: boolean): Shown {
  const children = (list: JsonValue | undefined, read = elementTexts) =>
    together(objectsOf(list).map((child) => read(child, hidden)));
  const texts = (...sources: string[]): Shown => ({
    texts: sources.flatMap((source) => processed(source, hidden)),
    gaveUp: false,
  });
  switch (element.type) {
    case "TextBlock":
      return texts(textOf(element.text));
    case "RichTextBlock":
      return { texts: literal(inlinesText(element.inlines), hidden), gaveUp: false };
    case "FactSet":
      return texts(...objectsOf(element.facts).flatMap((fact) => [textOf(fact.title), textOf(fact.value)]));
    case "Container":
      return children(element.items);
    case "ColumnSet":
      return children(element.columns, (column, outer) => partTexts(column, ["Column"], "items", outer));
    case "Table":
      return tableTexts(element, hidden);
    case "Carousel":
      // Of version 1.6, which Teams has not; what a page may hold is restricted, and which one shows changes by itself.
      return children(element.pages, (page) => partTexts(page, ["CarouselPage"], "items", true));
    case "ActionSet":
      return actionsTexts(element.actions, hidden);
    case "Image":
    case "ImageSet":
    case "Media":
      return texts();
    default:
      return inputTexts(element, hidden) ?? { texts: [], gaveUp: true };
  }
}

/** A part that only its own kind of holder takes, with or without its type: a column, a row, a cell, a page. */
function partTexts(part: JsonObject, types: string[], list: string, outerHidden: boolean, limit = Infinity): Shown {
  const hidden = outerHidden || !flagOf(part.isVisible, true);
  const known = part.type === undefined || types.includes(textOf(part.type));
  const shown = known
    ? together(
        objectsOf(part[list])
          .slice(0, limit)
          .map((child) => elementTexts(child, hidden)),
      )
    : { texts: [], gaveUp: true };
  return withFallback(part, shown, (fallback) => partTexts(fallback, types, list, outerHidden));
}

/** Cells beyond the declared columns are not rendered. */
function tableTexts(table: JsonObject, hidden: boolean): Shown {
  const columns = objectsOf(table.columns).length;
  return together(
    objectsOf(table.rows).map((row) => {
      const cells = objectsOf(row.cells).slice(0, columns);
      return together(cells.map((cell) => partTexts(cell, ["TableCell"], "items", hidden)));
    }),
  );
}

const knownActions = new Set([
  "Action.OpenUrl",
  "Action.Submit",
  "Action.Execute",
  "Action.ShowCard",
  "Action.ToggleVisibility",
]);

/** Teams shows six buttons and puts the others into a menu, as it does with secondary ones. */
const buttonsShown = 6;

function actionsTexts(actions: JsonValue | undefined, hidden: boolean): Shown {
  return together(objectsOf(actions).map((action, index) => actionTexts(action, hidden || index >= buttonsShown)));
}

function actionTexts(action: JsonObject, outerHidden: boolean): Shown {
  const hidden = outerHidden || textOf(action.mode).toLowerCase() === "secondary";
  const card = action.type === "Action.ShowCard" && isObject(action.card) ? cardContent(action.card, true).texts : [];
  const known = knownActions.has(textOf(action.type));
  const shown = { texts: known ? [...literal(textOf(action.title), hidden), ...card] : [], gaveUp: !known };
  return withFallback(action, shown, (fallback) => actionTexts(fallback, outerHidden));
}

/** Runs follow each other without a break: what is read is their texts as one. */
function inlinesText(inlines: JsonValue | undefined): string {
  const runs = Array.isArray(inlines) ? inlines : [];
  return runs.map((run) => (isObject(run) ? textOf(run.text) : textOf(run))).join("");
}

function together(parts: Shown[], gaveUp = false): Shown {
  return { texts: parts.flatMap(({ texts }) => texts), gaveUp: gaveUp || parts.some((part) => part.gaveUp) };
}
