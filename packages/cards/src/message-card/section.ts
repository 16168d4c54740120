import { flagOf, isObject, type JsonObject, type JsonValue, objectsOf, property, textOf } from "../json.ts";
import type { ReaderSystem } from "../payload.ts";
import type { CardPhrases } from "../phrases.ts";
import { safeImage } from "../safe-url.ts";
import { adaptiveActions } from "./actions.ts";
import { markdownOf } from "./fields.ts";

/** A section as a Container, in the documented order (contracts.md D.3); undefined when there is nothing in it. */
export function sectionContainer(
  section: JsonObject,
  index: number,
  phrases: CardPhrases,
  system?: ReaderSystem,
): JsonObject | undefined {
  const markdown = flagOf(property(section, "markdown"), true);
  const block = (name: string, style: JsonObject = {}): JsonObject[] => {
    const text = textOf(property(section, name));
    return /\S/.test(text) ? [{ type: "TextBlock", text: markdownOf(text, markdown), wrap: true, ...style }] : [];
  };
  const actions = adaptiveActions(section, `/sections/${index}`, phrases, system);
  const items: JsonObject[] = [
    ...block("title", { size: "Medium", weight: "Bolder" }),
    ...imageOf(property(section, "heroImage"), { size: "Stretch" }),
    ...activity(section, block),
    ...block("text"),
    ...facts(section, markdown),
    ...gallery(section),
    ...(actions.length > 0 ? [{ type: "ActionSet", actions }] : []),
  ];
  if (items.length === 0) return undefined;
  // startGroup marks where something new begins: a line above it.
  const startsGroup = flagOf(property(section, "startGroup"), false);
  return { type: "Container", spacing: startsGroup ? "Large" : "Medium", separator: startsGroup, items };
}

/** Who did what: the picture on the left, the three texts beside it. */
function activity(section: JsonObject, block: (name: string, style?: JsonObject) => JsonObject[]): JsonObject[] {
  const texts = [
    ...block("activityTitle", { weight: "Bolder" }),
    ...block("activitySubtitle", { isSubtle: true, spacing: "None", size: "Small" }),
    ...block("activityText", { spacing: "Small" }),
  ];
  const isAvatar = textOf(property(section, "activityImageType")).toLowerCase() !== "article";
  const picture = imageOf(
    property(section, "activityImage"),
    isAvatar ? { size: "Small", style: "Person" } : { size: "Medium" },
  );
  if (picture.length === 0) return texts;
  const columns: JsonObject[] = [{ type: "Column", width: "auto", items: picture }];
  if (texts.length > 0) columns.push({ type: "Column", width: "stretch", items: texts });
  return [{ type: "ColumnSet", columns }];
}

function facts(section: JsonObject, markdown: boolean): JsonObject[] {
  const pairs = objectsOf(property(section, "facts"))
    .map((fact) => ({
      title: markdownOf(textOf(property(fact, "name")), markdown),
      value: markdownOf(textOf(property(fact, "value")), markdown),
    }))
    .filter(({ title, value }) => /\S/.test(title) || /\S/.test(value));
  return pairs.length > 0 ? [{ type: "FactSet", facts: pairs }] : [];
}

function gallery(section: JsonObject): JsonObject[] {
  const list = property(section, "images");
  const images = (Array.isArray(list) ? list : []).flatMap((image) => imageOf(image, {}));
  return images.length > 0 ? [{ type: "ImageSet", imageSize: "Medium", images }] : [];
}

/** An image object `{image, title}` or just its address, as senders also write it. Null and unsafe ones are left out. */
function imageOf(value: JsonValue | undefined, style: JsonObject): JsonObject[] {
  const url = safeImage(textOf(isObject(value) ? property(value, "image") : value));
  if (url === undefined) return [];
  return [{ type: "Image", url, altText: isObject(value) ? textOf(property(value, "title")) : "", ...style }];
}
