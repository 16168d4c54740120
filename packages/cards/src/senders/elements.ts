import type { JsonObject, JsonValue } from "../json.ts";
import { textOf } from "../json.ts";
import { markdownOf } from "../message-card/fields.ts";
import { safeImage, safeLink } from "../safe-url.ts";

/** Longest text of others that is put on a card; what is longer ends in an ellipsis. */
const maximumText = 1200;

export function shortened(text: string, limit = maximumText): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}

/** A text that is not Markdown, as Markdown that shows it to the letter. */
export function literally(text: string): string {
  return markdownOf(shortened(text), false);
}

/** A TextBlock that wraps. @param markdown already Markdown: `literally` makes it from other text. */
export function text(markdown: string, style: JsonObject = {}): JsonObject {
  return { type: "TextBlock", text: markdown, wrap: true, ...style };
}

export function heading(markdown: string): JsonObject {
  return text(markdown, { size: "Medium", weight: "Bolder", style: "heading" });
}

/** A label as Markdown link, or the label alone where the address must not be followed. Both are plain text. */
export function link(label: string, address: JsonValue | undefined): string {
  const url = safeLink(textOf(address));
  if (url === undefined) return literally(label);
  // Brackets and white space would end the address.
  return `[${literally(label)}](<${url.replace(/[<>\\\s]/g, (character) => encodeURIComponent(character))}>)`;
}

/** Facts that have a value; none at all when no one has. @param pairs of plain texts */
export function facts(pairs: readonly (readonly [name: string, value: string])[]): JsonObject[] {
  const shown = pairs
    .filter(([, value]) => /\S/.test(value))
    .map(([name, value]) => ({ title: literally(name), value: literally(value) }));
  return shown.length > 0 ? [{ type: "FactSet", facts: shown }] : [];
}

/** A button that opens an address; none where there is no address to open. */
export function button(title: string, address: JsonValue | undefined): JsonObject[] {
  const url = safeLink(textOf(address));
  return url === undefined ? [] : [{ type: "Action.OpenUrl", title, url }];
}

export function image(address: JsonValue | undefined, altText: string, style: JsonObject = {}): JsonObject[] {
  const url = safeImage(textOf(address));
  return url === undefined ? [] : [{ type: "Image", url, altText, ...style }];
}

/** A picture on the left, elements beside it; the elements alone where there is no picture. */
export function besidePicture(picture: JsonObject[], elements: JsonObject[]): JsonObject[] {
  if (picture.length === 0) return elements;
  return [
    {
      type: "ColumnSet",
      columns: [
        { type: "Column", width: "auto", items: picture },
        { type: "Column", width: "stretch", items: elements },
      ],
    },
  ];
}

/** A point in time as the renderer words it in the reader's language; as it came where it is none. */
export function moment(value: JsonValue | undefined): string {
  const source = textOf(value);
  const [, day, time, zone = "Z"] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)?\s?(Z|[-+]\d\d:\d\d)?/.exec(source) ?? [];
  if (day === undefined || time === undefined) return literally(source);
  const point = `${day}T${time}${zone}`;
  return `{{DATE(${point}, SHORT)}} {{TIME(${point})}}`;
}
