import { isObject, type JsonObject, type JsonValue, objectsOf, textOf } from "../../json.ts";
import { besidePicture, button, heading, image, link, text } from "../elements.ts";
import { literalMrkdwn, markdownFromMrkdwn } from "./mrkdwn.ts";
import { markdownFromRichText } from "./rich-text.ts";

/** Blocks of a message (https://docs.slack.dev/reference/block-kit/blocks) as elements of a card. */
export function blockElements(blocks: JsonValue | undefined): JsonObject[] {
  let separated = false;
  return objectsOf(blocks).flatMap((block) => {
    if (block.type === "divider") {
      separated = true;
      return [];
    }
    const [first, ...rest] = elementsOf(block);
    if (first === undefined) return [];
    const elements = [separated ? { ...first, separator: true, spacing: "Medium" } : first, ...rest];
    separated = false;
    return elements;
  });
}

function elementsOf(block: JsonObject): JsonObject[] {
  switch (block.type) {
    case "header":
      return texts(block.text).map((markdown) => heading(markdown));
    case "section":
      return section(block);
    case "context":
      return context(block);
    case "image":
      return [...captions(block.title), ...imageOf(block, { size: "Auto" })];
    case "actions":
      return actionSet(objectsOf(block.elements));
    case "rich_text":
      return nonEmpty(markdownFromRichText(block));
    case "markdown":
      return nonEmpty(textOf(block.text));
    case "video":
      return video(block);
    case "table":
      return table(block);
    default:
      return [...texts(block.label), ...texts(block.text), ...texts(block.title)].map((markdown) => text(markdown));
  }
}

/** A text object, or a plain text where one is expected, as Markdown; none where there is nothing to read. */
function texts(value: JsonValue | undefined): string[] {
  const source = isObject(value) ? textOf(value.text) : textOf(value);
  if (!/\S/.test(source)) return [];
  return [isObject(value) && value.type === "mrkdwn" ? markdownFromMrkdwn(source) : literalMrkdwn(source)];
}

function nonEmpty(markdown: string): JsonObject[] {
  return /\S/.test(markdown) ? [text(markdown)] : [];
}

function captions(value: JsonValue | undefined): JsonObject[] {
  return texts(value).map((markdown) => text(markdown, { isSubtle: true, size: "Small" }));
}

function section(block: JsonObject): JsonObject[] {
  const fields = objectsOf(block.fields).flatMap(texts);
  const words = [...texts(block.text).map((markdown) => text(markdown)), ...fieldColumns(fields)];
  const [accessory] = objectsOf(block.accessory);
  if (accessory === undefined) return words;
  if (accessory.type !== "image") return [...words, ...actionSet([accessory])];
  const picture = imageOf(accessory, { size: "Medium" });
  if (picture.length === 0 || words.length === 0) return [...words, ...picture];
  const columns = [
    { type: "Column", width: "stretch", items: words },
    { type: "Column", width: "auto", items: picture },
  ];
  return [{ type: "ColumnSet", columns }];
}

/** Fields stand in two columns, as Slack has them. */
export function fieldColumns(fields: readonly string[]): JsonObject[] {
  return Array.from({ length: Math.ceil(fields.length / 2) }, (_, row) => ({
    type: "ColumnSet",
    columns: fields
      .slice(row * 2, row * 2 + 2)
      .map((markdown) => ({ type: "Column", width: "stretch", items: [text(markdown)] })),
  }));
}

function context(block: JsonObject): JsonObject[] {
  const elements = objectsOf(block.elements);
  const pictures = elements.filter(({ type }) => type === "image").flatMap((each) => imageOf(each, { width: "16px" }));
  const words = elements.filter(({ type }) => type !== "image").flatMap(texts);
  const line = words.length > 0 ? [text(words.join(" · "), { isSubtle: true, size: "Small" })] : [];
  const [first, ...others] = pictures;
  if (first === undefined) return line;
  const set = others.length > 0 ? [{ type: "ImageSet", images: others }] : [];
  return [...besidePicture([first], line), ...set];
}

function imageOf(element: JsonObject, style: JsonObject): JsonObject[] {
  const [file] = objectsOf(element.slack_file);
  return image(element.image_url ?? file?.url, textOf(element.alt_text), style);
}

/** Buttons that open an address do; others need Slack's own app behind them, and say that nobody listens. */
export function actionSet(elements: JsonObject[]): JsonObject[] {
  const actions = elements.flatMap((element) => {
    const [title = ""] = labelsOf(element.text).concat(labelsOf(element.placeholder));
    if (title === "") return [];
    const [opens] = button(title, element.url);
    return [opens ?? { type: "Action.Submit", title }];
  });
  return actions.length > 0 ? [{ type: "ActionSet", actions }] : [];
}

/** The text of a button, which is no Markdown. */
function labelsOf(value: JsonValue | undefined): string[] {
  const label = isObject(value) ? textOf(value.text) : textOf(value);
  return /\S/.test(label) ? [label] : [];
}

function video(block: JsonObject): JsonObject[] {
  const title = (isObject(block.title) ? textOf(block.title.text) : textOf(block.title)) || textOf(block.alt_text);
  return [
    ...(title === "" ? [] : [text(link(title, block.title_url ?? block.video_url), { weight: "Bolder" })]),
    ...captions(block.description),
    ...image(block.thumbnail_url, textOf(block.alt_text)),
  ];
}

function table(block: JsonObject): JsonObject[] {
  const rows = Array.isArray(block.rows) ? block.rows : [];
  const width = Math.max(0, ...rows.map((row) => (Array.isArray(row) ? row.length : 0)));
  if (width === 0) return [];
  const cell = (value: JsonValue) => {
    const [object = {}] = objectsOf(value);
    const items =
      object.type === "rich_text"
        ? nonEmpty(markdownFromRichText(object))
        : texts(object.text).map((each) => text(each));
    return { type: "TableCell", items };
  };
  return [
    {
      type: "Table",
      firstRowAsHeader: true,
      columns: Array.from({ length: width }, () => ({ width: 1 })),
      rows: rows.map((row) => ({ type: "TableRow", cells: (Array.isArray(row) ? row : []).map(cell) })),
    },
  ];
}
