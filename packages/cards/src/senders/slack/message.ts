import { flagOf, isObject, type JsonObject, type JsonValue, objectsOf, textOf } from "../../json.ts";
import { plainText } from "../../markdown/plain-text.ts";
import { besidePicture, heading, image, link, literally, moment, text } from "../elements.ts";
import { accents, type NativeContent } from "../native-card.ts";
import type { SayPhrase } from "../sender-phrases.ts";
import { actionSet, blockElements, fieldColumns } from "./blocks.ts";
import { markdownFromMrkdwn } from "./mrkdwn.ts";

const namedColors: Record<string, string> = { good: accents.good, warning: accents.warning, danger: accents.bad };

/** A message for a Slack webhook: text, blocks, and attachments of the older kind. */
export function slackMessage(message: JsonObject, say: SayPhrase): NativeContent {
  const attachments = objectsOf(message.attachments);
  const source = textOf(message.text);
  const blocks = blockElements(message.blocks);
  // With blocks, the text is for notifications alone.
  const own = blocks.length > 0 ? blocks : paragraphs(source, flagOf(message.mrkdwn, true));
  const body = [...own, ...attachments.flatMap((each, index) => attachmentElements(each, index > 0 || own.length > 0))];
  return {
    summary: plainText(markdownFromMrkdwn(source)) || attachments.map(summaryOf).find(Boolean) || "",
    body: body.length > 0 ? body : [text(literally(say("slack.message")))],
    actions: [],
    accentColor: attachments.map(({ color }) => colorOf(color)).find((color) => color !== undefined),
  };
}

function paragraphs(source: string, mrkdwn: boolean, style: JsonObject = {}): JsonObject[] {
  if (!/\S/.test(source)) return [];
  return [text(mrkdwn ? markdownFromMrkdwn(source) : literally(source), style)];
}

function summaryOf({ fallback, pretext, title, text: words }: JsonObject): string {
  return plainText(markdownFromMrkdwn(textOf(fallback) || textOf(title) || textOf(pretext) || textOf(words)));
}

/** https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments, in the order Slack shows it. */
function attachmentElements(attachment: JsonObject, separator: boolean): JsonObject[] {
  const marked = markedFields(attachment.mrkdwn_in);
  const author = textOf(attachment.author_name);
  const title = textOf(attachment.title);
  const main = [
    ...blockElements(attachment.blocks),
    ...(author === ""
      ? []
      : besidePicture(image(attachment.author_icon, "", { width: "16px" }), [
          small(link(author, attachment.author_link)),
        ])),
    ...(title === "" ? [] : [heading(link(title, attachment.title_link))]),
    ...paragraphs(textOf(attachment.text), marked("text")),
    ...fieldElements(objectsOf(attachment.fields), marked("fields")),
  ];
  const thumb = image(attachment.thumb_url, "", { size: "Medium" });
  const columns = [
    { type: "Column", width: "stretch", items: main },
    { type: "Column", width: "auto", items: thumb },
  ];
  const items = [
    ...paragraphs(textOf(attachment.pretext), marked("pretext")),
    ...(thumb.length > 0 && main.length > 0 ? [{ type: "ColumnSet", columns }] : [...main, ...thumb]),
    ...image(attachment.image_url, title, { size: "Auto" }),
    ...actionSet(objectsOf(attachment.actions)),
    ...footer(attachment),
  ];
  const shown = items.length > 0 ? items : paragraphs(textOf(attachment.fallback), true);
  return shown.length > 0 ? [{ type: "Container", separator, spacing: "Medium", items: shown }] : [];
}

/** Attachments name the fields with markup; those that name none mean all of them, as Slack does by now. */
function markedFields(value: JsonValue | undefined): (field: string) => boolean {
  return (field) => !Array.isArray(value) || value.includes(field);
}

/** Short fields stand two in a row, long ones alone. */
function fieldElements(fields: JsonObject[], mrkdwn: boolean): JsonObject[] {
  const elements: JsonObject[] = [];
  let row: string[] = [];
  const close = () => {
    elements.push(...fieldColumns(row));
    row = [];
  };
  for (const field of fields) {
    const value = textOf(field.value);
    const words = mrkdwn ? markdownFromMrkdwn(value) : literally(value);
    const title = textOf(field.title);
    const markdown = [title === "" ? "" : `**${literally(title)}**`, words].filter(Boolean).join("  \n");
    if (markdown === "") continue;
    if (flagOf(field.short, false)) row.push(markdown);
    else {
      close();
      elements.push(text(markdown));
    }
  }
  close();
  return elements;
}

function footer(attachment: JsonObject): JsonObject[] {
  const seconds = Number(attachment.ts);
  const time = Number.isFinite(seconds) && seconds > 0 ? moment(isoTime(seconds)) : "";
  const words = [literally(textOf(attachment.footer)), time].filter(Boolean);
  if (words.length === 0) return [];
  return besidePicture(image(attachment.footer_icon, "", { width: "16px" }), [small(words.join(" · "))]);
}

function isoTime(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}

function small(markdown: string): JsonObject {
  return text(markdown, { isSubtle: true, size: "Small" });
}

function colorOf(value: JsonValue | undefined): string | undefined {
  const color = isObject(value) ? "" : textOf(value).trim().toLowerCase();
  if (Object.hasOwn(namedColors, color)) return namedColors[color];
  return /^#?[\da-f]{6}$/.test(color) ? `#${color.replace("#", "").toUpperCase()}` : undefined;
}
