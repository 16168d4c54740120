import { flagOf, type JsonObject, objectsOf, textOf } from "../json.ts";
import { type Mentions, mentionsOf, withNames } from "./mentions.ts";
import { processed } from "./shown-text.ts";

/** Of one text, as much as is looked at. */
const examinedLength = 500;

/**
 * The first texts of an Adaptive Card, for a line about it. Reads no further than it must and copies nothing: it runs
 * for every card that arrives.
 * @param card as sent.
 */
export function firstTexts(card: JsonObject, count: number): string[] {
  const found: string[] = [];
  gather(objectsOf(card.body), mentionsOf(card), count, found);
  return found;
}

function gather(elements: JsonObject[], mentions: Mentions, count: number, found: string[]): void {
  for (const element of elements) {
    if (found.length >= count) return;
    if (!flagOf(element.isVisible, true)) continue;
    for (const source of textsOf(element)) {
      const text = withNames(source.slice(0, examinedLength), mentions);
      for (const shown of processed(text, false)) if (found.length < count) found.push(shown.text);
    }
    for (const list of [element.items, element.columns, element.rows, element.cells]) {
      if (list !== undefined) gather(objectsOf(list), mentions, count, found);
    }
  }
}

function textsOf(element: JsonObject): string[] {
  if (element.type === "TextBlock") return [textOf(element.text)];
  if (element.type === "FactSet") {
    return objectsOf(element.facts).map(({ title, value }) => `${textOf(title)} ${textOf(value)}`);
  }
  if (element.type !== "RichTextBlock" || !Array.isArray(element.inlines)) return [];
  const runs = element.inlines.map((run) =>
    typeof run === "string" ? run : objectsOf(run).map(({ text }) => textOf(text)),
  );
  return [runs.flat().join("")];
}
