import { type JsonObject, objectsOf, property, textOf } from "../json.ts";

/**
 * A text field of a MessageCard as Markdown for a TextBlock. Every field is Markdown and HTML in it is text
 * (contracts.md D.3), but for two things that senders rely on:
 * - `<br>` breaks the line. Markdown has a line end alone for a space, so most senders of several lines write `<br>`.
 * - `\r` ends a line as `\n` does.
 * @param markdown false when the section says so: then the text is shown to the letter.
 */
export function markdownOf(text: string, markdown = true): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  if (!markdown) return lines.replace(/[\\`*_{}[\]()#+\-.!<>|~&=:]/g, "\\$&").replaceAll("\n", "  \n");
  if (!lines.includes("<")) return lines;
  // Code is shown as written, `<br>` included.
  return lines.replace(/`+[^`]*`+|<br\s{0,8}\/?>[ \t]?\n?/gi, (found) => (found.startsWith("`") ? found : "  \n"));
}

/** `themeColor` with its `#`, or undefined: three, six or eight hexadecimal digits, or the name of a colour. */
export function accentColor(card: JsonObject): string | undefined {
  const color = textOf(property(card, "themeColor")).trim();
  const digits = /^#?((?:[\da-f]{3}){1,2}|[\da-f]{8})$/i.exec(color)?.[1];
  if (digits !== undefined) return `#${digits.toUpperCase()}`;
  return /^[a-z]{3,20}$/i.test(color) ? color.toLowerCase() : undefined;
}

/** contracts.md D.3: at most 4 in a `potentialAction`; what follows the fourth is not shown. */
const maximumActions = 4;

/** The actions that are shown, of a card or a section. */
export function actionsOf(owner: JsonObject): JsonObject[] {
  return objectsOf(property(owner, "potentialAction")).slice(0, maximumActions);
}

/** The actions inside an ActionCard: the documentation gives no number, so the same limit is not put on them. */
export function innerActionsOf(action: JsonObject): JsonObject[] {
  return objectsOf(property(action, "actions"));
}

export function sectionsOf(card: JsonObject): JsonObject[] {
  return objectsOf(property(card, "sections"));
}

/** `@type`, which the service took in any case. */
export function typeOf(object: JsonObject): string {
  return textOf(property(object, "@type")).toLowerCase();
}

export function nameOf(action: JsonObject): string {
  return textOf(property(action, "name"));
}
