import { plainText } from "../markdown/plain-text.ts";
import type { VisibleText } from "../payload.ts";

/** Functions of the renderer that word a date in the reader's language; anything less exact it leaves as text. */
const localDates =
  /\{\{(?:DATE\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[-+]\d\d:\d\d)(?:, ?(?:COMPACT|LONG|SHORT))?|TIME\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[-+]\d\d:\d\d))\)\}\}/;

/** A text that the renderer shows as it is. */
export function literal(source: string, hidden: boolean): VisibleText[] {
  return source
    .split(localDates)
    .map((text) => ({ text: text.trim(), hidden }))
    .filter(({ text }) => text !== "");
}

/** A text that the renderer processes as Markdown. */
export function processed(source: string, hidden: boolean): VisibleText[] {
  return literal(source, hidden).flatMap(({ text }) => literal(plainText(text), hidden));
}
